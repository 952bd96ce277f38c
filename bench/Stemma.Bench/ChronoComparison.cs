using System.Globalization;
using Stemma.Language.Times;
using Stemma.Reports;

namespace Stemma.Bench;

/// <summary>
/// Time expressions: found and placed, beside the language pipeline they are part of and beside chrono-node on the same texts,
/// pass by pass in turn, so that a busy machine slows all. chrono-node reads raw text; so does the row of a whole outline, which
/// cuts tokens and sentences first. Processor time, medians.
/// </summary>
static class ChronoComparison
{
    const int Rounds = 5;

    /// <param name="folder">bench/chrono, with its package installed; left out where it is not.</param>
    public static void Run(IReadOnlyList<Report> reports, string folder)
    {
        using var chrono = new NodeBeside(folder, reports);
        var outlines = reports.Select(static report => report.Outlined()).ToArray();
        var documents = reports.Select(static report => report.Annotated()).ToArray();
        var tokens = outlines.Sum(static document => (long)document.TokenCount);
        var at = new DateTime(2023, 9, 13, 12, 0, 0);
        (string Name, Func<int> Work)[] ours =
        [
            ("Stemma: times alone, tokens given", () => outlines.Sum(document => TimeResolver.Resolve(TimeFinder.Find(document), at).Length)),
            ("Stemma: times alone, tokens and trees given", () => documents.Sum(document => TimeResolver.Resolve(TimeFinder.Find(document), at).Length)),
            ("Stemma: outline with times, from raw text", () => reports.Sum(report => TimeResolver.Resolve(report.Outlined().Times, at).Length)),
            ("Stemma: language pipeline, from raw text to trees and names", () => reports.Sum(static report => StageTable.ReadLanguage(report.Text, []).Heads.Length)),
        ];
        var seconds = ours.Select(static _ => new List<double>()).ToArray();
        var (theirs, foundByThem, found) = (new List<double>(), 0, new int[ours.Length]);
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < ours.Length; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                found[i] = ours[i].Work();
                if (round > 0)
                    seconds[i].Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }
            if (round > 0 && chrono.IsInstalled)
            {
                using var answer = chrono.Measure();
                theirs.Add(answer.RootElement.GetProperty("seconds").GetDouble());
                foundByThem = answer.RootElement.GetProperty("found").GetInt32();
            }
        }
        Console.WriteLine($"{reports.Count:N0} reports, {reports.Sum(static report => (long)report.Text.Length):N0} characters, {tokens:N0} tokens; medians of {Rounds} rounds in turn\n");
        Console.WriteLine("| | tokens/s | of the language pipeline's time | times found |\n|---|---:|---:|---:|");
        for (var i = 0; i < ours.Length; i++)
            Row(ours[i].Name, NodeBeside.Median(seconds[i]), i < ours.Length - 1 ? found[i] : null);
        if (theirs.Count > 0)
            Row("chrono-node, from raw text", NodeBeside.Median(theirs), foundByThem);

        void Row(string name, double needed, int? times) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {tokens / needed:N0} | {needed / NodeBeside.Median(seconds[^1]):0.000} | {times} |"));
    }
}
