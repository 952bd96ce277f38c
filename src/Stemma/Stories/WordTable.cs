using System.Runtime.InteropServices;

namespace Stemma.Stories;

/// <summary>
/// The words of many reports, six bytes a word instead of sixteen: every word has a number, and each report keeps numbers and
/// counts. What is kept of 10,000 reports stays near 10 MB.
/// </summary>
sealed class WordTable
{
    readonly Dictionary<ulong, int> numbers = [];
    readonly List<ulong> keys = [];

    /// <summary>One report's words in their order.</summary>
    public readonly record struct Row(int[] Words, WordCounts[] Counts)
    {
        /// <summary>Numbers of the words that the title alone has.</summary>
        public int[] Unwritten(int[] ids)
        {
            var unwritten = new List<int>();
            for (var i = 0; i < Words.Length; i++)
            {
                if (!Counts[i].InText)
                    unwritten.Add(ids[Words[i]]);
            }
            return [.. unwritten];
        }
    }

    public Row Add(StoryWord[] words)
    {
        var row = new Row(new int[words.Length], new WordCounts[words.Length]);
        for (var i = 0; i < words.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, words[i].Key, out var known);
            if (!known)
            {
                number = keys.Count;
                keys.Add(words[i].Key);
            }
            row.Words[i] = number;
            row.Counts[i] = words[i].Counts;
        }
        return row;
    }

    public ulong KeyOf(int number) => keys[number];

    /// <summary>For each number a new one, counted by first place in these rows, which must be all there are.</summary>
    public int[] Renumber(Row[] rows)
    {
        var renumbered = new int[keys.Count];
        Array.Fill(renumbered, -1);
        var next = 0;
        foreach (var row in rows)
            foreach (var word in row.Words)
            {
                if (renumbered[word] < 0)
                    renumbered[word] = next++;
            }
        return renumbered;
    }
}
