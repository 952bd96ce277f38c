using Stemma.Language.Cues;

namespace Stemma.Language.Attributions;

/// <summary>
/// Labelled tokens to ranges of the text as a reader would mark them: without the comma or stop that only ends the part, with both
/// marks of a quotation whose words it holds, cut at paragraphs and at what is set apart. Cost: linear in the window.
/// </summary>
static class PartRanges
{
    public static List<TextRange> Of(Document document, CueFound found, byte part)
    {
        var ranges = new List<TextRange>();
        if (part == Part.Cue)
            Add(document, found.Window.First, found.Window.End, ranges);
        else
            foreach (var (first, end) in Joined(document, found, part))
            {
                var (from, to) = WithMarks(document, found, part, first, end);
                Add(document, from, to, ranges);
            }
        return ranges;
    }

    /// <summary>Stretches with this part; a mark or two between that belong to no part are no gap.</summary>
    static List<(int First, int End)> Joined(Document document, CueFound found, byte part)
    {
        const int GapMax = 2;
        var joined = new List<(int First, int End)>();
        foreach (var (first, end) in found.Stretches(part))
        {
            if (joined.Count > 0 && first - joined[^1].End <= GapMax && Enumerable.Range(joined[^1].End, first - joined[^1].End).All(token => IsMark(document, token) && Outside(found, token)))
                joined[^1] = joined[^1] with { End = end };
            else
                joined.Add((first, end));
        }
        return joined;
    }

    static bool Outside(CueFound found, int token) => found.Parts[token - found.Window.From] == Part.Outside && (token < found.Window.First || token >= found.Window.End);

    static bool IsMark(Document document, int token) => document.TokenKinds[token] is TokenKind.Punctuation or TokenKind.OpenQuote or TokenKind.CloseQuote;

    /// <summary>A quotation mark just outside belongs to the words it opens or closes.</summary>
    static (int First, int End) WithMarks(Document document, CueFound found, byte part, int first, int end)
    {
        if (part != Part.Content)
            return (first, end);
        if (first > found.Window.From && document.TokenKinds[first - 1] == TokenKind.OpenQuote && Outside(found, first - 1))
            first--;
        if (end < found.Window.To && document.TokenKinds[end] == TokenKind.CloseQuote && Outside(found, end))
            end++;
        else if (end + 1 < found.Window.To && document.TokenKinds[end] == TokenKind.Punctuation && document.TokenKinds[end + 1] == TokenKind.CloseQuote && Outside(found, end) && Outside(found, end + 1))
            end += 2;
        return (first, end);
    }

    static void Add(Document document, int first, int end, List<TextRange> ranges)
    {
        while (first < end && IsEdge(document, first))
            first++;
        while (end > first && IsEdge(document, end - 1))
            end--;
        for (var from = first; from < end;)
        {
            var to = from + 1;
            while (to < end && !IsCut(document, to))
                to++;
            if (Enumerable.Range(from, to - from).Any(token => !IsMark(document, token)))
                ranges.Add(document.RangeOf(from, to));
            from = to;
        }
    }

    /// <summary>A comma, a stop or a dash: it ends what it follows and is no part of it, unless it stands inside quotation marks.</summary>
    static bool IsEdge(Document document, int token) =>
        document.TokenAt(token).Text is "," or "." or ";" or ":" or "-" or "--" or "\u2013" or "\u2014";

    /// <summary>Between this token and the one before, a paragraph ends or something is set apart.</summary>
    static bool IsCut(Document document, int token)
    {
        var gap = new TextRange(document.TokenRanges[token - 1].End, document.TokenRanges[token].Start);
        if (gap.Length == 0)
            return false;
        foreach (var apart in document.SetApart)
            if (apart.Overlaps(gap))
                return true;
        return gap.In(document.Text).Contains('\n');
    }
}
