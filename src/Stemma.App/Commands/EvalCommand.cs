using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Stemma.App.Evaluation;
using Stemma.Language;

namespace Stemma.App.Commands;

/// <summary>stemma eval [TASK…] --corpora DIR: accuracy and speed of each stage on public corpora, against stored floors.</summary>
static class EvalCommand
{
    public static Command Make()
    {
        var tasks = new Argument<string[]>("TASK") { Description = "What to measure: syntax, attribution, sources, times, places, pages. All where none is named.", Arity = ArgumentArity.ZeroOrMore };
        tasks.AcceptOnlyFromAmong("syntax", "attribution", "sources", "times", "places", "pages");
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "The folder of annotated corpora.", Required = true };
        var part = new Option<string>("--part") { Description = "Which part to measure on.", DefaultValueFactory = static _ => "dev" };
        part.AcceptOnlyFromAmong("dev", "train");
        var command = new Command("eval", "Measures accuracy and speed on annotated corpora, and holds them against stored floors.") { tasks, corpora, part };
        command.SetAction(parsed => Run(parsed.GetValue(tasks) ?? [], parsed.GetRequiredValue(corpora).FullName, parsed.GetRequiredValue(part)));
        return command;
    }

    static int Run(string[] tasks, string corpora, string part)
    {
        var broken = new List<string>();
        var there = true;
        foreach (var measure in new (string Task, Func<string, string, (bool, IReadOnlyList<string>)> Run)[] { ("syntax", EvalSyntax.Run), ("attribution", Attribution), ("sources", EvalSources.Run), ("times", EvalTimes.Run), ("places", EvalPlaces.Run), ("pages", EvalPages.Run) }
            .Where(measure => tasks.Length == 0 || tasks.Contains(measure.Task, StringComparer.Ordinal)))
        {
            var (found, sentences) = measure.Run(corpora, part);
            there &= found;
            broken.AddRange(sentences);
        }
        foreach (var sentence in broken)
            Console.Error.WriteLine("stemma: " + sentence);
        return there && broken.Count == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    /// <summary>Of the attributions labelled by hand: for tuning, and for the figures.</summary>
    static readonly string[] StanceHalves = ["tuning", "reported"];

    static (bool There, IReadOnlyList<string> Broken) Attribution(string corpora, string part)
    {
        var path = PolNear.PathOf(corpora, part);
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"stemma: no attribution corpus at {path}; --corpora must name the folder that holds attribution/polnear-{part}.jsonl.gz");
            return (false, []);
        }
        var stances = StanceHalves.Select(static half => (Half: half, Evaluation: new StanceEvaluation(half))).ToArray();
        var (evaluation, speed) = Measure(path, (gold, document) => Array.ForEach(stances, one => one.Evaluation.Add(gold, document)));
        Console.WriteLine($"attribution, PolNeAR {part}: {evaluation.Documents} documents");
        foreach (var (name, scores) in evaluation.Figures())
            Console.WriteLine($"  {name,-16} {scores}");
        foreach (var (stated, right, all) in evaluation.Calibration())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence {stated:0.00}: right in {(double)right / all:0.00} of {all}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  speed            {speed / 1e6:0.0} million characters/s on one core"));
        var figures = evaluation.Figures().ToDictionary(static figure => figure.Name, static figure => figure.Scores.F1, StringComparer.Ordinal);
        foreach (var (half, stance) in stances.Where(static one => one.Evaluation.Count > 0))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stance, cues given, labelled by hand, {half} half: {stance.Count} attributions, accuracy {stance.Accuracy:0.000}, macro-F1 {stance.MacroF1:0.000}; whether it was said at all {stance.CommittedAccuracy:0.000}"));
            foreach (var line in stance.Confusion())
                Console.WriteLine("  " + line);
            if (half == StanceHalves[^1])
                (figures["stance accuracy"], figures["stance macro-F1"]) = (stance.Accuracy, stance.MacroF1);
        }
        return (true, Floors.Broken("attribution", part, figures));
    }

    static (AttributionEvaluation Evaluation, double CharactersPerSecond) Measure(string path, Action<GoldDocument, Document> also)
    {
        var evaluation = new AttributionEvaluation();
        var watch = new Stopwatch();
        foreach (var gold in PolNear.Read(path))
        {
            watch.Start();
            var document = Analyzer.Analyze(gold.Text);
            watch.Stop();
            evaluation.Add(gold, document);
            also(gold, document);
        }
        return (evaluation, evaluation.Characters / Math.Max(watch.Elapsed.TotalSeconds, 1e-9));
    }
}
