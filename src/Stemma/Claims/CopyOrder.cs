using Stemma.Evidence;

namespace Stemma.Claims;

/// <summary>
/// Which of some reports was first: one made from another of them, at once or by way of reports in between, is none, whatever
/// its date says. Of the rest the earliest counts, ties by id, as the dates of a day alone do not tell a revision from what it revises.
/// Cost: one walk up the copy history for each report.
/// </summary>
sealed class CopyOrder(IEnumerable<PackEdge> edges)
{
    readonly ILookup<string, string> ancestors = edges.Where(static edge => edge.Kind is not "credits").ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal);

    /// <summary>Those of these reports that were made from none of the others.</summary>
    public IReadOnlyList<string> Originals(IReadOnlyCollection<string> reports)
    {
        var originals = reports.Where(report => !Above(report).Overlaps(reports)).ToList();
        return originals.Count > 0 ? originals : [.. reports];
    }

    /// <summary>All that this report was made from, itself only where copies go in a circle.</summary>
    public HashSet<string> Above(string report)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(ancestors[report]);
        while (open.TryPop(out var next))
        {
            if (above.Add(next))
                foreach (var further in ancestors[next])
                    open.Push(further);
        }
        return above;
    }
}
