using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// In how many stretches of ordinary English a word occurs: the background against which a word of a few reports is rare
/// or common. Five reports of one story cannot tell that by themselves. Made by tools/Stemma.Training; origin and licence
/// in docs/data/word-frequencies.md.
/// </summary>
static class WordFrequencies
{
    static readonly Lazy<(int Stretches, Dictionary<ulong, int> Counts)> Table = new(Read);

    public static int Stretches => Table.Value.Stretches;

    /// <summary>Zero for a word too rare to be in the table.</summary>
    public static int CountOf(ulong word) => Table.Value.Counts.GetValueOrDefault(word);

    static (int, Dictionary<ulong, int>) Read()
    {
        using var stream = typeof(WordFrequencies).Assembly.GetManifestResourceStream("Stemma.Stories.word-frequencies.tsv")
            ?? throw new InvalidOperationException("word-frequencies.tsv is not embedded");
        using var reader = new StreamReader(stream);
        var stretches = int.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        var counts = new Dictionary<ulong, int>(8192);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            counts[WordText.KeyOf(line.AsSpan(0, tab))] = int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
        }
        return (stretches, counts);
    }
}
