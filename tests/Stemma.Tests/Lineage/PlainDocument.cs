using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Tests.Lineage;

/// <summary>
/// Reports and documents built by hand, so that lineage and stories are tested without the language layer: paragraphs are
/// lines, sentences end at a stop before a space, quotations run between curly marks.
/// </summary>
static class PlainDocument
{
    public static Report Report(
        string text, string? outlet = null, string? at = null, string? title = null, IReadOnlyList<Credit>? credits = null,
        IReadOnlyList<Advisory>? advisories = null, IReadOnlyList<Furniture>? furniture = null) => new()
        {
            Id = ContentId.Of('r', outlet, title, at, text),
            TextSha256 = ContentId.Sha256(text),
            Title = title,
            Text = text,
            Outlet = outlet,
            Published = at is null ? Published.Unknown : new Published(
            DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), null, DayOnly: at.Length <= 10, PublishedBasis.Stated),
            Credits = credits ?? [],
            Advisories = advisories ?? [],
            Furniture = furniture ?? [],
        };

    /// <summary>Marks the last line as an advisory that testifies to an earlier revision.</summary>
    public static Report WithLastLineAsAdvisory(string text, string? outlet = null, string? at = null)
    {
        var line = new TextRange(text.LastIndexOf('\n') + 1, text.Length);
        return Report(text, outlet, at, advisories: [new Advisory(AdvisoryKind.Update, line, EarlierRevision: true)],
            furniture: [new Furniture(FurnitureKind.Advisory, line)]);
    }

    public static Document Of(Report report)
    {
        var text = report.Text;
        var setApart = report.SetApart.ToArray();
        var paragraphs = new List<TextRange>();
        var tokens = new List<TextRange>();
        var starts = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (end > at)
                paragraphs.Add(new TextRange(at, end));
            AddSentences(text, at, end, setApart, tokens, starts);
            at = end + 1;
        }
        starts.Add(tokens.Count);
        return new Document
        {
            Text = text, Language = "en", Analysed = true, SetApart = setApart, Paragraphs = [.. paragraphs],
            TokenRanges = [.. tokens], TokenKinds = new TokenKind[tokens.Count], SentenceStarts = [.. starts],
            Quotations = [.. Quotations(text)], Times = [], Attributions = [],
        };
    }

    static void AddSentences(string text, int from, int to, TextRange[] setApart, List<TextRange> tokens, List<int> starts)
    {
        var fresh = true;
        for (var at = from; at < to;)
        {
            var end = at;
            while (end < to && text[end] != ' ')
                end++;
            var token = new TextRange(at, end);
            if (end > at && !setApart.Any(part => part.Overlaps(token)))
            {
                if (fresh)
                    starts.Add(tokens.Count);
                tokens.Add(token);
                fresh = text.AsSpan(at, end - at).TrimEnd("”\"").EndsWith(".");
            }
            at = end + 1;
        }
    }

    static IEnumerable<Quotation> Quotations(string text)
    {
        for (var open = text.IndexOf('“', StringComparison.Ordinal); open >= 0;)
        {
            var close = text.IndexOf('”', open);
            if (close < 0)
                yield break;
            yield return new Quotation(new TextRange(open, close + 1), new TextRange(open + 1, close), -1);
            open = text.IndexOf('“', close);
        }
    }
}
