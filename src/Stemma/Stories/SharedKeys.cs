namespace Stemma.Stories;

/// <summary>
/// Numbers the keys that stand in more than one report; most stand in a single one and tell nothing about pairs. Cost: a sort
/// of all keys, then a binary search for each look-up; eight bytes a key, where a dictionary would take forty.
/// </summary>
sealed class SharedKeys
{
    readonly ulong[] keys;

    /// <param name="reports">The keys of each report, each key once.</param>
    public SharedKeys(IReadOnlyList<ulong[]> reports)
    {
        var all = new ulong[reports.Sum(static report => report.Length)];
        var filled = 0;
        foreach (var report in reports)
        {
            report.CopyTo(all, filled);
            filled += report.Length;
        }
        Array.Sort(all);
        var kept = 0;
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i] == all[i - 1] && (kept == 0 || all[kept - 1] != all[i]))
                all[kept++] = all[i];
        }
        keys = all[..kept];
    }

    public int Count => keys.Length;

    /// <summary>From 0 to <see cref="Count"/>; negative where the key stands in one report only, or none.</summary>
    public int IndexOf(ulong key) => Array.BinarySearch(keys, key);
}
