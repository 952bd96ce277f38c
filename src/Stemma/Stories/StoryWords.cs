using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// The words of one report that say what it is about: folded, without function words and short figures, a plural -s taken
/// off; each with how often it stands there and whether in the title or the opening. Cost: one pass.
/// </summary>
static class StoryWords
{
    public static Dictionary<ulong, StoryWord> Of(WordText title, WordText text, int openingWords)
    {
        var counts = new Dictionary<ulong, StoryWord>(text.Count / 2);
        Add(counts, title, title.Count);
        // Titles do not say where a word stands in the text.
        foreach (var key in counts.Keys.ToArray())
            CollectionsMarshal.GetValueRefOrNullRef(counts, key).First = -1;
        Add(counts, text, openingWords);
        return counts;
    }

    static void Add(Dictionary<ulong, StoryWord> counts, WordText text, int openingWords)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var word = text.Ranges[i].In(text.Text);
            if (word.Length < 2 || FunctionWords.Contains(text.Keys[i]) || (char.IsAsciiDigit(word[0]) && word.Length < 3))
                continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Stem(word, text.Keys[i]), out var known);
            if (!known || count.First < 0)
                count.First = i;
            count.Times++;
            count.InOpening |= i < openingWords;
        }
    }

    /// <summary>"talks" is "talk"; "ss", "us" and "is" at the end are left alone.</summary>
    static ulong Stem(ReadOnlySpan<char> word, ulong key) =>
        word.Length > 3 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i') ? WordText.KeyOf(word[..^1]) : key;
}

/// <summary>One word of a report.</summary>
struct StoryWord
{
    public int Times;

    public bool InOpening;

    /// <summary>Index of its first place in the text, -1 where only the title has it.</summary>
    public int First;
}
