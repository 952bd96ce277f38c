using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>One report, or one lost report, in its place of the tree.</summary>
/// <param name="Edge">The link to the row above it in the tree; null at a root.</param>
/// <param name="Depth">Steps from the root, for drawing: it stops growing at <see cref="CopyTree.DepthMax"/>.</param>
/// <param name="Rails">For each step from the root, whether a line to a later sibling runs past here.</param>
/// <param name="Last">No sibling follows.</param>
/// <param name="Parent">Index of the row it hangs under, or -1.</param>
public sealed record CopyRow(ReportView? Report, PackLost? Lost, PackEdge? Edge, int Depth, IReadOnlyList<bool> Rails, bool Last, int Parent);

/// <summary>
/// The copy history as trees to draw, flattened in reading order. A report may descend from several others; it hangs under
/// the one it shares most words with and its remaining links are listed apart, so that each report is drawn once. Links
/// that would close a circle are among those. Lost reports are drawn where their descendant hangs under nothing else.
/// Cost: sorting the links; circles are found by union-find, and no recursion, so a chain of thousands is drawn too.
/// </summary>
public sealed class CopyTree
{
    /// <summary>Deeper descendants are drawn at this depth: no page is wide enough for more.</summary>
    public const int DepthMax = 10;

    readonly Dictionary<string, PackEdge> _above = new(StringComparer.Ordinal);
    readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    readonly HashSet<string> _lostApart = new(StringComparer.Ordinal);

    CopyTree(IReadOnlyList<CopyRow> rows, IReadOnlyList<ReportView> unlinked, IReadOnlyList<PackEdge> further) =>
        (Rows, Unlinked, Further) = (rows, unlinked, further);

    public IReadOnlyList<CopyRow> Rows { get; }

    /// <summary>Reports without any copying link.</summary>
    public IReadOnlyList<ReportView> Unlinked { get; }

    /// <summary>Links that the tree leaves out, credits among them.</summary>
    public IReadOnlyList<PackEdge> Further { get; }

    /// <summary>The link that the report hangs by.</summary>
    public PackEdge? Above(ReportView report) => _above.GetValueOrDefault(report.Report.Id);

    public bool IsLinked(ReportView report) => _linked.Contains(report.Report.Id);

    /// <summary>True for a lost report that the tree does not draw, because its descendant hangs under a report that is there.</summary>
    public bool IsLostApart(string id) => _lostApart.Contains(id);

    public static bool IsCredit(PackEdge edge) => string.Equals(edge.Kind, "credits", StringComparison.Ordinal);

    public static CopyTree Of(StoryView story)
    {
        var lost = new Dictionary<string, PackLost>(StringComparer.Ordinal);
        foreach (var one in story.Story.Lost)
            lost.TryAdd(one.Id, one);
        bool Exists(string id) => story.Report(id) is not null || lost.ContainsKey(id);
        var links = story.Story.Lineage.Where(edge => !IsCredit(edge) && Exists(edge.From) && Exists(edge.To)).ToArray();
        var above = Choose(story, links);
        var linked = above.Values.SelectMany(edge => (string[])[edge.From, edge.To]).ToHashSet(StringComparer.Ordinal);
        string[] order = [.. story.Reports.Select(report => report.Report.Id), .. lost.Keys.Where(id => story.Report(id) is null)];
        // An outlet that credits itself tells nothing of copying.
        var credits = story.Story.Lineage.Where(edge => IsCredit(edge) && story.Report(edge.From) is { } report
            && !string.Equals(story.Source(edge.To)?.Name, report.Name, StringComparison.OrdinalIgnoreCase));
        var tree = new CopyTree(
            Flatten(story, lost, above, [.. order.Where(linked.Contains)]),
            [.. story.Reports.Where(report => !linked.Contains(report.Report.Id))],
            [.. links.Where(edge => above.GetValueOrDefault(edge.From) != edge).Concat(credits)]);
        foreach (var (id, edge) in above)
            tree._above.Add(id, edge);
        tree._linked.UnionWith(linked);
        tree._lostApart.UnionWith(lost.Keys.Where(id => !linked.Contains(id)));
        return tree;
    }

    static Dictionary<string, PackEdge> Choose(StoryView story, PackEdge[] links)
    {
        var chosen = new Dictionary<string, PackEdge>(StringComparer.Ordinal);
        var up = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string of)
        {
            while (up.TryGetValue(of, out var next))
            {
                if (up.TryGetValue(next, out var further))
                    up[of] = further;
                of = next;
            }
            return of;
        }
        var best = links.OrderByDescending(edge => edge.Evidence.Containment).ThenByDescending(edge => edge.Confidence)
            .ThenBy(edge => story.Report(edge.To)?.Number ?? int.MaxValue).ThenBy(edge => edge.To, StringComparer.Ordinal);
        foreach (var edge in best)
        {
            // A descendant that hangs nowhere yet is the root of its own tree: a circle would start from there.
            if (chosen.ContainsKey(edge.From) || string.Equals(Root(edge.To), edge.From, StringComparison.Ordinal))
                continue;
            chosen.Add(edge.From, edge);
            up[edge.From] = edge.To;
        }
        return chosen;
    }

    static List<CopyRow> Flatten(StoryView story, Dictionary<string, PackLost> lost, Dictionary<string, PackEdge> above, string[] order)
    {
        var below = order.Where(above.ContainsKey).ToLookup(id => above[id].To, StringComparer.Ordinal);
        var rows = new List<CopyRow>();
        var open = new Stack<(string Id, int Depth, bool[] Rails, bool Last, int Parent)>();
        foreach (var root in order.Where(id => !above.ContainsKey(id)).Reverse())
            open.Push((root, 0, [], true, -1));
        while (open.TryPop(out var next))
        {
            var self = rows.Count;
            rows.Add(new(story.Report(next.Id), lost.GetValueOrDefault(next.Id), above.GetValueOrDefault(next.Id), next.Depth, next.Rails, next.Last, next.Parent));
            var children = below[next.Id].ToArray();
            bool[] rails = next.Depth == 0 || next.Depth == DepthMax ? next.Rails : [.. next.Rails, !next.Last];
            for (var i = children.Length - 1; i >= 0; i--)
                open.Push((children[i], Math.Min(next.Depth + 1, DepthMax), rails, i == children.Length - 1, self));
        }
        return rows;
    }
}
