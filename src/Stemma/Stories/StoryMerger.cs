using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Average-link grouping (Sokal and Michener 1958) over the pairs that were found: the two groups whose reports are most
/// alike on average are made one, again and again, until no two are alike enough. The average over all pairs of two groups
/// is the dot product of their summed vectors over the product of their sizes, so no table of pairs is kept. Time between
/// the groups' mean days lowers likeness. Cost: pairs times log pairs, plus one merge of vectors per step.
/// Average link keeps one report that bridges two stories from joining them, which a false merge would cost dearly.
/// </summary>
sealed class StoryMerger
{
    const int NeighboursMax = 400;

    readonly GroupingOptions options;
    readonly List<Group?> groups = [];
    readonly PriorityQueue<(int A, int B), (double, int, int)> queue = new();

    sealed class Group(WordVector sum, List<int> members)
    {
        public WordVector Sum { get; } = sum;

        public List<int> Members { get; } = members;

        public HashSet<int> Neighbours { get; } = [];

        public double Days { get; init; }

        public int Dated { get; init; }
    }

    StoryMerger(IReadOnlyList<Report> reports, IReadOnlyList<WordVector> vectors, GroupingOptions options)
    {
        this.options = options;
        for (var i = 0; i < reports.Count; i++)
        {
            var dated = reports[i].Published.At is not null;
            groups.Add(new Group(vectors[i], [i]) { Days = dated ? DayOf(reports[i]) : 0, Dated = dated ? 1 : 0 });
        }
    }

    /// <summary>Groups of report indices, each in rising order.</summary>
    public static List<List<int>> Merge(
        IReadOnlyList<Report> reports, IReadOnlyList<WordVector> vectors, IEnumerable<(int A, int B)> pairs, IEnumerable<(int A, int B)> copies, GroupingOptions options)
    {
        var merger = new StoryMerger(reports, vectors, options);
        foreach (var (a, b) in pairs)
            merger.Link(a, b);
        foreach (var (a, b) in copies)
            merger.Join(merger.GroupOf(a), merger.GroupOf(b));
        while (merger.queue.TryDequeue(out var pair, out _))
        {
            if (merger.groups[pair.A] is not null && merger.groups[pair.B] is not null)
                merger.Join(pair.A, pair.B);
        }
        return [.. merger.groups.OfType<Group>().Select(group => group.Members.Order().ToList())];
    }

    int GroupOf(int report) => groups.FindIndex(group => group is not null && group.Members.Contains(report));

    void Link(int a, int b)
    {
        var likeness = Likeness(groups[a]!, groups[b]!);
        groups[a]!.Neighbours.Add(b);
        groups[b]!.Neighbours.Add(a);
        if (likeness >= options.LikenessMin)
            queue.Enqueue((a, b), (-likeness, a, b));
    }

    void Join(int a, int b)
    {
        if (a == b)
            return;
        var (x, y) = (groups[a]!, groups[b]!);
        var joined = new Group(x.Sum.Plus(y.Sum), [.. x.Members, .. y.Members]) { Days = x.Days + y.Days, Dated = x.Dated + y.Dated };
        var id = groups.Count;
        groups.Add(joined);
        groups[a] = groups[b] = null;
        foreach (var neighbour in x.Neighbours.Concat(y.Neighbours).Distinct().Where(n => groups[n] is not null).Order().Take(NeighboursMax).ToList())
            Link(neighbour, id);
    }

    double Likeness(Group a, Group b)
    {
        var likeness = a.Sum.Dot(b.Sum) / ((double)a.Members.Count * b.Members.Count);
        if (a.Dated == 0 || b.Dated == 0)
            return likeness;
        var days = Math.Abs((a.Days / a.Dated) - (b.Days / b.Dated));
        return likeness * Math.Pow(0.5, days / options.HalvingDays);
    }

    static double DayOf(Report report) => (report.Published.SortKey - DateTime.UnixEpoch).TotalDays;
}
