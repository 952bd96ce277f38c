namespace Stemma.Language.Attributions;

/// <summary>
/// "said in [a statement it had received the offer]", "argued last [year there was no way]": where and when something was said leads what the
/// network took for content, or lies across both. The tree tells what hangs on the verb of the cue before the clause it governs; that belongs to the cue.
/// Cost: the first words of a content. Gets wrong: a time that belongs to the clause, where the tree hangs it on the cue.
/// </summary>
static class Circumstances
{
    /// <summary>How far into the content the circumstance may begin, in tokens.</summary>
    const int Reach = 4;

    /// <returns>Cue and content with the circumstance on the other side; as they were where there is none.</returns>
    public static (TextRange Cue, TextRange Content) Behind(Document document, TextRange cue, TextRange content)
    {
        var (first, end) = document.TokensIn(content);
        var verb = Trees.HeadOf(document, cue);
        if (content.Start < cue.End || first == 0 || document.TokenRanges[first - 1] != document.TokenRanges[document.TokenOf(cue.End - 1)] || document.TokenAt(verb).Upos is not "VERB")
            return (cue, content);
        for (var noun = first; noun < Math.Min(end, first + Reach); noun++)
        {
            if (document.TokenKinds[noun] is TokenKind.OpenQuote)
                break;
            if (document.TokenAt(noun) is not { Relation: "obl" or "obl:tmod" or "obl:unmarked", Upos: "NOUN" or "PROPN" } circumstance || circumstance.Head != verb || !IsLed(document, noun, first))
                continue;
            var clause = Clause(document, verb, noun, end);
            var stop = noun + 1;
            while (clause > 0 && stop < clause && Trees.IsUnder(document, stop, noun) && !Trees.IsUnder(document, stop, clause))
                stop++;
            if (clause < 0 || stop >= end || !Begins(document, stop, clause))
                break;
            while (stop < clause && document.TokenAt(stop).Text is "," or "that")
                stop++;
            return (new TextRange(cue.Start, document.TokenRanges[noun].End), new TextRange(document.TokenRanges[stop].Start, content.End));
        }
        return (cue, content);
    }

    /// <summary>Whether all words of the content before this noun hang on it.</summary>
    static bool IsLed(Document document, int noun, int first)
    {
        for (var i = first; i < noun; i++)
            if (!Trees.IsUnder(document, i, noun))
                return false;
        return true;
    }

    /// <summary>Whether all words up to the head of a clause hang on it: nothing of the circumstance is left.</summary>
    static bool Begins(Document document, int from, int clause)
    {
        for (var i = from; i < clause; i++)
            if (!Trees.IsUnder(document, i, clause) && document.TokenKinds[i] != TokenKind.Punctuation)
                return false;
        return true;
    }

    /// <summary>The head of the clause that the verb governs behind this noun, or that the tree hung on a noun for words ("a statement it had …"); -1 where there is none.</summary>
    static int Clause(Document document, int verb, int noun, int end)
    {
        var worded = -1;
        for (var i = noun + 1; i < end; i++)
            if (document.TokenAt(i) is { Relation: "ccomp" or "parataxis" } clause && clause.Head == verb)
                return i;
            else if (worded < 0 && document.TokenAt(i) is { Relation: "acl" or "acl:relcl" or "ccomp", Upos: "VERB" or "ADJ" or "NOUN" } hung && hung.Head == noun && Vocabulary.Things.Contains(document.TokenAt(noun).Lemma))
                worded = i;
        return worded;
    }
}
