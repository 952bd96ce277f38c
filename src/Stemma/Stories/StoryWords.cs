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
                words.Add(new StoryWord(key, 0, false, false));
            }
            var word = words[place];
            words[place] = word with { Times = Math.Min(word.Times + 1, StoryWord.TimesMax), InOpening = word.InOpening || i < openingWords, InText = word.InText || inText };
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
/// <param name="Times">How often it stands there; more than <see cref="TimesMax"/> count as that.</param>
/// <param name="InOpening">In the title or the first words of the text.</param>
/// <param name="InText">Not in the title alone.</param>
public readonly record struct StoryWord(ulong Key, int Times, bool InOpening, bool InText)
{
    public const int TimesMax = (1 << 14) - 1;
}
