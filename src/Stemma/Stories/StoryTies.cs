namespace Stemma.Stories;

/// <summary>
/// Finds for each report of a story the one it is most like there, and what they have in common. Cost: bounded per report, one
/// product of two vectors for each of the reports it is compared with.
/// </summary>
sealed class StoryTies(IReadOnlyList<ReportHead> reports, StoryVectors stories, IReadOnlyList<(int A, int B, double Share)> copies)
{
    const int WordsShown = 4;
    const int ComparedMax = 40;

    /// <summary>By how much a later report must be more alike than an earlier one: more than what rounding makes of two that are equally alike.</summary>
    const double MoreAlike = 1e-6;

    static readonly StoryTie Alone = new(null, true, null, []);

    readonly Dictionary<(int A, int B), double> copied = copies.ToDictionary(copy => (copy.A, copy.B), copy => copy.Share);

    public IReadOnlyList<StoryTie> Of(List<int> group) => group.Count == 1 ? [Alone] : [.. group.Select((_, position) => Of(group, position))];

    StoryTie Of(List<int> group, int position)
    {
        var report = group[position];
        // The founder is compared with those after it, the others with those before them.
        var (first, end) = position == 0 ? (1, Math.Min(group.Count, 1 + ComparedMax)) : (Math.Max(0, position - ComparedMax), position);
        var (nearest, likeness) = (-1, double.NegativeInfinity);
        for (var i = first; i < end; i++)
        {
            if (stories.Vectors[report].Dot(stories.Vectors[group[i]]) is var found && found > likeness + MoreAlike)
                (nearest, likeness) = (group[i], found);
        }
        return copied.TryGetValue((Math.Min(report, nearest), Math.Max(report, nearest)), out var share)
            ? new StoryTie(reports[nearest].Id, position == 0, (int)Math.Round(Math.Min(share, 1) * 100, MidpointRounding.AwayFromZero), [])
            : new StoryTie(reports[nearest].Id, position == 0, null, [.. Shared(report, nearest)]);
    }

    /// <summary>A word that only the titles have cannot be shown as a text writes it.</summary>
    IEnumerable<ulong> Shared(int report, int nearest) => stories.Vectors[report].SharedIds(stories.Vectors[nearest])
        .Where(id => stories.IsWritten(report, id) || stories.IsWritten(nearest, id)).Select(stories.KeyOf).Distinct().Take(WordsShown);
}
