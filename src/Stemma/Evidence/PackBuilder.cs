using System.Globalization;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Stories;

namespace Stemma.Evidence;

/// <summary>
/// Reports to evidence pack: group into stories, infer the dates that siblings settle, then annotate and analyse each story by
/// itself, so that documents of a story are let go when it is done. Reports may come in any order; the pack has them by
/// (published, id). Work is spread over the processors and put together in order, so that the bytes do not depend on it.
/// </summary>
public static class PackBuilder
{
    /// <param name="analysed">Called after each story, from any thread, with the number of reports done so far.</param>
    public static EvidencePack Build(IReadOnlyList<Report> input, string version, Action<int>? analysed = null)
    {
        var (reports, stories) = Group(input, []);
        var analyses = new StoryEvidence[stories.Count];
        var done = 0;
        Parallel.For(0, stories.Count, i =>
        {
            analyses[i] = Analyse(stories[i], reports, []);
            analysed?.Invoke(Interlocked.Add(ref done, stories[i].Reports.Count));
        });
        var described = analyses.SelectMany(static analysis => analysis.Reports).ToDictionary(static report => report.Id, StringComparer.Ordinal);
        return new EvidencePack(
            EvidencePack.CurrentFormat, new PackTool(version, Analyzer.ModelSha256), AsOf(reports), [],
            [.. reports.OrderBy(static report => report.Published.SortKey).ThenBy(static report => report.Id, StringComparer.Ordinal).Select(report => described[report.Id])],
            [.. analyses.Select(static analysis => analysis.Story)]);
    }

    /// <summary>The reports in order, each once and dated where its story dates it, and the stories, rulings replayed.</summary>
    public static (Report[] Reports, IReadOnlyList<Story> Stories) Group(IReadOnlyList<Report> input, IReadOnlyList<Ruling> rulings)
    {
        // Put in order before each is taken once: of two with one id, which stays must not depend on which came first.
        var reports = input.OrderBy(static report => report.Published.SortKey).ThenBy(static report => report.Id, StringComparer.Ordinal)
            .ThenBy(static report => report.Title, StringComparer.Ordinal).ThenBy(static report => report.Byline, StringComparer.Ordinal).ThenBy(static report => report.Path, StringComparer.Ordinal)
            .DistinctBy(static report => report.Id, StringComparer.Ordinal).ToArray();
        var features = reports.AsParallel().AsOrdered().Select(static report => ReportFeatures.Of(report)).ToList();
        var (heads, grouped) = Group(features, rulings);
        var place = Enumerable.Range(0, reports.Length).ToDictionary(i => reports[i].Id, StringComparer.Ordinal);
        var stories = new List<Story>(grouped.Count);
        foreach (var story in grouped)
        {
            var own = ReportDates.Infer([.. story.Reports.Select(i => reports[i])], report => heads[place[report.Id]].Times);
            for (var i = 0; i < own.Count; i++)
                reports[story.Reports[i]] = own[i];
            stories.Add(Story.Of(story, own, id => reports[place[id]]));
        }
        return (reports, stories);
    }

    /// <summary>The same from what was read out of the reports before, without their texts. Each report comes once.</summary>
    /// <param name="staged">Called between the stages of grouping: each lets go of tens of MB where reports are many.</param>
    /// <returns>The reports in the order they came, dated where their story dates them, and the stories, rulings replayed.</returns>
    public static (ReportHead[] Reports, IReadOnlyList<GroupedStory> Stories) Group(IEnumerable<ReportFeatures> features, IReadOnlyList<Ruling> rulings, Action? staged = null)
    {
        var (reports, grouped) = StoryGrouper.Group(features, staged: staged);
        var stories = StoryDates.Settle(RulingReplay.Apply(grouped, reports, rulings), reports);
        return (reports, stories);
    }

    /// <summary>One of these stories with its reports, as the pack has them, read from its own reports alone.</summary>
    /// <param name="own">The story's reports, as they were read, in its order.</param>
    /// <param name="find">Any report by its id, or null where it is gone.</param>
    public static StoryEvidence Analyse(GroupedStory story, IReadOnlyList<Report> own, Func<string, Report?> find, IReadOnlyList<Ruling> rulings)
    {
        var dated = ReportDates.Infer(own, static report => report.Outlined().Times);
        return Analyse(Story.Of(story with { Reports = [.. Enumerable.Range(0, own.Count)] }, dated, find), dated, rulings);
    }

    /// <summary>One story with its reports, as the pack has them.</summary>
    public static StoryEvidence Analyse(Story story, IReadOnlyList<Report> reports, IReadOnlyList<Ruling> rulings)
    {
        var documents = story.Reports.Select(report => reports[report].Annotated()).ToList();
        return new StoryEvidence(
            StoryAnalysis.Run(story, reports, documents, rulings),
            [.. story.Reports.Select((report, i) => Describe(reports[report], documents[i].Language))]);
    }

    /// <summary>The last known publication: reading a set of files has no other "now".</summary>
    static string? AsOf(Report[] reports) =>
        reports.Where(static report => report.Published.At is not null).OrderBy(static report => report.Published.SortKey).LastOrDefault()?.Published.ToIso();

    static PackReport Describe(Report report, string language) => new(
        report.Id, report.InputId, report.Path, report.Url, report.TextSha256, report.PageSha256, report.Title, report.Text, language,
        report.Outlet, report.Publisher?.Family, report.Byline, [.. report.CreditedAgencies],
        report.Published.ToIso(), null, report.Published.Basis.ToString().ToLowerInvariant(), report.Published.Why,
        [.. report.Advisories.Select(advisory => new PackAdvisory(advisory.Kind.ToString().ToLowerInvariant(), PackRange.Of(report.Text, advisory.Range)))],
        [.. report.Furniture.Select(part => new PackFurniture(part.Kind.ToString().ToLowerInvariant(), PackRange.Of(report.Text, part.Range)))],
        report.Published.Between is var (first, last) ? new PackDays(first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        PackOwner.Of(report.Publisher), [.. report.OutsideCredits.Select(static credit => new PackOutsideCredit(credit.Agency, credit.Basis))],
        report.TitleAdvisory is { } slug ? new PackAdvisory(slug.Kind.ToString().ToLowerInvariant(), PackRange.Of(report.Title!, slug.Range)) : null);
}

/// <param name="Reports">In the order of the story.</param>
public sealed record StoryEvidence(PackStory Story, IReadOnlyList<PackReport> Reports);
