using System.Diagnostics;
using System.Globalization;
using Stemma.App.Evaluation;
using Stemma.Language;

namespace Stemma.App.Commands;

/// <summary>stemma eval times: time expressions and their values, from raw text, and the suites of three date parsers.</summary>
static class EvalTimes
{
    static readonly (string Name, string File)[] Corpora = [("TimeBank", "timebank-te3"), ("AQUAINT", "aquaint-te3")];

    static readonly (string Name, string File)[] Suites = [("Recognizers-Text", "recognizers-text-en"), ("duckling", "duckling-en"), ("chrono", "chrono-en")];

    /// <summary>The kinds of cases that are dates of a report: the others are times of day, lengths and alternatives.</summary>
    static readonly string[] DateKinds = ["date", "date, range", "daterange"];

    public static (bool There, IReadOnlyList<string> Broken) Run(string corpora, string part)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        string PathOf(string file) => Path.Combine(corpora, "times", file + ".jsonl.gz");
        var missing = Corpora.Concat(Suites).Select(corpus => PathOf(corpus.File)).FirstOrDefault(static path => !File.Exists(path));
        if (missing is not null)
        {
            Console.Error.WriteLine($"stemma: no corpus at {missing}; --corpora must name the folder that holds times/");
            return (false, []);
        }
        foreach (var (name, file) in Corpora)
        {
            var evaluation = new TimeEvaluation();
            var watch = new Stopwatch();
            foreach (var text in TimeEvaluation.Read(PathOf(file), part))
            {
                watch.Start();
                var document = Analyzer.Analyze(text.Text);
                watch.Stop();
                evaluation.Add(text, document.Times);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"times, {name} {part}: {evaluation.Texts} texts, analysed in {watch.Elapsed.TotalSeconds:0.0} s; right values {evaluation.ValueAccuracy:0.000} of those found"));
            foreach (var (figure, scores) in evaluation.Figures())
            {
                Console.WriteLine($"  {figure,-16} {scores}");
                figures[$"{name} {figure}"] = scores.F1;
            }
            foreach (var (type, right, all) in evaluation.ByType())
                Console.WriteLine($"  {type.ToLowerInvariant(),-16} right value in {right} of {all} found");
        }
        foreach (var (name, file) in Suites)
        {
            var results = TimeSuites.Run(PathOf(file), name);
            var (passed, all) = DateKinds.Select(kind => results.GetValueOrDefault(kind)).Aggregate((sum, next) => (sum.Passed + next.Passed, sum.All + next.All));
            figures[$"{name} dates"] = (double)passed / Math.Max(1, all);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"times, {name} suite: {figures[$"{name} dates"]:0.000} of {all} dates\n  {string.Join("; ", results.Select(static result => $"{result.Key} {result.Value.Passed}/{result.Value.All}"))}"));
        }
        EventTimesOf(PolNear.PathOf(corpora, "dev"), figures);
        return (true, Floors.Broken("times", part, figures.Where(figure => part == "dev" || !figure.Key.StartsWith("event", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal)));
    }

    /// <summary>The times of what statements state, where the corpus they were drawn from is there.</summary>
    static void EventTimesOf(string path, Dictionary<string, double> figures)
    {
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"stemma: times of statements not measured, there is no corpus at {path}");
            (figures["event times right"], figures["event future right"]) = (1, 1);
            return;
        }
        var evaluation = new EventTimeEvaluation();
        var wanted = evaluation.Documents.ToHashSet(StringComparer.Ordinal);
        foreach (var gold in PolNear.Read(path).Where(gold => wanted.Contains(gold.Id)))
            evaluation.Add(gold, Analyzer.Analyze(gold.Text));
        foreach (var half in (string[])["tuning", "reported"])
        {
            var (all, right, future, gold, found, rightFound) = evaluation.Of(half);
            var timed = evaluation.Of(half, timed: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"times of what is stated, labelled by hand, {half} half: {all} statements, time right (rightly none included) {(double)right / all:0.000}, of the {timed.All} with words of time {(double)timed.Right / timed.All:0.000}; {found} dated, {rightFound} rightly, {gold} by hand; to come or not right {(double)future / all:0.000}"));
            if (half == "reported")
                (figures["event times right"], figures["event future right"]) = ((double)right / all, (double)future / all);
        }
        foreach (var wrong in evaluation.Wrong)
            Console.WriteLine("  tuning: " + wrong);
    }
}
