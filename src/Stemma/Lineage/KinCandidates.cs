using System.Runtime.InteropServices;

namespace Stemma.Lineage;

/// <summary>
/// Finds the pairs of reports worth comparing: those that share five-word shingles. An inverted index from shingle to
/// reports; in large stories only a sample of the shingles is kept (those whose hash ends in zeros, as in Broder 1997) and
/// each report is compared with the reports it shares most with. Cost: linear in the words, plus the pairs found.
/// In a story of thousands that all print one text, some equal pairs are left out: the tree they form stays whole.
/// </summary>
static class KinCandidates
{
    const int SharedMin = 3;
    const int PerReportMax = 24;
    const int PlacesMax = 400;

    public static IReadOnlyList<(int A, int B)> Find(IReadOnlyList<Witness> witnesses)
    {
        var mask = witnesses.Count <= 100 ? 0UL : witnesses.Count <= 1000 ? 7UL : 31UL;
        var places = new Dictionary<ulong, List<int>>();
        var counts = new Dictionary<(int A, int B), int>();
        for (var b = 0; b < witnesses.Count; b++)
        {
            foreach (var hash in witnesses[b].Shingles.Hashes.Distinct())
            {
                // The lowest bit is always set; the sample looks above it.
                if (hash == 0 || ((hash >> 1) & mask) != 0)
                    continue;
                ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(places, hash, out _);
                reports ??= [];
                foreach (var a in reports)
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (a, b), out _)++;
                if (reports.Count < PlacesMax)
                    reports.Add(b);
            }
        }
        return Strongest(counts, witnesses.Count, mask == 0 ? SharedMin : 1);
    }

    static List<(int A, int B)> Strongest(Dictionary<(int A, int B), int> counts, int reports, int sharedMin)
    {
        var degree = new int[reports];
        var kept = new List<(int A, int B)>();
        foreach (var ((a, b), shared) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            if (shared < sharedMin || (degree[a] >= PerReportMax && degree[b] >= PerReportMax))
                continue;
            degree[a]++;
            degree[b]++;
            kept.Add((a, b));
        }
        kept.Sort();
        return kept;
    }
}
