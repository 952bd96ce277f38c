using System.Diagnostics;
using System.Globalization;
using Stemma.App.Evaluation;

namespace Stemma.App.Commands;

/// <summary>stemma eval syntax: words, sentences, tags, lemmas, trees and names, all from raw text.</summary>
static class EvalSyntax
{
    static readonly (string Name, string File, string? Genre)[] Treebanks = [("EWT", "ewt", null), ("GUM", "gum", null), ("GUM news", "gum", "news")];

    static readonly (string Name, string File)[] NameCorpora = [("Worldwide", "worldwide"), ("UNER-EWT", "uner-ewt")];

    /// <returns>Whether all corpora are there, and sentences that name each floor broken.</returns>
    public static (bool There, IReadOnlyList<string> Broken) Run(string corpora, string part)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        string PathOf(string area, string file, string ending) => Path.Combine(corpora, area, $"{file}-{part}.{ending}.gz");
        var missing = Treebanks.Select(bank => PathOf("syntax", bank.File, "conllu")).Concat(NameCorpora.Select(names => PathOf("names", names.File, "jsonl"))).FirstOrDefault(static path => !File.Exists(path));
        if (missing is not null)
        {
            Console.Error.WriteLine($"stemma: no corpus at {missing}; --corpora must name the folder that holds syntax/ and names/");
            return (false, []);
        }
        foreach (var (name, file, genre) in Treebanks)
        {
            var texts = SyntaxEvaluation.Read(PathOf("syntax", file, "conllu")).Where(text => genre is null || text.Sentences[0].Genre == genre).ToList();
            var watch = Stopwatch.StartNew();
            var measure = SyntaxEvaluation.Measure(texts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"syntax, {name} {part}, from raw text: {texts.Sum(static text => text.Words.Count):N0} words in {watch.Elapsed.TotalSeconds:0.0} s"));
            foreach (var (figure, scores) in measure.Figures())
            {
                Console.WriteLine($"  {figure,-16} {scores}");
                figures[$"{name} {figure}"] = scores.F1;
            }
        }
        foreach (var (name, file) in NameCorpora)
        {
            var scores = NameEvaluation.Measure(NameEvaluation.Read(PathOf("names", file, "jsonl")));
            Console.WriteLine($"names, {name} {part}, exact range and kind, people, organisations, places\n  {"all three",-16} {scores}");
            figures[$"{name} names"] = scores.F1;
        }
        return (true, Floors.Broken("syntax", part, figures));
    }
}
