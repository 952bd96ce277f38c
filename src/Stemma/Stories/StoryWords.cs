using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// The words of one report that say what it is about: folded, without function words, a plural -s taken off; each with how
/// often it stands there, whether it is written as a name, and how often in the title or the opening. A name is a word
/// with a capital where no sentence begins; titles and lines in capitals prove nothing. Cost: one pass.
/// </summary>
static class StoryWords
{
    internal struct Count
    {
        public int Times;
        public int AsName;
        public bool InOpening;
        public int First;
    }

    public static Dictionary<ulong, Count> Of(WordText title, WordText text, int openingWords)
    {
        var counts = new Dictionary<ulong, Count>(text.Count / 2);
        Add(counts, title, title.Count, names: false);
        // Titles do not say where a word stands in the text.
        foreach (var key in counts.Keys.ToArray())
            CollectionsMarshal.GetValueRefOrNullRef(counts, key).First = -1;
        Add(counts, text, openingWords, names: true);
        return counts;
    }

    static void Add(Dictionary<ulong, Count> counts, WordText text, int openingWords, bool names)
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
            if (names && char.IsUpper(word[0]) && !BeginsSentence(text.Text, text.Ranges[i].Start))
                count.AsName++;
        }
    }

    /// <summary>"talks" is "talk"; "ss", "us" and "is" at the end are left alone.</summary>
    static ulong Stem(ReadOnlySpan<char> word, ulong key) =>
        word.Length > 3 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i') ? WordText.KeyOf(word[..^1]) : key;

    static bool BeginsSentence(string text, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (text[i] is '\n' or '\r' or '.' or '!' or '?' or ':' or '“' or '"' or '‘' or '—' or '•')
                return true;
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }
        return true;
    }
}
