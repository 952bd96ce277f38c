using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Turns reports into word vectors of length one: (1 + ln tf) times idf (Salton), with names, title and opening weighted
/// up and only the weightiest words kept. The document frequency is that of ordinary English and of the reports at hand
/// added up: the first keeps the words of a single story from looking common, the second learns what is common in a large
/// input. Cost: one pass, and a sort of each report's words.
/// </summary>
sealed class StoryVectors
{
    readonly List<int> frequency = [];
    readonly List<ulong> keys = [];

    public StoryVectors(IReadOnlyList<Report> reports, GroupingOptions options)
    {
        var texts = reports.Select(WordText.Of).ToArray();
        var ids = new Dictionary<ulong, int>();
        var counts = new (int Id, StoryWords.Count Count)[reports.Count][];
        for (var r = 0; r < reports.Count; r++)
        {
            var words = StoryWords.Of(WordText.Of(reports[r].Title ?? "", []), texts[r], options.OpeningWords);
            counts[r] = [.. words.Select(pair => (IdOf(pair.Key, ids), pair.Value))];
            foreach (var (id, _) in counts[r])
                frequency[id]++;
        }
        Texts = texts;
        Vectors = [.. counts.Select(report => Weigh(report, reports.Count, options))];
        Places = [.. counts.Select(report => report.ToDictionary(word => word.Id, word => word.Count.First))];
    }

    public IReadOnlyList<WordText> Texts { get; }

    public IReadOnlyList<WordVector> Vectors { get; }

    /// <summary>Where in each report a word of its vector first stands; -1 for the title only.</summary>
    IReadOnlyList<Dictionary<int, int>> Places { get; }

    public int Words => frequency.Count;

    /// <summary>In how many of the reports the word stands.</summary>
    public int FrequencyOf(int id) => frequency[id];

    /// <summary>The word as this report writes it, or nothing where only its title has it.</summary>
    public string? Written(int report, int id) =>
        Places[report].GetValueOrDefault(id, -1) is >= 0 and var place ? Texts[report].Ranges[place].Of(Texts[report].Text) : null;

    int IdOf(ulong key, Dictionary<ulong, int> ids)
    {
        if (ids.TryGetValue(key, out var id))
            return id;
        ids.Add(key, id = ids.Count);
        frequency.Add(0);
        keys.Add(key);
        return id;
    }

    WordVector Weigh((int Id, StoryWords.Count Count)[] words, int reports, GroupingOptions options)
    {
        var weighed = words.Select(word => (word.Id, Weight: Weight(word.Id, word.Count, reports, options)))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Id)
            .Take(options.ReportWordsMax).OrderBy(word => word.Id).ToArray();
        var length = Math.Sqrt(weighed.Sum(word => word.Weight * word.Weight));
        return new WordVector([.. weighed.Select(word => word.Id)], [.. weighed.Select(word => length > 0 ? word.Weight / length : 0)]);
    }

    double Weight(int id, StoryWords.Count count, int reports, GroupingOptions options)
    {
        var stretches = WordFrequencies.Stretches + reports + 1.0;
        var idf = Math.Log(stretches / (WordFrequencies.CountOf(keys[id]) + frequency[id] + 0.5));
        var name = count.AsName * 2 > count.Times ? options.NameWeight : 1;
        return (1 + Math.Log(count.Times)) * idf * name * (count.InOpening ? options.OpeningWeight : 1);
    }
}
