using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Pairs of reports of which one holds a good part of the other's text, found by a fixed sample of five-word shingles
/// (Broder 1997): those whose hash ends in zeros. A copy joins its original's story even where a long text hides it.
/// Cost: a sort of the samples, plus the pairs. Short texts have few shingles in the sample and are left to the words.
/// </summary>
static class CopyPairs
{
    const int ShingleWords = 5;
    const ulong SampleMask = 7;
    const int SampledMin = 6;
    const int PlacesMax = 50;

    /// <returns>Earlier report, later report, share of the smaller one's sample found in the other; in order.</returns>
    public static List<(int A, int B, double Share)> Find(IReadOnlyList<ulong[]> samples, double shareMin)
    {
        // The places of one shingle are chained, newest first: few stand in more than one report.
        var shared = new SharedKeys(samples);
        var last = new int[shared.Count];
        Array.Fill(last, -1);
        var places = new List<(int Report, int Before)>(shared.Places);
        var common = new int[samples.Count];
        var touched = new List<int>();
        var pairs = new List<(int A, int B, double Share)>();
        for (var b = 0; b < samples.Count; b++)
        {
            foreach (var hash in samples[b])
            {
                if (shared.IndexOf(hash) is not (>= 0 and var key))
                    continue;
                var seen = 0;
                for (var place = last[key]; place >= 0 && seen < PlacesMax; place = places[place].Before, seen++)
                {
                    if (common[places[place].Report]++ == 0)
                        touched.Add(places[place].Report);
                }
                places.Add((b, last[key]));
                last[key] = places.Count - 1;
            }
            foreach (var a in touched)
            {
                var share = (double)common[a] / Math.Max(SampledMin, Math.Min(samples[a].Length, samples[b].Length));
                if (share >= shareMin)
                    pairs.Add((a, b, share));
                common[a] = 0;
            }
            touched.Clear();
        }
        pairs.Sort(static (x, y) => (x.A, x.B).CompareTo((y.A, y.B)));
        return pairs;
    }

    /// <summary>Each hash once.</summary>
    public static ulong[] Sample(WordText words)
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
        // In an order that does not hang on how a set is kept.
        return [.. sample.Order()];
    }
}
