using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>Two sentences of two reports of which one is a copy or a light edit of the other, or both of a third.</summary>
/// <param name="SentenceA">Index among the first report's sentences (of those that hold a word).</param>
/// <param name="Similarity">Twice the words shared in order over the words of both, 0 to 1.</param>
/// <param name="Identical">The same words throughout.</param>
/// <param name="Moved">It stands elsewhere in the order of the aligned sentences.</param>
/// <param name="Narrative">Most of both sentences is the reporter's own words, not a quotation.</param>
public sealed record AlignedSentence(
    int SentenceA, int SentenceB, TextRange A, TextRange B, double Similarity, bool Identical, bool Moved, bool Narrative);

/// <summary>
/// Pairs sentences one to one. Candidates share word triples, looked up in the other text's index; each is scored by the
/// longest common subsequence of its words, and the best pairs are kept first. A sentence that was only lengthened is
/// still a pair: nearly all of the shorter one stands in order in the longer one. What does not lie on the longest rising
/// chain of pairs (Fredman 1975) was moved. Cost: near linear, because a sentence is scored against four candidates at most.
/// It misses sentences split in two or joined, and rewrites that keep fewer than about six words in ten.
/// </summary>
static class SentenceAlignment
{
    const double SimilarityMin = 0.6;
    const double ContainedMin = 0.8;
    const int ContainedWordsMin = 9;
    const int ContentWordsMin = 5;
    const int CandidatesMax = 4;
    const int TriplePlacesMax = 8;
    const int TripleShareMin = 8;
    const int CellsMax = 1 << 16;

    public static List<AlignedSentence> Align(Witness a, Witness b)
    {
        var scored = new List<(int A, int B, double Similarity)>();
        var shared = new Dictionary<int, int>();
        for (var s = 0; s < a.Sentences.Length; s++)
        {
            CountShared(a, a.Sentences[s], b, shared);
            foreach (var (t, triples) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(CandidatesMax))
            {
                var shorter = Math.Min(a.Sentences[s].Count, b.Sentences[t].Count);
                var similarity = triples * TripleShareMin >= shorter ? Similarity(a, a.Sentences[s], b, b.Sentences[t]) : 0;
                if (similarity > 0)
                    scored.Add((s, t, similarity));
            }
        }
        scored.Sort(static (x, y) => x.Similarity != y.Similarity ? y.Similarity.CompareTo(x.Similarity)
            : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var usedA = new bool[a.Sentences.Length];
        var usedB = new bool[b.Sentences.Length];
        var pairs = new List<(int A, int B, double Similarity)>();
        foreach (var pair in scored)
        {
            if (usedA[pair.A] || usedB[pair.B])
                continue;
            usedA[pair.A] = usedB[pair.B] = true;
            pairs.Add(pair);
        }
        pairs.Sort(static (x, y) => x.A.CompareTo(y.A));
        var kept = LongestRise(pairs);
        return [.. pairs.Select((pair, i) => Describe(a, b, pair, moved: !kept[i]))];
    }

    static AlignedSentence Describe(Witness a, Witness b, (int A, int B, double Similarity) pair, bool moved)
    {
        var (x, y) = (a.Sentences[pair.A], b.Sentences[pair.B]);
        var identical = WordsOf(a, x).SequenceEqual(WordsOf(b, y));
        return new AlignedSentence(pair.A, pair.B, x.Range, y.Range, pair.Similarity, identical, moved, x.Narrative && y.Narrative);
    }

    static void CountShared(Witness a, WitnessSentence sentence, Witness b, Dictionary<int, int> shared)
    {
        shared.Clear();
        for (var i = sentence.First; i <= sentence.First + sentence.Count - Witness.TripleWords; i++)
        {
            var places = 0;
            for (var j = b.Triples.First(a.Triples.Hashes[i]); j >= 0 && places < TriplePlacesMax; j = b.Triples.Next(j), places++)
            {
                var t = b.SentenceOfWord[j];
                if (t >= 0)
                    shared[t] = shared.GetValueOrDefault(t) + 1;
            }
        }
    }

    /// <summary>Zero for a pair that is no pair.</summary>
    static double Similarity(Witness a, WitnessSentence x, Witness b, WitnessSentence y)
    {
        var left = WordsOf(a, x);
        var right = WordsOf(b, y);
        if (Math.Min(FunctionWords.ContentCount(left), FunctionWords.ContentCount(right)) < ContentWordsMin)
            return 0;
        var common = (long)left.Length * right.Length <= CellsMax ? CommonSubsequence(left, right) : CommonWords(left, right);
        var similarity = 2.0 * common / (left.Length + right.Length);
        var contained = (double)common / Math.Min(left.Length, right.Length);
        return similarity >= SimilarityMin || (contained >= ContainedMin && common >= ContainedWordsMin) ? similarity : 0;
    }

    static ReadOnlySpan<ulong> WordsOf(Witness witness, WitnessSentence sentence) =>
        witness.Words.Keys.AsSpan(sentence.First, sentence.Count);

    static int CommonSubsequence(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var row = new int[right.Length + 1];
        foreach (var word in left)
        {
            var diagonal = 0;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = word == right[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }

    // For endless "sentences" only: order is given up to keep the cost linear.
    static int CommonWords(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var word in left)
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var common = 0;
        foreach (var word in right)
        {
            if (counts.TryGetValue(word, out var count) && count > 0)
            {
                counts[word] = count - 1;
                common++;
            }
        }
        return common;
    }

    /// <summary>Which pairs, ordered by A, lie on a longest chain that rises in B as well.</summary>
    static bool[] LongestRise(List<(int A, int B, double Similarity)> pairs)
    {
        var before = new int[pairs.Count];
        var tails = new List<int>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (pairs[tails[middle]].B < pairs[i].B)
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }
        var kept = new bool[pairs.Count];
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
            kept[i] = true;
        return kept;
    }
}
