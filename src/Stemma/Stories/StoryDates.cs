using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Settles the dates that only a story can settle: an undated report gets one from its siblings. Since order of publication
/// decides who founded a story, and with it the story's id, stories and their reports are put in order again afterwards.
/// Cost: linear in the time words of the undated reports.
/// </summary>
public static class StoryDates
{
    /// <param name="reports">Replaced by the same reports with their dates, in the same places.</param>
    public static IReadOnlyList<GroupedStory> Settle(IReadOnlyList<GroupedStory> stories, ReportHead[] reports) =>
        [.. stories.Select(story => Settle(story, reports)).OrderBy(story => reports[story.Reports[0]].Published.SortKey).ThenBy(story => story.IdAmong(reports), StringComparer.Ordinal)];

    static GroupedStory Settle(GroupedStory story, ReportHead[] reports)
    {
        if (story.Reports.All(report => reports[report].Published.At is not null))
            return story;
        var days = ReportDates.DaysOf(story.Reports.Select(report => reports[report].Published));
        foreach (var report in story.Reports.Where(report => reports[report].Published.At is null))
            reports[report] = reports[report] with { Published = ReportDates.Inferred(reports[report].Times, days)?.Published ?? reports[report].Published };
        var order = Enumerable.Range(0, story.Reports.Count).OrderBy(i => reports[story.Reports[i]], ReportHead.InTime).ToList();
        return new GroupedStory([.. order.Select(i => story.Reports[i])], [.. order.Select(i => story.Ties[i])]);
    }
}
