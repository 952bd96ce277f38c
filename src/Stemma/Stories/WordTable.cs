using System.Runtime.InteropServices;

namespace Stemma.Stories;

/// <summary>
/// The words of many reports: each has a number, and in how many reports it stands. Reports themselves are not kept, but gone through
/// again: six bytes a word were 11 MB of 10,000 reports, held beside what was made of them.
/// </summary>
sealed class WordTable
{
    readonly Dictionary<ulong, int> numbers = [];
    readonly List<Entry> entries = [];

    /// <param name="First">Where it stands first: the report's place in the order of reports, then its own in the report.</param>
    record struct Entry(ulong Key, long First, int Frequency);

    /// <param name="place">The report's, in the order of reports; they may come in any other.</param>
    public void Add(StoryWord[] words, int place)
    {
        for (var i = 0; i < words.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, words[i].Key, out var known);
            if (!known)
            {
                number = entries.Count;
                entries.Add(new Entry(words[i].Key, long.MaxValue, 0));
            }
            ref var entry = ref CollectionsMarshal.AsSpan(entries)[number];
            entry.Frequency++;
            entry.First = Math.Min(entry.First, ((long)place << 32) | (uint)i);
        }
    }

    /// <summary>Numbers from now on by first place, so that they do not hang on the order in which reports came. No more reports after this.</summary>
    /// <returns>By number, the word's key and in how many reports it stands.</returns>
    public (ulong[] Keys, int[] Frequency) Renumber()
    {
        entries.Sort(static (a, b) => a.First.CompareTo(b.First));
        for (var number = 0; number < entries.Count; number++)
            numbers[entries[number].Key] = number;
        (ulong[] Keys, int[] Frequency) found = ([.. entries.Select(static entry => entry.Key)], [.. entries.Select(static entry => entry.Frequency)]);
        entries.Clear();
        entries.TrimExcess();
        return found;
    }

    /// <summary>Of a word of one of the reports.</summary>
    public int NumberOf(ulong key) => numbers[key];
}
