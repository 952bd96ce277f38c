using System.Diagnostics;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Language.Attributions;
using Stemma.Language.Cues;
using Stemma.Language.Places;
using Stemma.Language.Quotations;
using Stemma.Language.Syntax;
using Stemma.Language.Times;
using Stemma.Language.Tokens;
using Stemma.Lineage;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Bench;

/// <summary>
/// Each stage over the same reports, fed with what the stages before it returned, so that a row holds the cost of its
/// stage alone. The last rows are wholes.
/// </summary>
static class StageTable
{
    public static void Write(string title, IReadOnlyList<Report> reports)
    {
        var documents = reports.Select(static report => report.Annotated()).ToArray();
        var stories = StoryGrouper.Group(reports);
        long characters = reports.Sum(report => (long)report.Text.Length), tokens = documents.Sum(document => (long)document.TokenCount);
        Console.WriteLine($"## {title}\n\n{characters:N0} characters, {tokens:N0} tokens, {documents.Sum(document => document.Attributions.Length):N0} attributions, {stories.Count:N0} stories, the largest of {stories.Max(story => story.Reports.Count)} reports\n");
        Console.WriteLine("| stage | characters/s | tokens/s | reports/s | allocated/report |\n|---|---:|---:|---:|---:|");
        foreach (var (name, work, parallel) in Stages(reports, documents, stories))
        {
            var measured = Measured.Of(work, parallel);
            Console.WriteLine($"| {name} | {characters / measured.Seconds / 1e6:0.00} M | {tokens / measured.Seconds / 1e6:0.00} M | {reports.Count / measured.Seconds:N0} | {measured.AllocatedBytes / 1024.0 / reports.Count:N1} KiB |");
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"\nPeak working set so far: {process.PeakWorkingSet64 / (1024 * 1024):N0} MiB.\n");
    }

    static IEnumerable<(string Name, Action Work, bool Parallel)> Stages(IReadOnlyList<Report> reports, Document[] documents, IReadOnlyList<Story> stories)
    {
        yield return ("small print", () => Each(reports, report => SmallPrint.Read(report.Text)), false);
        yield return ("tokens and sentences", () => Each(documents, document => SyntaxModel.English.Segmenter.Cut(document.Text, document.SetApart)), false);
        yield return ("paragraphs", () => Each(documents, document => ParagraphFinder.Find(document.Text, document.TokenRanges, document.SetApart)), false);
        yield return ("tags, lemmas, trees, names", () => Each(documents, document => SyntaxReader.Read(SyntaxModel.English, document.Text, document.TokenRanges, document.SentenceStarts)), false);
        yield return ("**language, whole**: from text to trees and names", () => Each(documents, static document => ReadLanguage(document.Text, document.SetApart)), false);
        yield return ("quotations", () => Each(documents, document => QuotationFinder.Find(document.Text, document.TokenRanges, document.TokenKinds, document.Paragraphs)), false);
        yield return ("times", () => Each(documents, TimeFinder.Find), false);
        yield return ("places", () => Each(documents, PlaceFinder.Find), false);
        // As in use: what is known of each token is there already.
        var known = documents.Select(static document => Analyzer.ReadStates(document.Text, document.SetApart).States).ToArray();
        yield return ("attributions found", () => Each(documents.Zip(known), static read => Found(read.First, read.Second)), false);
        yield return ("attributions, speakers resolved", () => Each(documents.Zip(known), static read => SpeakerResolver.Resolve(read.First, Nesting.Link(Found(read.First, read.Second)))), false);
        yield return ("**analyze, whole**", () => Each(reports, static report => report.Annotated()), false);
        yield return ("stories", () => StoryGrouper.Group(reports), false);
        yield return ("lineage, all stories", () => Each(stories, story => LineageTracer.Trace([.. story.Reports.Select(member => reports[member])], [.. story.Reports.Select(member => documents[member])])), false);
        yield return ("story analysis, all stories", () => Each(stories, story => StoryAnalysis.Run(story, reports, [.. story.Reports.Select(member => documents[member])], [])), false);
        yield return ("**pack, whole**", () => PackBuilder.Build(reports, "bench"), true);
    }

    static List<Draft> Found(Document document, float[] states)
    {
        var found = new List<CueFound>();
        foreach (var (first, end) in AttributionFinder.Sections(document))
            AttributionFinder.Read(document, first, end, states.AsSpan(first * SyntaxReader.Known, (end - first) * SyntaxReader.Known), found);
        return AttributionFinder.Drafts(document, found);
    }

    static void Each<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work)
    {
        foreach (var item in items)
            _ = work(item);
    }

    /// <summary>From text to trees and names, and nothing else.</summary>
    internal static SyntaxLayer ReadLanguage(string text, IReadOnlyList<TextRange> setApart)
    {
        var (tokens, sentences) = SyntaxModel.English.Segmenter.Cut(text, setApart);
        return SyntaxReader.Read(SyntaxModel.English, text, tokens, sentences);
    }
}
