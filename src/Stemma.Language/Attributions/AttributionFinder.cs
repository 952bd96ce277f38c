namespace Stemma.Language.Attributions;

/// <summary>
/// Finds who says what by patterns over reporting verbs, quotation marks and "according to" (the approach of Krestel,
/// Bergler and Witte 2008 and of Pouliquen, Steinberger and Best 2007, without a parser). Each reporting verb is tried in
/// the arrangements that English news uses: source, cue, content; content, cue, source (inverted); content, source, cue;
/// content interrupted by its cue; a passive that names nobody. A clause that is nothing but a quotation goes on from the
/// speaker before. Cost: linear in the tokens times the limited reach of each pattern.
/// Gets wrong: content that ends before its sentence does ("said X and left"), subjects with clauses of their own, nouns
/// that report ("the claim that"), and whatever a wrong quotation mark hides.
/// </summary>
static class AttributionFinder
{
    public static List<Draft> Find(Document document)
    {
        var found = new List<Draft>();
        Clause? before = null;
        foreach (var clause in Clause.Of(document))
        {
            var own = new List<Draft>();
            AccordingTo.Find(clause, own);
            VerbPatterns.Find(clause, own, before);
            if (own.Count == 0 && found.Count > 0)
                Continuation.Extend(document, clause, found);
            own.Sort(static (a, b) => a.Start.CompareTo(b.Start));
            found.AddRange(own);
            before = clause;
        }
        return found;
    }
}

/// <summary>Which pattern found an attribution; its measured precision becomes the confidence.</summary>
enum Pattern { Before, Inverted, After, Interrupted, Elided, Relative, Passive, Evaluation, AccordingTo, QuotedAs }

/// <summary>An attribution as found, before its speaker is resolved.</summary>
sealed record Draft(Pattern Pattern, TextRange[] Source, TextRange[] Cue, List<TextRange> Content, Stance Stance, Polarity Polarity, bool Quotes)
{
    public int Parent { get; init; } = -1;

    /// <summary>Who a relative pronoun or a left-out subject stands for.</summary>
    public TextRange? Antecedent { get; init; }

    /// <summary>Index of the paragraph it stands in.</summary>
    public int Paragraph { get; init; }

    public int Start => Math.Min(Content[0].Start, Math.Min(Cue[0].Start, Source.Length > 0 ? Source[0].Start : int.MaxValue));
}

/// <summary>
/// A clause that is nothing but a quotation belongs to the speaker of the quotation before it: in the same paragraph, or in
/// the next one where the paragraph before ended with the speaker's own words.
/// </summary>
static class Continuation
{
    public static void Extend(Document document, Clause clause, List<Draft> found)
    {
        var quotation = OnlyQuotation(clause);
        if (quotation < 0)
            return;
        var last = found[^1];
        if (!last.Quotes)
            return;
        var range = clause.Range(quotation, quotation + 1);
        var adjacent = clause.Paragraph == last.Paragraph || (clause.Paragraph == last.Paragraph + 1 && EndsItsParagraph(document, last));
        if (adjacent)
        {
            last.Content.Add(range);
            found[^1] = last with { Paragraph = clause.Paragraph };
        }
    }

    static bool EndsItsParagraph(Document document, Draft draft) =>
        document.Paragraphs[draft.Paragraph].End - draft.Content[^1].End <= 1;

    static int OnlyQuotation(Clause clause)
    {
        var at = -1;
        for (var i = 0; i < clause.Count; i++)
        {
            if (clause.IsQuotation(i) && at < 0)
                at = i;
            else if (clause[i].Kind != ItemKind.Mark)
                return -1;
        }
        return at;
    }
}
