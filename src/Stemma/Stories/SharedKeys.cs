namespace Stemma.Stories;

/// <summary>
/// Numbers the keys that stand in more than one report; most stand in a single one and tell nothing about pairs. Cost: a sort
/// of all keys, a share at a time, then a binary search for each look-up; eight bytes a shared key, where a dictionary would take forty.
/// </summary>
sealed class SharedKeys
{
    /// <summary>Keys are hashes: so many bits part them into as many shares, of which one is sorted at a time.</summary>
    const int PartBits = 3;

    readonly ulong[] keys;

    /// <param name="reports">The keys of each report, each key once.</param>
    public SharedKeys(IReadOnlyList<ulong[]> reports)
    {
        var (shared, some) = (new List<ulong>(), new List<ulong>());
        for (var part = 0; part < 1 << PartBits; part++)
        {
            some.Clear();
            foreach (var report in reports)
                foreach (var key in report)
                    if (key >> (64 - PartBits) == (ulong)part)
                        some.Add(key);
            some.Sort();
            Keep(some, shared);
        }
        keys = [.. shared];
    }

    void Keep(List<ulong> sorted, List<ulong> shared)
    {
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i] != sorted[i - 1])
                continue;
            // The second of a key counts for two.
            var second = shared.Count == 0 || shared[^1] != sorted[i];
            Places += second ? 2 : 1;
            if (second)
                shared.Add(sorted[i]);
        }
    }

    public int Count => keys.Length;

    /// <summary>How many times the keys that are shared stand in the reports.</summary>
    public int Places { get; private set; }

    /// <summary>From 0 to <see cref="Count"/>; negative where the key stands in one report only, or none.</summary>
    public int IndexOf(ulong key) => Array.BinarySearch(keys, key);
}
