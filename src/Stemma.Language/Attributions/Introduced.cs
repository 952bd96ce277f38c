namespace Stemma.Language.Attributions;

/// <summary>
/// "Asked about it, Holt replied: “…. …,” the agency reported." Read as one, the end of what Holt said is the agency's. A verb of speaking with a
/// subject and a colon before a quotation leaves no doubt who speaks in it: whoever comes behind the quotation hands on all of that.
/// Cost: a few steps per quotation. Gets wrong: a headline or a label with a verb before its colon.
/// </summary>
static class Introduced
{
    /// <summary>How far before the colon the verb may stand: "told reporters in Calder: “…”".</summary>
    const int VerbReach = 6;

    /// <summary>In PolNeAR there were six such readings where the network had none; read by eye five were right.</summary>
    const double Confidence = 0.8;

    public static void Fill(Document document, List<Draft> drafts)
    {
        foreach (var quotation in document.Quotations)
        {
            if (IntroducerOf(document, quotation.Range) is not { } found)
                continue;
            var (verb, subject) = found;
            var cue = document.TokenRanges[verb];
            if (!drafts.Exists(draft => draft.Cue.Any(cue.Overlaps)))
                drafts.Add(Draft.Of(document, [Trees.Phrase(document, subject)], [cue], [quotation.Range], (verb, verb + 1), Confidence));
            var from = document.SentenceAt(document.SentenceOfToken(verb)).Range.Start;
            foreach (var draft in drafts)
                if (draft.Cue[0].Start >= quotation.Range.End && draft.Content[0] is var told && told.Start > quotation.Range.Start && told.Start < quotation.Range.End && told.End <= quotation.Range.End)
                    draft.Content[0] = new TextRange(from, told.End);
        }
    }

    static (int Verb, int Subject)? IntroducerOf(Document document, TextRange quotation)
    {
        var mark = document.TokenOf(quotation.Start);
        if (mark < 3 || document.TokenAt(mark - 1).Text is not ":")
            return null;
        var first = document.SentenceStarts[document.SentenceOfToken(mark - 1)];
        for (var i = mark - 2; i >= Math.Max(first, mark - 1 - VerbReach); i--)
            if (document.TokenAt(i).Upos is "VERB")
                return CueWords.IsSpeaking(document.TokenAt(i).Lemma) && Trees.Child(document, i, "nsubj") is >= 0 and var subject && subject < i ? (i, subject) : null;
        return null;
    }
}
