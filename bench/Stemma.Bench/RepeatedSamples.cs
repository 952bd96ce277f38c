using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.App.Input;
using Stemma.Reports;

namespace Stemma.Bench;

/// <summary>
/// The sample stories again and again, each time under other names and two months later, so that every repetition is a
/// story of its own: as many reports as wanted, all invented. Undated reports are left out after the first time, since
/// nothing but its date parts a report from its own repetition.
/// </summary>
static partial class RepeatedSamples
{
    const int DaysApart = 60;

    public static IReadOnlyList<Report> Make(string samples, int count)
    {
        var originals = InputReader.Read([samples]).Select(item => item.Report).OfType<Report>().Where(report => report.Path?.EndsWith(".txt", StringComparison.Ordinal) == true).ToList();
        // A capital inside a sentence is a name, and a name is one wherever it stands.
        var names = originals.SelectMany(report => Name().Matches(report.Text)).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var dated = originals.Where(report => report.Published.At is not null).ToList();
        return [.. originals.Concat(Enumerable.Range(0, count).Select(i => Again(dated[i % dated.Count], 1 + (i / dated.Count), names))).Take(count)];
    }

    static Report Again(Report original, int turn, HashSet<string> names)
    {
        var suffix = string.Concat(turn.ToString(CultureInfo.InvariantCulture).Select(digit => "aeioulnrst"[digit - '0']));
        string Renamed(string text) => Capital().Replace(text, match => names.Contains(match.Value) ? match.Value + suffix : match.Value);
        var published = original.Published.At is { } at ? at.AddDays(turn * DaysApart).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : null;
        return ReportReader.Read(new ReportFields(original.InputId + suffix, original.Title is { } title ? Renamed(title) : null, published, original.Outlet, original.Byline), Renamed(original.Text));
    }

    [GeneratedRegex("(?<=[a-z,] )(?<name>[A-Z][a-z]{4,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("[A-Z][a-z]{4,}(?![a-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capital();
}
