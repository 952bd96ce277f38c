namespace Stemma.Language.Attributions;

/// <summary>
/// "The agency quoted Jane Doe as saying that …": the agency hands on what Jane Doe said. Read as one attribution its content is
/// "Jane Doe as saying that …"; what is inside it is made plain here, since the words leave no doubt. Cost: linear in the contents.
/// </summary>
static class QuotedAs
{
    const int SourceTokensMax = 24;

    /// <summary>"…, the agencies quoting him as saying: “…”": with the quotation, and told by whoever stands next to the verb and by nobody before.</summary>
    public static Draft Completed(Document document, Draft outer)
    {
        if (!IsQuoting(document, outer))
            return outer;
        if (outer.Source.Length > 1 && outer.Source.LastOrDefault(source => source.End <= outer.Cue[0].Start) is { Length: > 0 } nearest)
            outer = outer with { Source = [nearest] };
        var last = LastToken(document, outer.Content[^1]);
        if (last < 1 || last + 2 >= document.TokenCount || document.TokenAt(last - 1).Text is not "as" || !IsSaying(document, last) || document.TokenAt(last + 1).Text is not ("," or ":"))
            return outer;
        var opened = document.TokenRanges[last + 2].Start;
        if (document.Quotations.FirstOrDefault(quotation => quotation.Range.Start == opened) is { Range.Length: > 0 } quoted)
            outer.Content[^1] = new TextRange(outer.Content[^1].Start, quoted.Range.End);
        return outer;
    }

    static bool IsQuoting(Document document, Draft outer) => outer.Content.Count > 0 && document.TokenAt(LastToken(document, outer.Cue[^1])).Lemma is "quote" or "cite";

    static bool IsSaying(Document document, int token) => document.TokenAt(token).Text is "saying" or "telling" or "writing";

    public static Draft? In(Document document, Draft outer)
    {
        if (!IsQuoting(document, outer))
            return null;
        var content = outer.Content[0];
        var first = document.TokenOf(content.Start);
        for (var i = first + 1; i < first + SourceTokensMax && i + 2 < document.TokenCount && document.TokenRanges[i + 2].End <= content.End; i++)
        {
            if (document.TokenAt(i).Text is not "as" || !IsSaying(document, i + 1))
                continue;
            var end = document.TokenAt(i - 1).Text is "," ? i - 1 : i;
            if (end == first)
                return null;
            var cue = document.RangeOf(i, i + 2);
            var said = new TextRange(document.TokenRanges[document.TokenAt(i + 2).Text is "," or ":" && i + 3 < document.TokenCount ? i + 3 : i + 2].Start, content.End);
            return outer with { Source = [new TextRange(content.Start, document.TokenRanges[end - 1].End)], Cue = [cue], Content = [said, .. outer.Content[1..]], Stance = Stance.Says, Polarity = Polarity.Positive, Committed = true };
        }
        return null;
    }

    static int LastToken(Document document, TextRange range) => document.TokenOf(range.End - 1);
}
