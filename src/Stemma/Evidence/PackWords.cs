using System.Text;
using Stemma.Language;

namespace Stemma.Evidence;

/// <summary>
/// The words of a text as the pack's contract counts them: runs of letters and digits (Unicode L* and Nd), compared in
/// lower case. Apostrophes, hyphens and points divide words, which needs no rule of any language and can be repeated by
/// anyone who checks a pack in another program.
/// </summary>
sealed class PackWords
{
    readonly string _text;
    readonly TextRange[] _words;

    public PackWords(string text)
    {
        _text = text;
        _words = [.. Scan(text)];
    }

    public int Count => _words.Length;

    public TextRange this[int word] => _words[word];

    /// <summary>Index of the first word that starts at or after this position.</summary>
    public int FirstFrom(int position)
    {
        int low = 0, high = _words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The words that lie wholly inside the range: first, and one past the last.</summary>
    public (int First, int End) Inside(TextRange range)
    {
        var first = FirstFrom(range.Start);
        var end = FirstFrom(range.End);
        if (end > first && _words[end - 1].End > range.End)
            end--;
        return (first, Math.Max(first, end));
    }

    /// <summary>True where the range begins with the first letter of a word and ends with the last letter of one.</summary>
    public bool Fits(TextRange range)
    {
        var (first, end) = Inside(range);
        return end > first && _words[first].Start == range.Start && _words[end - 1].End == range.End;
    }

    /// <summary>How many of the words inside these ranges also lie inside the other one.</summary>
    public (int Shared, int All) Overlap(IReadOnlyList<TextRange> ranges, TextRange other)
    {
        int shared = 0, all = 0;
        foreach (var range in ranges)
        {
            var (first, end) = Inside(range);
            all += end - first;
            for (var word = first; word < end; word++)
                shared += other.Contains(_words[word]) ? 1 : 0;
        }
        return (shared, all);
    }

    /// <summary>The words of a text by themselves, in lower case.</summary>
    public static List<string> Of(string text) => [.. Scan(text).Select(word => word.Of(text).ToLowerInvariant())];

    public string Lowered(int word) => _words[word].Of(_text).ToLowerInvariant();

    static IEnumerable<TextRange> Scan(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var known = Rune.TryGetRuneAt(text, i, out var rune);
            if (known && Rune.IsLetterOrDigit(rune))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return new TextRange(start, i);
                start = -1;
            }
            i += known ? rune.Utf16SequenceLength : 1;
        }
        if (start >= 0)
            yield return new TextRange(start, text.Length);
    }
}
