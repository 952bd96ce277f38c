using System.Globalization;
using Stemma.App.Evaluation;
using Stemma.Language;

namespace Stemma.App.Commands;

/// <summary>stemma eval sources: which names within a text mean one and the same, which sources of several reports are one, and whom a source phrase names.</summary>
static class EvalSources
{
    /// <returns>Whether all corpora are there, and sentences that name each floor broken.</returns>
    public static (bool There, IReadOnlyList<string> Broken) Run(string corpora, string part)
    {
        var (gum, meantime) = (Path.Combine(corpora, "syntax", $"gum-coref-{part}.jsonl.gz"), Path.Combine(corpora, "names", "meantime.jsonl.gz"));
        if (new[] { gum, meantime, SourceEvaluation.PathOf(corpora), PolNear.PathOf(corpora, "train") }.FirstOrDefault(static path => !File.Exists(path)) is { } missing)
        {
            Console.Error.WriteLine($"stemma: no corpus at {missing}; --corpora must name the folder that holds syntax/, names/, stories/ and attribution/");
            return (false, []);
        }
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        var texts = CoreferenceEvaluation.ReadGum(gum).ToList();
        Measure($"GUM {part}", texts, figures);
        Measure($"GUM {part}, news", texts.Where(static text => text.Genre == "news"), figures);
        Measure("MEANTIME", CoreferenceEvaluation.ReadMeantime(meantime), figures);
        Between(corpora, figures);
        Phrases(corpora, figures);
        return (true, Floors.Broken("sources", part, figures));
    }

    static void Phrases(string corpora, Dictionary<string, double> figures)
    {
        var evaluation = new SourceNameEvaluation();
        evaluation.Run(corpora);
        var right = (double)evaluation.Right / evaluation.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whom a source phrase names, labelled by hand: {evaluation.Count} phrases, right {right:0.000}\n  {"names",-16} {evaluation.Names}"));
        foreach (var wrong in evaluation.Wrong)
            Console.WriteLine($"  not right: {wrong}");
        (figures["source phrases right"], figures["source names precision"]) = (right, evaluation.Names.Precision);
    }

    static void Between(string corpora, Dictionary<string, double> figures)
    {
        var evaluation = new SourceEvaluation();
        evaluation.Run(corpora);
        foreach (var (half, scores) in evaluation.Halves)
        {
            Console.WriteLine($"same source in two reports, labelled by hand, {half} half\n  {"taken for one",-16} {scores}");
            if (half == "reported")
                (figures["same source precision"], figures["same source recall"]) = (scores.Precision, scores.Recall);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {evaluation.NotFound} pairs of which a place was not read as a source"));
        foreach (var wrong in evaluation.Wrong)
            Console.WriteLine($"  tuning half, {wrong}");
    }

    static void Measure(string name, IEnumerable<ChainedText> texts, Dictionary<string, double> figures)
    {
        var evaluation = new CoreferenceEvaluation();
        foreach (var text in texts)
            evaluation.Add(text, Analyzer.NameChains(Analyzer.Analyze(text.Text)));
        foreach (var (what, measure) in new[] { ("named chains, all mentions", evaluation.All), ("named chains, names alone", evaluation.Names) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coreference, {name}, {what}: {evaluation.Texts} texts, CoNLL F1 {measure.Conll:0.000}"));
            foreach (var (figure, precision, recall, f1) in measure.Figures())
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figure,-16} P {precision:0.000}  R {recall:0.000}  F1 {f1:0.000}"));
            figures[$"{name}, {(measure == evaluation.All ? "all" : "names")}"] = measure.Conll;
        }
    }
}
