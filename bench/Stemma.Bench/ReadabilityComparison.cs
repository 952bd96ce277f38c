using System.Globalization;
using Stemma.App.Evaluation;
using Stemma.App.Input;
using Stemma.Pages;

namespace Stemma.Bench;

/// <summary>
/// Articles out of pages: speed and accuracy beside @mozilla/readability over linkedom, on the same real pages, decoded and in memory,
/// pass by pass in turn, so that a busy machine slows both. Processor time of one thread, medians.
/// </summary>
static class ReadabilityComparison
{
    const int Rounds = 3;

    /// <param name="corpora">The folder that holds pages/.</param>
    /// <param name="folder">bench/readability, with its packages installed; left out where it is not.</param>
    public static void Run(string corpora, string folder)
    {
        var expected = PageEvaluation.Expected(Path.Combine(corpora, "pages"));
        var files = PageEvaluation.Read(Path.Combine(corpora, "pages"));
        var pages = expected.Select(page => PageDecoding.Decode(files[page.File]).Text ?? "").ToList();
        using var theirs = new NodeBeside(folder, pages);
        (string Name, Func<List<string>> Work)[] ours =
        [
            ("Stemma: parsed to a tree", () => [.. pages.Select(static html => HtmlTree.Parse(html).Tree.Count.ToString(CultureInfo.InvariantCulture))]),
            ("Stemma: text and what the page says of it", () => [.. pages.Select(static html => PageReader.Read(HtmlTree.Parse(html).Tree).Text)]),
        ];
        var seconds = ours.Select(static _ => new List<double>()).ToArray();
        var (theirSeconds, texts, theirTexts) = (new List<double>(), new List<string>(), new List<string>());
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < ours.Length; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                texts = ours[i].Work();
                if (round > 0)
                    seconds[i].Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }
            if (round > 0 && theirs.IsInstalled)
            {
                using var answer = theirs.Measure();
                theirSeconds.Add(answer.RootElement.GetProperty("seconds").GetDouble());
                theirTexts = [.. answer.RootElement.GetProperty("texts").EnumerateArray().Select(static text => text.GetString()!)];
            }
        }
        Console.WriteLine($"{pages.Count:N0} pages, {pages.Sum(static html => (long)html.Length):N0} characters; medians of {Rounds} rounds in turn\n");
        Console.WriteLine("| | pages/s | precision | recall | F1 |\n|---|---:|---:|---:|---:|");
        Row(ours[0].Name, NodeBeside.Median(seconds[0]), null);
        Row(ours[1].Name, NodeBeside.Median(seconds[1]), texts);
        if (theirSeconds.Count > 0)
            Row("@mozilla/readability over linkedom", NodeBeside.Median(theirSeconds), theirTexts);

        void Row(string name, double needed, List<string>? read)
        {
            var evaluation = new PageEvaluation();
            for (var i = 0; read is not null && i < read.Count; i++)
                evaluation.Add(expected[i], read[i]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {pages.Count / needed:0} | ") + (read is null ? "| | |" : string.Create(CultureInfo.InvariantCulture, $"{evaluation.Scores.Precision:0.000} | {evaluation.Scores.Recall:0.000} | {evaluation.Scores.F1:0.000} |")));
        }
    }
}
