using System.Text;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// The words of a text made ready for comparison: maximal runs of letters and digits, in lower case,
/// each kept as a 64-bit key beside its place. Punctuation, the style of quotation marks, spacing and case therefore never
/// count. Words that touch a part set apart are left out, and a new <see cref="Blocks">block</see> begins behind
/// such a part, so that no passage ever runs across it. Accents are kept: a passage must show the same words.
/// What a word is follows the evidence pack's contract, so that a pack's counts come out the same.
/// Cost: one pass. Two different words share a key with a chance of about 2^-64 per pair, unless made to do so.
/// </summary>
public sealed class WordText
{
    WordText(string text, ulong[] keys, TextRange[] ranges, int[] blocks) =>
        (Text, Keys, Ranges, Blocks) = (text, keys, ranges, blocks);

    public string Text { get; }

    public ulong[] Keys { get; }

    public TextRange[] Ranges { get; }

    /// <summary>For each word, how many parts set apart stand before it.</summary>
    public int[] Blocks { get; }

    public int Count => Keys.Length;

    public static WordText Of(Report report) => Of(report.Text, report.SetApart);

    /// <param name="setApart">In order and disjoint.</param>
    public static WordText Of(string text, IReadOnlyList<TextRange> setApart)
    {
        var keys = new List<ulong>((text.Length / 5) + 1);
        var ranges = new List<TextRange>((text.Length / 5) + 1);
        var blocks = new List<int>((text.Length / 5) + 1);
        var part = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && LetterLength(text, end) is > 0 and var length)
                end += length;
            if (end == at)
            {
                at++;
                continue;
            }
            while (part < setApart.Count && setApart[part].End <= at)
                part++;
            if (part == setApart.Count || end <= setApart[part].Start)
            {
                keys.Add(KeyOf(text.AsSpan(at, end - at)));
                ranges.Add(new TextRange(at, end));
                blocks.Add(part);
            }
            at = end;
        }
        return new WordText(text, [.. keys], [.. ranges], [.. blocks]);
    }

    /// <summary>True where two texts hold the same words in the same order, whatever stands between them.</summary>
    public static bool SameWords(string a, string b) => Of(a, []).Keys.AsSpan().SequenceEqual(Of(b, []).Keys);

    /// <summary>FNV-1a over the lower-case word.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        var key = 14695981039346656037UL;
        foreach (var c in word)
        {
            var folded = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c);
            key = (key ^ folded) * 1099511628211UL;
        }
        return key;
    }

    /// <summary>Index of the first word that ends behind this position. Cost: a binary search.</summary>
    public int FirstWordFrom(int position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Ranges[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>From the first word's beginning to the last word's end.</summary>
    public TextRange RangeOf(int first, int count) => new(Ranges[first].Start, Ranges[first + count - 1].End);

    /// <summary>Code units of the letter or digit that stands here; none for anything else, lone surrogates included.</summary>
    static int LetterLength(string text, int at)
    {
        var c = text[at];
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (!char.IsSurrogate(c))
            return char.IsLetterOrDigit(c) ? 1 : 0;
        return Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune) ? rune.Utf16SequenceLength : 0;
    }
}
