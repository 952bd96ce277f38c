using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// All that grouping needs to know of a report, and none of its text: some 2 KB, made once. Its words as hashes, the hashes of
/// some of its shingles, its names, its date, and where it has none the days it speaks of. Cost: one pass over the text; an
/// undated report is outlined.
/// </summary>
/// <param name="Words">Each once, in the order of first place.</param>
/// <param name="Shingles">The sample by which copies are found.</param>
/// <param name="Names">What only ever stands there as a name.</param>
public sealed record ReportFeatures(ReportHead Head, StoryWord[] Words, ulong[] Shingles, ulong[] Names)
{
    public static ReportFeatures Of(Report report, GroupingOptions? options = null)
    {
        var text = WordText.Of(report);
        var words = StoryWords.Of(WordText.Of(report.Title ?? "", []), text, (options ?? GroupingOptions.Default).OpeningWords);
        return new(new ReportHead(report.Id, report.Published, report.Published.At is null ? report.Outlined().Times : []), words, CopyPairs.Sample(text), NamePairs.NamesOf(text));
    }
}

/// <summary>Who a report is and when it was published.</summary>
/// <param name="Times">The days an undated report speaks of; of a dated one they are not asked for.</param>
public sealed record ReportHead(string Id, Published Published, TimeMention[] Times)
{
    /// <summary>The order of publication, ties by id: the same whatever order reports came in.</summary>
    public static readonly Comparer<ReportHead> InTime = Comparer<ReportHead>.Create(static (a, b) =>
        a.Published.SortKey.CompareTo(b.Published.SortKey) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id));
}
