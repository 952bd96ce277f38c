using Stemma.Language;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Evidence;

/// <summary>
/// Reports to evidence pack: annotate, group into stories, infer the dates that siblings settle, analyse each story.
/// Reports may come in any order; the pack has them by (published, id). Work is spread over the processors, results are
/// put together in order, so that the bytes do not depend on it.
/// </summary>
public static class PackBuilder
{
    /// <param name="annotated">Called after each report is annotated, from any thread, with the number done so far.</param>
    public static EvidencePack Build(IReadOnlyList<Report> input, string version, Action<int>? annotated = null, Action<int, int>? analysed = null)
    {
        var reports = input.DistinctBy(static report => report.Id, StringComparer.Ordinal)
            .OrderBy(static report => report.Published.SortKey).ThenBy(static report => report.Id, StringComparer.Ordinal).ToArray();
        var documents = new Document[reports.Length];
        var done = 0;
        Parallel.For(0, reports.Length, i =>
        {
            documents[i] = Analyzer.Analyze(reports[i].Text, [.. reports[i].Furniture.Select(static part => part.Range)]);
            annotated?.Invoke(Interlocked.Increment(ref done));
        });
        var stories = StoryDates.Settle(StoryGrouper.Group(reports), reports, i => documents[i]);
        var analyses = new PackStory[stories.Count];
        var finished = 0;
        Parallel.For(0, stories.Count, i =>
        {
            analyses[i] = StoryAnalysis.Run(stories[i], reports, documents);
            analysed?.Invoke(Interlocked.Increment(ref finished), stories.Count);
        });
        return new EvidencePack(
            EvidencePack.CurrentFormat, new PackTool(version, null), AsOf(reports), [],
            [.. Enumerable.Range(0, reports.Length).OrderBy(i => reports[i].Published.SortKey).ThenBy(i => reports[i].Id, StringComparer.Ordinal).Select(i => Describe(reports[i], documents[i]))],
            analyses);
    }

    /// <summary>The last known publication: reading a set of files has no other "now".</summary>
    static string? AsOf(Report[] reports) =>
        reports.Where(static report => report.Published.At is not null).OrderBy(static report => report.Published.SortKey).LastOrDefault()?.Published.ToIso();

    static PackReport Describe(Report report, Document document) => new(
        report.Id, report.InputId, report.Path, report.Url, report.TextSha256, report.PageSha256, report.Title, report.Text, document.Language,
        report.Outlet, null, report.Byline, [.. report.Credits.Select(static credit => credit.Agency).Distinct(StringComparer.Ordinal)],
        report.Published.ToIso(), null, report.Published.Basis.ToString().ToLowerInvariant(), report.Published.Why,
        [.. report.Advisories.Select(advisory => new PackAdvisory(advisory.Kind.ToString().ToLowerInvariant(), PackRange.Of(report.Text, advisory.Range)))],
        [.. report.Furniture.Select(part => new PackFurniture(part.Kind.ToString().ToLowerInvariant(), PackRange.Of(report.Text, part.Range)))]);
}
