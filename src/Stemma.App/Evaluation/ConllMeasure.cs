namespace Stemma.App.Evaluation;

/// <summary>A syntactic word as the measure sees it: its place among the characters that are not white space.</summary>
/// <param name="Joined">Whether it is written together with other words as one ("don't"), so that its place is only that of them all.</param>
/// <param name="Head">Index of its head among all words of the text, -1 for a root.</param>
record struct MeasuredWord(int Start, int End, bool Joined, string Form, string Upos, string Lemma, int Head, string Relation);

/// <summary>
/// The measure of the CoNLL 2018 shared task (Zeman et al. 2018), written from its description: words of the system and of the
/// annotation are aligned by the characters they stand for, and inside words written as one by their longest common
/// subsequence of forms; whatever is right of aligned words counts for precision and recall alike. Relations count without subtypes.
/// </summary>
sealed class ConllMeasure
{
    static readonly string[] Names = ["words", "sentences", "UPOS", "lemmas", "UAS", "LAS"];

    readonly Scores[] scores = new Scores[Names.Length];

    public IEnumerable<(string Name, Scores Scores)> Figures() => Names.Zip(scores);

    /// <param name="goldSentences">First word of each sentence, and the number of words.</param>
    public void Add(IReadOnlyList<MeasuredWord> gold, IReadOnlyList<int> goldSentences, IReadOnlyList<MeasuredWord> found, IReadOnlyList<int> foundSentences)
    {
        var goldSpans = Spans(gold, goldSentences).ToHashSet();
        var foundSpans = Spans(found, foundSentences).ToList();
        scores[1] = scores[1].Add(foundSpans.Count, goldSpans.Count, foundSpans.Count(goldSpans.Contains));
        var pairs = Align(gold, found);
        var goldOf = pairs.ToDictionary(static pair => pair.Found, static pair => pair.Gold);
        void Count(int of, Func<MeasuredWord, MeasuredWord, bool> right) => scores[of] = scores[of].Add(found.Count, gold.Count, pairs.Count(pair => right(gold[pair.Gold], found[pair.Found])));
        bool SameHead(MeasuredWord g, MeasuredWord f) => f.Head < 0 ? g.Head < 0 : goldOf.TryGetValue(f.Head, out var head) && head == g.Head;
        Count(0, static (_, _) => true);
        Count(2, static (g, f) => g.Upos == f.Upos);
        Count(3, static (g, f) => g.Lemma == "_" || g.Lemma == f.Lemma);
        Count(4, SameHead);
        Count(5, (g, f) => SameHead(g, f) && Plain(g.Relation) == Plain(f.Relation));
    }

    static string Plain(string relation) => relation.Split(':')[0];

    static IEnumerable<(int, int)> Spans(IReadOnlyList<MeasuredWord> words, IReadOnlyList<int> starts) =>
        Enumerable.Range(0, starts.Count - 1).Where(s => starts[s + 1] > starts[s]).Select(s => (words[starts[s]].Start, words[starts[s + 1] - 1].End));

    static List<(int Gold, int Found)> Align(IReadOnlyList<MeasuredWord> gold, IReadOnlyList<MeasuredWord> found)
    {
        var pairs = new List<(int, int)>();
        for (var (g, f) = (0, 0); g < gold.Count && f < found.Count;)
        {
            if (gold[g].Joined || found[f].Joined)
            {
                var (goldEnd, foundEnd) = Together(gold, ref g, found, ref f);
                Common(gold, g, goldEnd, found, f, foundEnd, pairs);
                (g, f) = (goldEnd, foundEnd);
            }
            else if (gold[g].Start == found[f].Start && gold[g].End == found[f].End)
                pairs.Add((g++, f++));
            else if (gold[g].Start <= found[f].Start)
                g++;
            else
                f++;
        }
        return pairs;
    }

    /// <summary>The words on both sides that stand for the same characters, from here on.</summary>
    static (int Gold, int Found) Together(IReadOnlyList<MeasuredWord> gold, ref int g, IReadOnlyList<MeasuredWord> found, ref int f)
    {
        int end;
        if (gold[g].Joined)
        {
            end = gold[g].End;
            if (!found[f].Joined && found[f].Start < gold[g].Start)
                f++;
        }
        else
        {
            end = found[f].End;
            if (gold[g].Start < found[f].Start)
                g++;
        }
        var (goldEnd, foundEnd) = (g, f);
        while (true)
        {
            if (goldEnd < gold.Count && (gold[goldEnd].Joined ? gold[goldEnd].Start < end : gold[goldEnd].End <= end))
                end = gold[goldEnd].Joined ? Math.Max(end, gold[goldEnd++].End) : KeepEnd(ref goldEnd, end);
            else if (foundEnd < found.Count && (found[foundEnd].Joined ? found[foundEnd].Start < end : found[foundEnd].End <= end))
                end = found[foundEnd].Joined ? Math.Max(end, found[foundEnd++].End) : KeepEnd(ref foundEnd, end);
            else
                return (goldEnd, foundEnd);
        }
    }

    static int KeepEnd(ref int at, int end)
    {
        at++;
        return end;
    }

    static void Common(IReadOnlyList<MeasuredWord> gold, int g, int goldEnd, IReadOnlyList<MeasuredWord> found, int f, int foundEnd, List<(int, int)> pairs)
    {
        var longest = new int[goldEnd - g + 1, foundEnd - f + 1];
        for (var i = goldEnd - 1; i >= g; i--)
            for (var j = foundEnd - 1; j >= f; j--)
                longest[i - g, j - f] = SameForm(gold[i], found[j]) ? longest[i - g + 1, j - f + 1] + 1 : Math.Max(longest[i - g + 1, j - f], longest[i - g, j - f + 1]);
        while (g < goldEnd && f < foundEnd)
        {
            var (i, j) = (longest.GetLength(0) - 1 - (goldEnd - g), longest.GetLength(1) - 1 - (foundEnd - f));
            if (SameForm(gold[g], found[f]))
                pairs.Add((g++, f++));
            else if (longest[i, j] == longest[i + 1, j])
                g++;
            else
                f++;
        }
    }

    static bool SameForm(MeasuredWord a, MeasuredWord b) => string.Equals(a.Form, b.Form, StringComparison.OrdinalIgnoreCase);
}
