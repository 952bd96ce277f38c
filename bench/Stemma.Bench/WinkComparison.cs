using System.Globalization;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Bench;

/// <summary>
/// The language pipeline beside wink-nlp on the same texts, pass by pass in turn, so that a busy machine slows both. wink-nlp tags and
/// splits but has neither trees nor names learned from text; the ratio says what the difference costs. Processor time, medians.
/// </summary>
static class WinkComparison
{
    const int Rounds = 5;

    /// <param name="folder">bench/wink, with its packages installed.</param>
    public static void Run(IReadOnlyList<Report> reports, string folder)
    {
        using var wink = new NodeBeside(folder, reports);
        var (ours, tags, whole) = (new List<double>(), new List<double>(), new List<double>());
        Ours(reports); // for the compiler
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Ours(reports));
            using var theirs = wink.Measure();
            tags.Add(Rate(theirs.RootElement.GetProperty("tags")));
            whole.Add(Rate(theirs.RootElement.GetProperty("whole")));
        }
        Console.WriteLine($"{reports.Count:N0} reports, {reports.Sum(static report => (long)report.Text.Length):N0} characters; tokens per second of processor time, medians of {Rounds} rounds in turn\n");
        Console.WriteLine("| pipeline | tokens/s | Stemma's share of it |\n|---|---:|---:|");
        foreach (var (name, rates) in new[] { ("Stemma: tokens, sentences, tags, lemmas, trees, names", ours), ("wink-nlp: tokens, sentences, tags", tags), ("wink-nlp: all but sentiment", whole) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {NodeBeside.Median(rates):N0} | {NodeBeside.Median(ours) / NodeBeside.Median(rates):0.00} |"));
    }

    static double Ours(IReadOnlyList<Report> reports)
    {
        var (before, tokens) = (Environment.CpuUsage.TotalTime, 0L);
        foreach (var report in reports)
            tokens += StageTable.ReadLanguage(report.Text, []).Heads.Length;
        return tokens / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    static double Rate(JsonElement measured) => measured.GetProperty("tokens").GetInt64() / measured.GetProperty("seconds").GetDouble();
}
