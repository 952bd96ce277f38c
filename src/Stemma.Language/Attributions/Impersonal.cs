namespace Stemma.Language.Attributions;

/// <summary>
/// "It is believed that …": somebody thinks or says so, and nobody is named. The corpus has few of them and the network finds the cue without its
/// content or neither, while the tree leaves no doubt: a passive of saying or thinking whose subject is a bare "it" and that governs a clause.
/// Cost: one look at each participle. Gets wrong: an "it" that is somebody ("it is told that …", of a body), who then stays unnamed.
/// </summary>
static class Impersonal
{
    /// <summary>PolNeAR's dev part has none to measure it on; of the same kind as what <see cref="Introduced"/> finds.</summary>
    const double Confidence = 0.8;

    public static void Fill(Document document, List<Draft> drafts)
    {
        for (var verb = 1; verb + 1 < document.TokenCount; verb++)
        {
            if (document.TokenAt(verb).Xpos is not "VBN" || !CueWords.IsListed(document.TokenAt(verb).Lemma) || Trees.Child(document, verb, "aux:pass") is not (>= 0 and var aux) || aux > verb
                || !IsIt(document, verb) || Trees.Child(document, verb, "ccomp") is not (>= 0 and var clause) || clause < verb)
                continue;
            var cue = document.RangeOf(aux, verb + 1);
            if (drafts.Exists(draft => draft.Cue[0].Overlaps(cue)))
                continue;
            drafts.Add(Draft.Of(document, [], [cue], [document.RangeOf(verb + 1, EndOf(document, clause))], (aux, verb + 1), Confidence));
        }
    }

    static bool IsIt(Document document, int verb) =>
        (Trees.Child(document, verb, "nsubj:pass") is >= 0 and var subject ? subject : Trees.Child(document, verb, "expl")) is >= 0 and var it && it < verb && document.TokenAt(it).Text is "it" or "It";

    /// <summary>One past the last word that hangs on this one, without a mark at the end.</summary>
    static int EndOf(Document document, int clause)
    {
        var end = document.SentenceStarts[document.SentenceOfToken(clause) + 1];
        while (end > clause + 1 && (document.TokenKinds[end - 1] is TokenKind.Punctuation || !Trees.IsUnder(document, end - 1, clause)))
            end--;
        return end;
    }
}
