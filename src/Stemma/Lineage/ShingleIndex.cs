using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Where each run of a given number of words stands in a text (Broder's shingles). Positions of equal runs are
/// chained in text order. Built once per report and asked by every other report of the story.
/// </summary>
sealed class ShingleIndex
{
    readonly Dictionary<ulong, int> first;
    readonly int[] next;

    public ShingleIndex(WordText words, int length)
    {
        Hashes = HashesOf(words, length);
        first = new Dictionary<ulong, int>(Hashes.Length);
        next = new int[Hashes.Length];
        for (var i = Hashes.Length - 1; i >= 0; i--)
        {
            next[i] = -1;
            if (Hashes[i] == 0)
                continue;
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(first, Hashes[i], out var known);
            next[i] = known ? head : -1;
            head = i;
        }
    }

    /// <summary>One per word position; zero where no run begins (near the end, or across a part set apart).</summary>
    public ulong[] Hashes { get; }

    public int First(ulong hash) => hash != 0 && first.TryGetValue(hash, out var position) ? position : -1;

    public int Next(int position) => next[position];

    static ulong[] HashesOf(WordText words, int length)
    {
        var hashes = new ulong[Math.Max(0, words.Count - length + 1)];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (words.Blocks[i] != words.Blocks[i + length - 1])
                continue;
            var hash = 0UL;
            for (var k = 0; k < length; k++)
                hash = (ulong.RotateLeft(hash, 23) ^ words.Keys[i + k]) * 0x9E3779B97F4A7C15UL;
            hashes[i] = hash | 1;
        }
        return hashes;
    }
}
