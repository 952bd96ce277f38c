using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Pairs of reports of which one holds a good part of the other's text, found by a fixed sample of five-word shingles
/// (Broder 1997): those whose hash ends in zeros. A copy joins its original's story even where a long text hides it.
/// Cost: linear in the words, plus the pairs. Short texts have few shingles in the sample and are left to the words.
/// </summary>
static class CopyPairs
{
    const int ShingleWords = 5;
    const ulong SampleMask = 7;
    const int SampledMin = 6;
    const int PlacesMax = 50;

    /// <returns>Earlier report, later report, share of the smaller one's sample found in the other.</returns>
    public static List<(int A, int B, double Share)> Find(IReadOnlyList<WordText> texts, double shareMin)
    {
        // The places of one shingle are chained, newest first: most shingles have a single one.
        var last = new Dictionary<ulong, int>();
        var places = new List<(int Report, int Before)>();
        var sizes = new int[texts.Count];
        var shared = new Dictionary<(int A, int B), int>();
        for (var b = 0; b < texts.Count; b++)
        {
            foreach (var hash in Sample(texts[b]))
            {
                sizes[b]++;
                ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(last, hash, out var known);
                var before = known ? head : -1;
                var seen = 0;
                for (var place = before; place >= 0 && seen < PlacesMax; place = places[place].Before, seen++)
                    CollectionsMarshal.GetValueRefOrAddDefault(shared, (places[place].Report, b), out _)++;
                head = places.Count;
                places.Add((b, before));
            }
        }
        return [.. shared
            .Select(pair => (pair.Key.A, pair.Key.B, Share: (double)pair.Value / Math.Max(SampledMin, Math.Min(sizes[pair.Key.A], sizes[pair.Key.B]))))
            .Where(pair => pair.Share >= shareMin)
            .OrderBy(pair => (pair.A, pair.B))];
    }

    static HashSet<ulong> Sample(WordText words)
    {
        var sample = new HashSet<ulong>();
        for (var i = 0; i + ShingleWords <= words.Count; i++)
        {
            var hash = 0UL;
            for (var k = 0; k < ShingleWords; k++)
                hash = (ulong.RotateLeft(hash, 23) ^ words.Keys[i + k]) * 0x9E3779B97F4A7C15UL;
            if (((hash >> 40) & SampleMask) == 0)
                sample.Add(hash);
        }
        return sample;
    }
}
