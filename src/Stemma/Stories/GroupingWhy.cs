using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Says of each report of a story, in one sentence, what ties it to the one it is most like.</summary>
/// <param name="find">Any of the reports that were grouped by its id, or null where it is gone.</param>
sealed class GroupingWhy(Func<string, Report?> find)
{
    const int OpeningChars = 100;

    readonly Dictionary<string, WordText> read = new(StringComparer.Ordinal);

    public string Of(Report report, StoryTie tie)
    {
        if (tie.Ruled is { } ruled)
            return ruled;
        if (tie.Nearest is null || find(tie.Nearest) is not { } nearest)
            return "It stands alone: no other report is alike enough.";
        var founding = tie.Founds ? "The report that gives the story its name; it" : "It";
        return tie.CopiedPercent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{founding} has much of its text in common with {Named(nearest)} (about {percent} % of the shorter one).")
            : $"{founding} shares {Shared(report, nearest, tie.Words)} with {Named(nearest)}{Apart(report, nearest)}.";
    }

    string Shared(Report report, Report nearest, IReadOnlyList<ulong> keys)
    {
        var written = keys.Select(key => StoryWords.Written(WordsOf(report), key) ?? StoryWords.Written(WordsOf(nearest), key)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(word => $"“{word}”").ToArray();
        return written.Length == 0 ? "its title" : written.Length == 1 ? written[0] : string.Join(", ", written[..^1]) + " and " + written[^1];
    }

    WordText WordsOf(Report report) => read.TryGetValue(report.Id, out var known) ? known : read[report.Id] = WordText.Of(report);

    // A date inferred from siblings came after the grouping and is no ground for it.
    static string Apart(Report report, Report nearest)
    {
        if (report.Published is not { Day: { } x, Basis: not PublishedBasis.Inferred } || nearest.Published is not { Day: { } y, Basis: not PublishedBasis.Inferred })
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
