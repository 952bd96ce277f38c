using System.Globalization;
using Stemma.App.Evaluation;
using Stemma.App.Input;
using Stemma.Pages;

namespace Stemma.App.Commands;

/// <summary>stemma eval pages: articles out of real pages, those looked at while the rules were made and those held out apart.</summary>
static class EvalPages
{
    public static (bool There, IReadOnlyList<string> Broken) Run(string corpora, string part)
    {
        var folder = Path.Combine(corpora, "pages");
        if (!File.Exists(Path.Combine(folder, "expected.jsonl")))
        {
            Console.Error.WriteLine($"stemma: no corpus at {folder}; --corpora must name the folder that holds pages/expected.jsonl");
            return (false, []);
        }
        var expected = PageEvaluation.Expected(folder);
        var pages = PageEvaluation.Read(folder);
        var (develop, held, all) = (new PageEvaluation(), new PageEvaluation(), new PageEvaluation());
        var kinds = new int[Enum.GetValues<PageKind>().Length];
        foreach (var page in expected)
        {
            var read = Read(pages[page.File]);
            var text = read?.Text ?? "";
            kinds[(int)(read?.Kind ?? PageKind.Error)]++;
            (PageEvaluation.IsHeldOut(page.Url) ? held : develop).Add(page, text);
            all.Add(page, text);
        }
        // A second pass, compiled code only, on one thread.
        var before = Environment.CpuUsage.TotalTime;
        foreach (var page in expected)
            _ = Read(pages[page.File]);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages: {all.Pages} pages, {expected.Count / seconds:0} pages per second of processor time; {string.Join(", ", kinds.Select(static (count, kind) => (count, kind)).Where(static one => one.count > 0).Select(static one => $"{one.count} {((PageKind)one.kind).ToString().ToLowerInvariant()}"))}"));
        foreach (var (name, evaluation) in (ReadOnlySpan<(string, PageEvaluation)>)[("develop", develop), ("held out", held), ("all", all)])
        {
            Console.WriteLine($"  {name,-10} {evaluation.Scores}  {evaluation.Pages} pages");
            figures[name + " F1"] = evaluation.Scores.F1;
            figures[name + " precision"] = evaluation.Scores.Precision;
        }
        return (true, Floors.Broken("pages", part, figures));
    }

    static PageArticle? Read(byte[] bytes) => PageDecoding.Decode(bytes).Text is { } html ? PageReader.Read(HtmlTree.Parse(html).Tree) : null;
}
