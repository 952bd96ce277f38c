using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Settles the dates that only a story can settle: an undated report gets one from its siblings. Since order of publication
/// decides who founded a story, and with it the story's id, reports and stories are put in order again afterwards.
/// Cost: annotation of the undated reports, where the caller has not done it yet.
/// </summary>
public static class StoryDates
{
    /// <param name="reports">Replaced by the same reports with their dates, in the same places.</param>
    public static IReadOnlyList<Story> Settle(IReadOnlyList<Story> stories, Report[] reports, Func<int, Document> documentOf) =>
        [.. stories.Select(story => Settle(story, reports, documentOf)).OrderBy(story => reports[story.Reports[0]].Published.SortKey).ThenBy(static story => story.Id, StringComparer.Ordinal)];

    static Story Settle(Story story, Report[] reports, Func<int, Document> documentOf)
    {
        if (story.Reports.All(report => reports[report].Published.At is not null))
            return story;
        var place = story.Reports.ToDictionary(report => reports[report].Id, StringComparer.Ordinal);
        var dated = ReportDates.Infer([.. story.Reports.Select(report => reports[report])], report => documentOf(place[report.Id]));
        foreach (var report in dated)
            reports[place[report.Id]] = report;
        var order = Enumerable.Range(0, story.Reports.Count)
            .OrderBy(i => reports[story.Reports[i]].Published.SortKey).ThenBy(i => reports[story.Reports[i]].Id, StringComparer.Ordinal).ToList();
        var founder = reports[story.Reports[order[0]]];
        return new Story(Story.IdOf(founder), Story.TitleOf(founder), [.. order.Select(i => story.Reports[i])], [.. order.Select(i => story.Why[i])]);
    }
}
