using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Groups reports into stories: one happening and what follows from it. Reports become word vectors, an inverted index
/// finds pairs that are alike, copies are found by their shingles, and average link joins groups until none are alike
/// enough. The reports are first put in the order of publication, ties by id, so that the order they came in changes
/// nothing. Precision comes first: a story split in two is a nuisance, two stories in one invent corroboration.
/// It parts reports of one happening written in other words, and joins two happenings of one kind at one place and time.
/// </summary>
public static class StoryGrouper
{
    public static IReadOnlyList<Story> Group(IReadOnlyList<Report> reports, GroupingOptions? options = null)
    {
        options ??= GroupingOptions.Default;
        var order = Enumerable.Range(0, reports.Count)
            .OrderBy(i => reports[i].Published.SortKey).ThenBy(i => reports[i].Id, StringComparer.Ordinal).ToArray();
        Report[] sorted = [.. order.Select(i => reports[i])];
        var stories = new StoryVectors(sorted, options);
        var pairs = LikePairs.Find(stories, options.LikenessMin / 2);
        var copies = CopyPairs.Find(stories.Texts, options.CopyMin)
            .Where(copy => stories.Vectors[copy.A].Dot(stories.Vectors[copy.B]) >= options.LikenessMin)
            .Where(copy => InTime(sorted[copy.A], sorted[copy.B], options)).ToList();
        var named = NamePairs.Find(stories.Texts, options).Where(pair => InTime(sorted[pair.A], sorted[pair.B], options));
        var why = new GroupingWhy(sorted, stories, copies);
        return
        [
            .. StoryMerger.Merge(sorted, stories.Vectors, pairs, copies.Select(copy => (copy.A, copy.B)).Concat(named), options)
                .OrderBy(group => group[0])
                .Select(group => new Story(
                    Story.IdOf(sorted[group[0]]), Story.TitleOf(sorted[group[0]]), [.. group.Select(i => order[i])], why.Of(group))),
        ];
    }

    // A text printed again after long is a form or a rerun, and its story another one.
    static bool InTime(Report a, Report b, GroupingOptions options) =>
        a.Published.At is null || b.Published.At is null
        || (a.Published.SortKey - b.Published.SortKey).Duration() <= TimeSpan.FromDays(options.HalvingDays);
}
