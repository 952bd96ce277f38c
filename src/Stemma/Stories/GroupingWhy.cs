using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Says of each report of a story, in one sentence, what ties it to the one it is most like.</summary>
sealed class GroupingWhy(IReadOnlyList<Report> reports, StoryVectors stories, IReadOnlyList<(int A, int B, double Share)> copies)
{
    const int WordsShown = 4;
    const int ComparedMax = 40;
    const int OpeningChars = 100;

    readonly Dictionary<(int A, int B), double> copied = copies.ToDictionary(copy => (copy.A, copy.B), copy => copy.Share);

    public IReadOnlyList<string> Of(List<int> group) => [.. group.Select((_, position) => Of(group, position))];

    string Of(List<int> group, int position)
    {
        if (group.Count == 1)
            return "It stands alone: no other report is alike enough.";
        var report = group[position];
        // The founder is compared with those after it, the others with those before them.
        var others = position == 0 ? group.Skip(1).Take(ComparedMax) : group.Take(position).TakeLast(ComparedMax);
        var nearest = others.MaxBy(other => (stories.Vectors[report].Dot(stories.Vectors[other]), -other));
        var founding = position == 0 ? "The report that gives the story its name; it" : "It";
        var name = Named(reports[nearest]);
        if (copied.TryGetValue((Math.Min(report, nearest), Math.Max(report, nearest)), out var share))
            return string.Create(CultureInfo.InvariantCulture, $"{founding} has much of its text in common with {name} (about {Math.Min(share, 1) * 100:0} % of the shorter one).");
        return $"{founding} shares {Words(report, nearest)} with {name}{Apart(report, nearest)}.";
    }

    string Words(int report, int nearest)
    {
        var written = stories.Vectors[report].SharedIds(stories.Vectors[nearest])
            .Select(id => stories.Written(report, id) ?? stories.Written(nearest, id)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(WordsShown).Select(word => $"“{word}”").ToArray();
        return written.Length == 0 ? "its title" : written.Length == 1 ? written[0] : string.Join(", ", written[..^1]) + " and " + written[^1];
    }

    string Apart(int report, int nearest)
    {
        if (reports[report].Published.Day is not { } x || reports[nearest].Published.Day is not { } y)
            return "";
        var days = Math.Abs(x.DayNumber - y.DayNumber);
        return days == 0 ? ", of the same day" : days == 1 ? ", a day apart" : string.Create(CultureInfo.InvariantCulture, $", {days} days apart");
    }

    static string Named(Report report)
    {
        var title = report.Title is { Length: > 0 } given ? given : Opening(report);
        return report.OutletOrCredit is { } outlet ? $"“{title}” ({outlet})" : $"“{title}”";
    }

    /// <summary>The first line, cut at a word.</summary>
    internal static string Opening(Report report)
    {
        var words = WordText.Of(report);
        var count = 0;
        while (count < words.Count && words.Ranges[count].End - words.Ranges[0].Start <= OpeningChars
            && !words.Text.AsSpan(words.Ranges[0].Start, words.Ranges[count].End - words.Ranges[0].Start).Contains('\n'))
            count++;
        if (words.Count == 0)
            return "Untitled";
        var range = words.RangeOf(0, Math.Max(1, count));
        var ends = range.End >= words.Text.Length || words.Text[range.End] is '.' or '\n' or '\r';
        var text = range.Of(words.Text);
        return (text.Length > OpeningChars ? text[..OpeningChars] : text) + (ends ? "" : " …");
    }
}
