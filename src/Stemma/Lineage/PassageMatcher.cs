using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>Matching text of two reports: the same words, up to case, punctuation and spacing.</summary>
public sealed record Passage(TextRange A, TextRange B);

/// <summary>A passage counted in words of the two texts.</summary>
readonly record struct WordRun(int A, int B, int Length);

/// <summary>
/// Finds the matching passages of two texts: maximal runs of equal words, seeded by shared five-word shingles and extended
/// both ways, then chosen longest first so that no word is used twice on either side (greedy string tiling, Wise 1993,
/// with the shingles of Broder 1997 in place of its rescans). Blocks may have moved: order plays no part in the choice.
/// A run of fewer than eight words counts only beside a longer one, as what is left of an edited sentence; alone it is
/// as often a stock phrase. Cost: linear in the words for ordinary text; text that repeats itself is held to a budget, so
/// that of a text made of one phrase some passages are missed. Words replaced one by one escape: see SentenceAlignment.
/// </summary>
public static class PassageMatcher
{
    public const int SeedWords = 5;
    const int AloneWordsMin = 8;
    const int NeighbourGapMax = 8;
    const int SeedPlacesMax = 32;
    const int WorkPerWord = 64;

    public static IReadOnlyList<Passage> Match(WordText a, WordText b)
    {
        var runs = Match(a, new ShingleIndex(a, SeedWords), b, new ShingleIndex(b, SeedWords));
        return [.. runs.Select(run => new Passage(a.RangeOf(run.A, run.Length), b.RangeOf(run.B, run.Length)))];
    }

    /// <returns>Disjoint on both sides, in the order of the first text.</returns>
    internal static List<WordRun> Match(WordText a, ShingleIndex indexA, WordText b, ShingleIndex indexB)
    {
        var runs = MaximalRuns(a, indexA, b, indexB);
        runs.Sort(static (x, y) => x.Length != y.Length ? y.Length.CompareTo(x.Length) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var usedA = new bool[a.Count];
        var usedB = new bool[b.Count];
        var chosen = new List<WordRun>();
        var shorter = new List<WordRun>();
        foreach (var run in runs)
        {
            var free = LongestFree(run, usedA, usedB);
            if (free.Length >= AloneWordsMin)
                Take(free, chosen, usedA, usedB);
            else if (free.Length >= SeedWords)
                shorter.Add(free);
        }
        AddNeighbours(shorter, chosen, usedA, usedB);
        chosen.Sort(static (x, y) => x.A.CompareTo(y.A));
        return chosen;
    }

    static List<WordRun> MaximalRuns(WordText a, ShingleIndex indexA, WordText b, ShingleIndex indexB)
    {
        var runs = new List<WordRun>();
        var work = (long)WorkPerWord * (a.Count + b.Count);
        for (var i = 0; i < indexA.Hashes.Length && work > 0; i++)
        {
            var places = 0;
            for (var j = indexB.First(indexA.Hashes[i]); j >= 0 && places < SeedPlacesMax; j = indexB.Next(j), places++)
            {
                // A run that reaches further left was found from its own beginning.
                if (i > 0 && j > 0 && Extends(a, b, i - 1, j - 1, i, j))
                    continue;
                var length = 0;
                while (i + length < a.Count && j + length < b.Count && Extends(a, b, i + length, j + length, i, j))
                    length++;
                work -= length;
                if (length >= SeedWords)
                    runs.Add(new WordRun(i, j, length));
            }
        }
        return runs;
    }

    static bool Extends(WordText a, WordText b, int i, int j, int fromA, int fromB) =>
        a.Keys[i] == b.Keys[j] && a.Blocks[i] == a.Blocks[fromA] && b.Blocks[j] == b.Blocks[fromB];

    static WordRun LongestFree(WordRun run, bool[] usedA, bool[] usedB)
    {
        var best = new WordRun(run.A, run.B, 0);
        var from = 0;
        for (var k = 0; k <= run.Length; k++)
        {
            if (k < run.Length && !usedA[run.A + k] && !usedB[run.B + k])
                continue;
            if (k - from > best.Length)
                best = new WordRun(run.A + from, run.B + from, k - from);
            from = k + 1;
        }
        return best;
    }

    // In one pass a short run may lean on a chosen one, in a second on a short one that was just let in.
    static void AddNeighbours(List<WordRun> shorter, List<WordRun> chosen, bool[] usedA, bool[] usedB)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var byEnd = chosen.ToLookup(run => run.A + run.Length);
            var byStart = chosen.ToLookup(run => run.A);
            foreach (var run in shorter)
            {
                var free = LongestFree(run, usedA, usedB);
                if (free.Length >= SeedWords && (LeansLeft(free, byEnd) || LeansRight(free, byStart)))
                    Take(free, chosen, usedA, usedB);
            }
        }
    }

    static bool LeansLeft(WordRun run, ILookup<int, WordRun> byEnd)
    {
        for (var gap = 0; gap <= NeighbourGapMax; gap++)
        {
            foreach (var other in byEnd[run.A - gap])
            {
                if (run.B - (other.B + other.Length) is >= 0 and <= NeighbourGapMax)
                    return true;
            }
        }
        return false;
    }

    static bool LeansRight(WordRun run, ILookup<int, WordRun> byStart)
    {
        for (var gap = 0; gap <= NeighbourGapMax; gap++)
        {
            foreach (var other in byStart[run.A + run.Length + gap])
            {
                if (other.B - (run.B + run.Length) is >= 0 and <= NeighbourGapMax)
                    return true;
            }
        }
        return false;
    }

    static void Take(WordRun run, List<WordRun> chosen, bool[] usedA, bool[] usedB)
    {
        chosen.Add(run);
        usedA.AsSpan(run.A, run.Length).Fill(true);
        usedB.AsSpan(run.B, run.Length).Fill(true);
    }
}
