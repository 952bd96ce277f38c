namespace Stemma.Stories;

/// <summary>
/// Turns reports into word vectors: root of tf, times idf (Salton), once over the whole text and once over title and
/// opening alone, each made of length one and then weighted, so that a dot product is a weighted mean of two cosines. The
/// opening tells which happening of a long affair it is; the whole tells the affair. The document frequency is that of
/// ordinary English and of the reports at hand added up: the first keeps the words of a single story from looking common,
/// the second learns what is common in a large input. Names needed no weight of their own: being rare, they weigh already.
/// Cost: one pass, and a sort of each report's words.
/// </summary>
sealed class StoryVectors
{
    // Each word has two places in a vector: 2 id for the whole text, 2 id + 1 for the opening.
    const int Channels = 2;

    readonly int[] frequency;
    readonly ulong[] keys;
    readonly int[][] unwritten;

    /// <param name="reports">In order; the words of each are let go as soon as its vector is made.</param>
    public StoryVectors(WordTable.Row[] reports, WordTable table, GroupingOptions options)
    {
        // Ids by first place in the order of reports, so that ties do not hang on the order in which reports came.
        var ids = table.Renumber(reports);
        (frequency, keys) = (new int[ids.Length], new ulong[ids.Length]);
        for (var old = 0; old < ids.Length; old++)
            keys[ids[old]] = table.KeyOf(old);
        foreach (var report in reports)
            foreach (var word in report.Words)
                frequency[ids[word]]++;
        var vectors = new WordVector[reports.Length];
        unwritten = new int[reports.Length][];
        for (var r = 0; r < reports.Length; r++)
        {
            var words = reports[r].Unpacked(ids);
            vectors[r] = Weigh(words, reports.Length, options);
            unwritten[r] = [.. words.Where(static word => !word.Word.InText).Select(static word => word.Id)];
            reports[r] = default;
        }
        Vectors = vectors;
    }

    public IReadOnlyList<WordVector> Vectors { get; }

    /// <summary>One more than the greatest id in a vector.</summary>
    public int Ids => frequency.Length * Channels;

    /// <summary>In how many of the reports the word stands.</summary>
    public int FrequencyOf(int id) => frequency[id / Channels];

    public ulong KeyOf(int id) => keys[id / Channels];

    /// <summary>Of a word in the report's vector: its text has it, not its title alone.</summary>
    public bool IsWritten(int report, int id) => !unwritten[report].Contains(id / Channels);

    WordVector Weigh((int Id, StoryWord Word)[] words, int reports, GroupingOptions options)
    {
        var weights = new double[words.Length];
        var order = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
            (order[i], weights[i]) = (i, Math.Sqrt(words[i].Word.Times) * Idf(words[i].Id, reports));
        Array.Sort(order, (x, y) => weights[x] != weights[y] ? weights[y].CompareTo(weights[x]) : words[x].Id.CompareTo(words[y].Id));
        var kept = order.AsSpan(0, Math.Min(order.Length, options.ReportWordsMax));
        kept.Sort((x, y) => words[x].Id.CompareTo(words[y].Id));
        var (squares, openingSquares) = (0.0, 0.0);
        foreach (var i in kept)
        {
            squares += weights[i] * weights[i];
            openingSquares += words[i].Word.InOpening ? weights[i] * weights[i] : 0;
        }
        var whole = squares > 0 ? Math.Sqrt((1 - options.OpeningShare) / squares) : 0;
        var opening = openingSquares > 0 ? Math.Sqrt(options.OpeningShare / openingSquares) : 0;
        var vectorIds = new List<int>(kept.Length * Channels);
        var vectorWeights = new List<double>(kept.Length * Channels);
        foreach (var i in kept)
        {
            vectorIds.Add(words[i].Id * Channels);
            vectorWeights.Add(weights[i] * whole);
            if (!words[i].Word.InOpening)
                continue;
            vectorIds.Add((words[i].Id * Channels) + 1);
            vectorWeights.Add(weights[i] * opening);
        }
        return new WordVector([.. vectorIds], [.. vectorWeights]);
    }

    double Idf(int id, int reports) =>
        Math.Log((WordFrequencies.Stretches + reports + 1.0) / (WordFrequencies.CountOf(keys[id]) + frequency[id] + 0.5));
}
