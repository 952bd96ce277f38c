using System.Buffers;

namespace Stemma.Language.Syntax;

/// <summary>
/// The best dependency tree under scores of single arcs: the maximum spanning arborescence with exactly one root
/// (Chu and Liu 1965, Edmonds 1967; McDonald et al. 2005 for parsing). Most often every word's best head already makes a tree,
/// and nothing is left to do. Cost: words², times the cycles broken, which are few.
/// </summary>
static class TreeDecoder
{
    /// <summary>More than any sum of arc scores: a second root is never worth it.</summary>
    const float RootPenalty = 1e4f;

    /// <param name="scores">Row per word, column per head; column 0 is the root, column j word j-1. Changed by the call.</param>
    /// <param name="stride">Numbers from one row to the next.</param>
    /// <param name="heads">Per word, 0 for the root or the number of its head, counted from 1.</param>
    public static void Decode(Span<float> scores, int stride, Span<int> heads)
    {
        var n = heads.Length;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * stride, n + 1);
            row[i + 1] = float.NegativeInfinity;
            heads[i] = Activation.Best(row);
        }
        if (IsTree(heads))
            return;
        // From here on the root costs so much that one word will have it.
        var size = n + 1;
        var full = ArrayPool<float>.Shared.Rent(size * size);
        var found = ArrayPool<int>.Shared.Rent(size);
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= n; j++)
                full[(j * size) + i + 1] = scores[(i * stride) + j] - (j == 0 ? RootPenalty : 0);
        Arborescence(full, size, found);
        for (var i = 0; i < n; i++)
            heads[i] = found[i + 1];
        ArrayPool<float>.Shared.Return(full);
        ArrayPool<int>.Shared.Return(found);
    }

    /// <summary>One root, and every word leads to it.</summary>
    static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        Span<int> seen = heads.Length <= 512 ? stackalloc int[512] : new int[heads.Length];
        seen.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            roots += heads[i] == 0 ? 1 : 0;
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at] - 1;
            }
            // Back on the way just gone: a cycle.
            if (at >= 0 && seen[at] == i + 1)
                return false;
        }
        return roots == 1;
    }

    /// <summary>Contracts one cycle after the other, and undoes it on the way back. Nodes 0 (root) to size - 1; score[head × size + dependent].</summary>
    static void Arborescence(float[] score, int size, int[] head)
    {
        head[0] = -1;
        for (var v = 1; v < size; v++)
        {
            var best = -1;
            for (var u = 0; u < size; u++)
                if (u != v && (best < 0 || score[(u * size) + v] > score[(best * size) + v]))
                    best = u;
            head[v] = best;
        }
        if (CycleIn(head, size) is { } cycle)
            Expand(score, size, head, cycle);
    }

    static void Expand(float[] score, int size, int[] head, List<int> cycle)
    {
        // Nodes outside the cycle keep their order; the last node of the smaller graph stands for the cycle.
        var outside = ArrayPool<int>.Shared.Rent(size);
        var joined = 0;
        for (var v = 0; v < size; v++)
            if (!cycle.Contains(v))
                outside[joined++] = v;
        var less = joined + 1;
        var smaller = ArrayPool<float>.Shared.Rent(less * less);
        var (enters, leaves, found) = (ArrayPool<int>.Shared.Rent(joined), ArrayPool<int>.Shared.Rent(joined), ArrayPool<int>.Shared.Rent(less));
        for (var a = 0; a < joined; a++)
        {
            for (var b = 0; b < joined; b++)
                smaller[(a * less) + b] = score[(outside[a] * size) + outside[b]];
            var (into, from) = (float.NegativeInfinity, float.NegativeInfinity);
            (enters[a], leaves[a]) = (cycle[0], cycle[0]);
            foreach (var v in cycle)
            {
                var change = score[(outside[a] * size) + v] - score[(head[v] * size) + v];
                if (change > into)
                    (into, enters[a]) = (change, v);
                if (score[(v * size) + outside[a]] > from)
                    (from, leaves[a]) = (score[(v * size) + outside[a]], v);
            }
            (smaller[(a * less) + joined], smaller[(joined * less) + a]) = (into, from);
        }
        smaller[(joined * less) + joined] = float.NegativeInfinity;
        Arborescence(smaller, less, found);
        for (var b = 1; b < joined; b++)
            head[outside[b]] = found[b] == joined ? leaves[b] : outside[found[b]];
        head[enters[found[joined]]] = outside[found[joined]];
        ArrayPool<float>.Shared.Return(smaller);
        foreach (var rented in new[] { outside, enters, leaves, found })
            ArrayPool<int>.Shared.Return(rented);
    }

    static List<int>? CycleIn(int[] head, int size)
    {
        Span<int> seen = size <= 512 ? stackalloc int[512] : new int[size];
        seen.Clear();
        for (var start = 1; start < size; start++)
        {
            var at = start;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = head[at];
            }
            if (at == 0 || seen[at] != start)
                continue;
            var cycle = new List<int>();
            for (var v = at; cycle.Count == 0 || v != at; v = head[v])
                cycle.Add(v);
            return cycle;
        }
        return null;
    }
}
