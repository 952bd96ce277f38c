using Stemma.Reports;

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

    readonly List<int> frequency = [];
    readonly List<ulong> keys = [];
    readonly (int[] Ids, int[] First)[] places;

    public StoryVectors(IReadOnlyList<Report> reports, GroupingOptions options)
    {
        var ids = new Dictionary<ulong, int>();
        var words = new (int Id, StoryWord Word)[reports.Count][];
        Texts = [.. reports.Select(WordText.Of)];
        for (var r = 0; r < reports.Count; r++)
        {
            var found = StoryWords.Of(WordText.Of(reports[r].Title ?? "", []), Texts[r], options.OpeningWords);
            words[r] = [.. found.Select(pair => (IdOf(pair.Key, ids), pair.Value))];
            foreach (var (id, _) in words[r])
                frequency[id]++;
        }
        Vectors = [.. words.Select(report => Weigh(report, reports.Count, options))];
        places = [.. words.Select(PlacesOf)];
    }

    public IReadOnlyList<WordText> Texts { get; }

    public IReadOnlyList<WordVector> Vectors { get; }

    /// <summary>One more than the greatest id in a vector.</summary>
    public int Ids => frequency.Count * Channels;

    /// <summary>In how many of the reports the word stands.</summary>
    public int FrequencyOf(int id) => frequency[id / Channels];

    /// <summary>The word as this report writes it, or nothing where only its title has it.</summary>
    public string? Written(int report, int id)
    {
        var found = Array.BinarySearch(places[report].Ids, id / Channels);
        var first = found >= 0 ? places[report].First[found] : -1;
        return first >= 0 ? Texts[report].Ranges[first].Of(Texts[report].Text) : null;
    }

    static (int[] Ids, int[] First) PlacesOf((int Id, StoryWord Word)[] words)
    {
        int[] wordIds = [.. words.Select(word => word.Id)];
        int[] first = [.. words.Select(word => word.Word.First)];
        Array.Sort(wordIds, first);
        return (wordIds, first);
    }

    int IdOf(ulong key, Dictionary<ulong, int> ids)
    {
        if (ids.TryGetValue(key, out var id))
            return id;
        ids.Add(key, id = ids.Count);
        frequency.Add(0);
        keys.Add(key);
        return id;
    }

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
