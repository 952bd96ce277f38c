namespace Stemma.Stories;

/// <summary>
/// Turns reports into word vectors: root of tf, times idf (Salton), once over the whole text and once over title and
/// opening alone, each made of length one and then weighted, so that a dot product is a weighted mean of two cosines. The
/// opening tells which happening of a long affair it is; the whole tells the affair. The document frequency is that of
/// ordinary English and of the reports at hand added up: the first keeps the words of a single story from looking common,
/// the second learns what is common in a large input. Names needed no weight of their own: being rare, they weigh already.
/// Cost: two passes, and a sort of each report's words.
/// </summary>
sealed class StoryVectors
{
    // Each word has two places in a vector: 2 id for the whole text, 2 id + 1 for the opening.
    const int Channels = 2;

    static readonly WordVector Empty = new([], []);

    readonly ulong[] keys;
    readonly int[] frequency;
    readonly int[][] unwritten;

    /// <param name="reports">Each with its place in the order of reports. Gone through twice; of one that is not there the second time nothing is known.</param>
    public StoryVectors(IEnumerable<(int Place, StoryWord[] Words)> reports, int count, GroupingOptions options, Action? staged = null)
    {
        var table = new WordTable();
        foreach (var (place, words) in reports)
            table.Add(words, place);
        (keys, frequency) = table.Renumber();
        staged?.Invoke();
        double[] idf = [.. Enumerable.Range(0, keys.Length).Select(id => Idf(id, count))];
        var (vectors, without) = (new WordVector[count], new int[count][]);
        Array.Fill(vectors, Empty);
        Array.Fill(without, []);
        foreach (var (place, words) in reports)
        {
            int[] ids = [.. words.Select(word => table.NumberOf(word.Key))];
            vectors[place] = Weigh(words, ids, idf, options);
            without[place] = [.. ids.Where((_, i) => !words[i].Counts.InText)];
        }
        (Vectors, unwritten) = (vectors, without);
    }

    public IReadOnlyList<WordVector> Vectors { get; }

    /// <summary>One more than the greatest id in a vector.</summary>
    public int Ids => keys.Length * Channels;

    /// <summary>In how many of the reports the word stands.</summary>
    public int FrequencyOf(int id) => frequency[id / Channels];

    public ulong KeyOf(int id) => keys[id / Channels];

    /// <summary>Of a word in the report's vector: its text has it, not its title alone.</summary>
    public bool IsWritten(int report, int id) => !unwritten[report].Contains(id / Channels);

    /// <summary>The weightiest words, those of equal weight by id, made a vector.</summary>
    static WordVector Weigh(StoryWord[] words, int[] ids, double[] idf, GroupingOptions options)
    {
        var length = words.Length;
        Span<double> weights = new double[length];
        Span<int> order = new int[length];
        for (var i = 0; i < length; i++)
            (order[i], weights[i]) = (i, -Math.Sqrt(words[i].Counts.Times) * idf[ids[i]]);
        var count = Math.Min(length, options.ReportWordsMax);
        if (count < length)
            Keep(ids, weights, order, count);
        Span<int> kept = new int[count];
        for (var k = 0; k < count; k++)
            kept[k] = ids[order[k]];
        kept.Sort(order[..count]);
        var (squares, openingSquares, entries) = (0.0, 0.0, count);
        foreach (var i in order[..count])
        {
            var weight = Math.Sqrt(words[i].Counts.Times) * idf[ids[i]];
            squares += weight * weight;
            openingSquares += words[i].Counts.InOpening ? weight * weight : 0;
            entries += words[i].Counts.InOpening ? 1 : 0;
        }
        var whole = squares > 0 ? Math.Sqrt((1 - options.OpeningShare) / squares) : 0;
        var opening = openingSquares > 0 ? Math.Sqrt(options.OpeningShare / openingSquares) : 0;
        var vector = new WordVector(new int[entries], new float[entries]);
        var at = 0;
        for (var k = 0; k < count; k++)
        {
            var weight = Math.Sqrt(words[order[k]].Counts.Times) * idf[kept[k]];
            (vector.Ids[at], vector.Weights[at++]) = (kept[k] * Channels, (float)(weight * whole));
            if (words[order[k]].Counts.InOpening)
                (vector.Ids[at], vector.Weights[at++]) = ((kept[k] * Channels) + 1, (float)(weight * opening));
        }
        return vector;
    }

    /// <summary>Brings the <paramref name="count"/> weightiest words to the front; of those as heavy as the last, the ones of least id.</summary>
    static void Keep(int[] ids, Span<double> lightness, Span<int> order, int count)
    {
        lightness.Sort(order);
        var (first, end) = (count, count);
        while (first > 0 && lightness[first - 1] == lightness[count - 1])
            first--;
        while (end < order.Length && lightness[end] == lightness[count - 1])
            end++;
        order[first..end].Sort((x, y) => ids[x].CompareTo(ids[y]));
    }

    double Idf(int id, int reports) =>
        Math.Log((WordFrequencies.Stretches + reports + 1.0) / (WordFrequencies.CountOf(keys[id]) + frequency[id] + 0.5));
}
