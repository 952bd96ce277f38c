using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// The words of one report that say what it is about: folded, without function words and short figures, a plural -s taken
/// off; each with how often it stands there and whether in the title or the opening. Cost: one pass.
/// </summary>
static class StoryWords
{
    /// <summary>Each word once, in the order of its first place, the title's before the text's.</summary>
    public static StoryWord[] Of(WordText title, WordText text, int openingWords)
    {
        var words = new List<StoryWord>(text.Count / 2);
        var places = new Dictionary<ulong, int>(text.Count / 2);
        Add(words, places, title, title.Count, inText: false);
        Add(words, places, text, openingWords, inText: true);
        return [.. words];
    }

    static void Add(List<StoryWord> words, Dictionary<ulong, int> places, WordText text, int openingWords, bool inText)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!Tells(text, i))
                continue;
            var key = Stem(text, i);
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var known);
            if (!known)
            {
                place = words.Count;
                words.Add(new StoryWord(key, default));
            }
            var counts = words[place].Counts;
            words[place] = new StoryWord(key, new WordCounts(counts.Times + 1, counts.InOpening || i < openingWords, counts.InText || inText));
        }
    }

    /// <summary>The word as this text first writes it, or nothing where it has none.</summary>
    public static string? Written(WordText text, ulong key)
    {
        for (var i = 0; i < text.Count; i++)
            if (Tells(text, i) && Stem(text, i) == key)
                return text.Ranges[i].Of(text.Text);
        return null;
    }

    static bool Tells(WordText text, int i)
    {
        var word = text.Ranges[i].In(text.Text);
        return word.Length >= 2 && !FunctionWords.Contains(text.Keys[i]) && !(char.IsAsciiDigit(word[0]) && word.Length < 3);
    }

    /// <summary>"talks" is "talk"; "ss", "us" and "is" at the end are left alone.</summary>
    static ulong Stem(WordText text, int i)
    {
        var word = text.Ranges[i].In(text.Text);
        return word.Length > 3 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i') ? WordText.KeyOf(word[..^1]) : text.Keys[i];
    }
}

/// <summary>One word of a report.</summary>
/// <param name="Key">Hash of its stem.</param>
public readonly record struct StoryWord(ulong Key, WordCounts Counts);

/// <summary>How often a word stands in a report, and where: two bytes, as they are kept.</summary>
public readonly record struct WordCounts(ushort Bits)
{
    const int Opening = 1, Text = 2, TimesShift = 2;

    /// <summary>More than this count as this.</summary>
    public const int TimesMax = (1 << 14) - 1;

    public WordCounts(int times, bool inOpening, bool inText)
        : this((ushort)((Math.Min(times, TimesMax) << TimesShift) | (inText ? Text : 0) | (inOpening ? Opening : 0)))
    {
    }

    public int Times => Bits >> TimesShift;

    /// <summary>In the title or the first words of the text.</summary>
    public bool InOpening => (Bits & Opening) != 0;

    /// <summary>Not in the title alone.</summary>
    public bool InText => (Bits & Text) != 0;
}
