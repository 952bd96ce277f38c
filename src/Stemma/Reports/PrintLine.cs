using System.Buffers;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>One line of a text that holds more than white space, without the white space around it, and its shape.</summary>
sealed class PrintLine
{
    /// <summary>No line of small print is longer; counting stops here, so that a line of any length costs little.</summary>
    public const int WordsMax = 80;

    static readonly SearchValues<char> Blank = SearchValues.Create(" \t\u00A0\u202F\u2009\u3000");

    readonly string text;

    PrintLine(string text, TextRange range)
    {
        this.text = text;
        Range = range;
        Words = [.. WordsOf(text, range)];
    }

    public TextRange Range { get; }

    /// <summary>Runs without white space, the first <see cref="WordsMax"/> of them.</summary>
    public TextRange[] Words { get; }

    public ReadOnlySpan<char> Content => Range.In(text);

    /// <summary>True for a line that ends as a sentence does, closing marks aside.</summary>
    public bool EndsSentence => Content.TrimEnd("\"'”’»)]*") is [.., '.' or '!' or '?' or '…'];

    public bool IsProse => Words.Length >= 10 && EndsSentence;

    /// <summary>The lines of the text, or null where there are more than that.</summary>
    public static List<PrintLine>? Of(string text, int max)
    {
        var lines = new List<PrintLine>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var content = text.AsSpan(start, end - start);
            var first = content.Length - content.TrimStart().Length;
            var last = content.TrimEnd().Length;
            if (first < last && lines.Count == max)
                return null;
            if (first < last)
                lines.Add(new PrintLine(text, new TextRange(start + first, start + last)));
            start = end + 1;
        }
        return lines;
    }

    /// <summary>
    /// Every word that matters begins with a capital or a digit ("Show of Force"). Short words and prepositions need not;
    /// the first word must.
    /// </summary>
    public bool IsTitleCase(int firstWord = 0)
    {
        var capitals = 0;
        for (var word = firstWord; word < Words.Length; word++)
        {
            var letters = LettersOf(Words[word]);
            if (letters.IsEmpty)
                continue;
            if (char.IsUpper(letters[0]) || char.IsDigit(letters[0]))
                capitals++;
            else if (word == firstWord || !IsSmallWord(letters))
                return false;
        }
        return capitals > 0;
    }

    /// <summary>At least four letters, none of them small.</summary>
    public bool IsAllCapitals()
    {
        var letters = 0;
        foreach (var c in Content.Length > 200 ? Content[..200] : Content)
        {
            if (char.IsLower(c))
                return false;
            letters += char.IsUpper(c) ? 1 : 0;
        }
        return letters >= 4;
    }

    public bool StartsWith(string start) => Content.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks only at the beginning of a long line: what it looks for is small print.</summary>
    public bool Holds(string part) =>
        (Content.Length > 600 ? Content[..600] : Content).Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>The line from its n-th word on, or nothing.</summary>
    public ReadOnlySpan<char> From(int word) => word < Words.Length ? text.AsSpan(Words[word].Start, Range.End - Words[word].Start) : [];

    public ReadOnlySpan<char> LettersOf(TextRange word)
    {
        var content = word.In(text);
        var first = 0;
        while (first < content.Length && !char.IsLetterOrDigit(content[first]))
            first++;
        var end = content.Length;
        while (end > first && !char.IsLetterOrDigit(content[end - 1]))
            end--;
        return content[first..end];
    }

    static bool IsSmallWord(ReadOnlySpan<char> word) =>
        word.Length <= 3 || word is "with" or "from" or "into" or "over" or "upon" or "than" or "near" or "amid" or "after" or "under" or "about";

    static List<TextRange> WordsOf(string text, TextRange range)
    {
        var words = new List<TextRange>();
        for (var at = range.Start; at < range.End && words.Count < WordsMax;)
        {
            var rest = text.AsSpan(at, range.End - at);
            var length = rest.IndexOfAny(Blank);
            var end = length < 0 ? range.End : at + length;
            if (end > at)
                words.Add(new TextRange(at, end));
            at = end + 1;
        }
        return words;
    }
}
