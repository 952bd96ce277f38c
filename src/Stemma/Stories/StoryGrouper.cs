using System.Runtime.CompilerServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Groups reports into stories: one happening and what follows from it. Reports become word vectors, an inverted index
/// finds pairs that are alike, copies are found by their shingles, and average link joins groups until none are alike
/// enough. The reports are first put in the order of publication, ties by id, so that the order they came in changes
/// nothing. Precision comes first: a story split in two is a nuisance, two stories in one invent corroboration.
/// It parts reports of one happening written in other words, and joins two happenings of one kind at one place and time.
/// Needs features, no texts, and goes through them three times, so that they need not all be held: of 10,000 reports it holds some 30 MB while it runs.
/// </summary>
public static class StoryGrouper
{
    /// <param name="features">
    /// Each report once, in the same order each time. A report may be gone the second or third time, which leaves it by itself; what comes in
    /// at the end meanwhile is not looked at.
    /// </param>
    /// <param name="staged">Called between stages, where what the last one needed has been let go.</param>
    /// <returns>What is known of the reports, in the order they were given, and the stories by the time of their founders.</returns>
    // Optimised from the first call on: quickly compiled code keeps alive to its end whatever it once held, here tens of MB.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (ReportHead[] Reports, IReadOnlyList<GroupedStory> Stories) Group(IEnumerable<ReportFeatures> features, GroupingOptions? options = null, Action? staged = null)
    {
        options ??= GroupingOptions.Default;
        var heads = new List<ReportHead>();
        var (shingles, names) = (new List<ulong[]>(), new List<ulong[]>());
        foreach (var report in features)
        {
            heads.Add(report.Head);
            shingles.Add(report.Shingles);
            names.Add(report.Names);
        }
        var order = Enumerable.Range(0, heads.Count).OrderBy(i => heads[i], ReportHead.InTime).ToArray();
        T[] InOrder<T>(List<T> items) => [.. order.Select(i => items[i])];
        var sorted = InOrder(heads);
        var copies = CopyPairs.Find(InOrder(shingles), options.CopyMin);
        shingles.Clear();
        staged?.Invoke();
        var named = NamePairs.Find(InOrder(names), options);
        names.Clear();
        staged?.Invoke();
        var stories = new StoryVectors(Words(features, heads, order), heads.Count, options, staged);
        staged?.Invoke();
        var pairs = LikePairs.Find(stories, options.LikenessMin / 2);
        staged?.Invoke();
        copies = [.. copies.Where(copy => stories.Vectors[copy.A].Dot(stories.Vectors[copy.B]) >= options.LikenessMin).Where(copy => InTime(sorted[copy.A], sorted[copy.B], options))];
        var certain = copies.Select(static copy => (copy.A, copy.B)).Concat(named.Where(pair => InTime(sorted[pair.A], sorted[pair.B], options)));
        var ties = new StoryTies(sorted, stories, copies);
        return (
            [.. heads],
            [
                .. StoryMerger.Merge(sorted, stories.Vectors, pairs, certain, options, staged).OrderBy(static group => group[0])
                    .Select(group => new GroupedStory([.. group.Select(i => order[i])], ties.Of(group))),
            ]);
    }

    /// <summary>The words of the reports that have these heads, each with its place in the order of reports.</summary>
    static IEnumerable<(int Place, StoryWord[] Words)> Words(IEnumerable<ReportFeatures> features, List<ReportHead> heads, int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            places[order[place]] = place;
        var at = 0;
        foreach (var report in features)
        {
            while (at < heads.Count && heads[at].Id != report.Head.Id)
                at++;
            if (at == heads.Count)
                yield break;
            yield return (places[at++], report.Words);
        }
    }

    /// <summary>The same with every sentence written out.</summary>
    public static IReadOnlyList<Story> Group(IReadOnlyList<Report> reports, GroupingOptions? options = null)
    {
        var byId = reports.DistinctBy(static report => report.Id, StringComparer.Ordinal).ToDictionary(static report => report.Id, StringComparer.Ordinal);
        return [.. Group([.. reports.Select(report => ReportFeatures.Of(report, options))], options).Stories
            .Select(story => Story.Of(story, [.. story.Reports.Select(i => reports[i])], byId.GetValueOrDefault))];
    }

    // A text printed again after long is a form or a rerun, and its story another one.
    static bool InTime(ReportHead a, ReportHead b, GroupingOptions options) =>
        a.Published.At is null || b.Published.At is null
        || (a.Published.SortKey - b.Published.SortKey).Duration() <= TimeSpan.FromDays(options.HalvingDays);
}
