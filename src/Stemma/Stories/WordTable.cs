using System.Runtime.InteropServices;

namespace Stemma.Stories;

/// <summary>
/// The words of many reports, six bytes a word instead of sixteen: every word has a number, and each report keeps numbers and
/// counts. What is kept of 10,000 reports stays near 10 MB.
/// </summary>
sealed class WordTable
{
    const int Opening = 1, Text = 2, TimesShift = 2;

    readonly Dictionary<ulong, int> numbers = [];
    readonly List<ulong> keys = [];

    /// <summary>One report's words in their order.</summary>
    public readonly record struct Row(int[] Words, ushort[] Counts)
    {
        public int TimesOf(int i) => Counts[i] >> TimesShift;

        public bool InOpening(int i) => (Counts[i] & Opening) != 0;

        /// <summary>Numbers of the words that the title alone has.</summary>
        public int[] Unwritten(int[] ids)
        {
            var unwritten = new List<int>();
            for (var i = 0; i < Words.Length; i++)
            {
                if ((Counts[i] & Text) == 0)
                    unwritten.Add(ids[Words[i]]);
            }
            return [.. unwritten];
        }
    }

    public Row Add(StoryWord[] words)
    {
        var row = new Row(new int[words.Length], new ushort[words.Length]);
        for (var i = 0; i < words.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, words[i].Key, out var known);
            if (!known)
            {
                number = keys.Count;
                keys.Add(words[i].Key);
            }
            row.Words[i] = number;
            row.Counts[i] = (ushort)((words[i].Times << TimesShift) | (words[i].InText ? Text : 0) | (words[i].InOpening ? Opening : 0));
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
