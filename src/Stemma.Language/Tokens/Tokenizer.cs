using System.Buffers;
using System.Globalization;

namespace Stemma.Language.Tokens;

/// <summary>
/// Cuts text into tokens. One pass from left to right in the manner of the Penn Treebank and Universal Dependencies
/// tokenizers: words keep inner hyphens and full stops of abbreviations, clitics ("n't", "'s") are their own tokens,
/// numbers keep their separators, each mark of punctuation stands alone, and quotation marks are told apart by what stands
/// around them. Cost: linear in the text. Total: any string gives tokens that cover exactly its characters which are
/// neither white space nor set apart.
/// Gets wrong: an apostrophe that opens an elided word ("'tis") is taken for a quotation mark unless listed; an
/// abbreviation that is not in the list loses its full stop; hyphenated words stay whole, where UD splits them.
/// </summary>
static class Tokenizer
{
    /// <summary>All white space, and the marks that no address holds.</summary>
    static readonly SearchValues<char> AfterAddress = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(static unit => (char)unit).Where(static c => char.IsWhiteSpace(c) || c is '"' or '<' or '>' or '\u201c' or '\u201d' or '\u2018')]);

    public static (TextRange[] Ranges, TokenKind[] Kinds) Tokenize(string text, IReadOnlyList<TextRange> setApart)
    {
        var ranges = new List<TextRange>(text.Length / 5);
        var kinds = new List<TokenKind>(text.Length / 5);
        var nextApart = 0;
        for (var i = 0; i < text.Length;)
        {
            while (nextApart < setApart.Count && setApart[nextApart].End <= i)
                nextApart++;
            if (nextApart < setApart.Count && setApart[nextApart].Contains(i))
            {
                i = setApart[nextApart].End;
                continue;
            }
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var limit = nextApart < setApart.Count ? setApart[nextApart].Start : text.Length;
            var (end, kind) = Next(text, i, limit);
            ranges.Add(new TextRange(i, end));
            kinds.Add(kind);
            i = end;
        }
        return ([.. ranges], [.. kinds]);
    }

    /// <summary>The token that begins at <paramref name="i"/>, which is not white space. Always advances.</summary>
    static (int End, TokenKind Kind) Next(string text, int i, int limit)
    {
        var c = text[i];
        if (Marks.IsClitic(text, i, limit, out var cliticEnd))
            return (cliticEnd, TokenKind.Word);
        if (IsWordCharacter(text, i))
            return Word(text, i, limit);
        if (c is '@' or '#' && i + 1 < limit && IsWordCharacter(text, i + 1))
            return (EndOfWordCharacters(text, i + 1, limit), TokenKind.Address);
        if (Marks.QuoteAt(text, i, limit) is { } quote)
            return quote;
        if (c == '.' || c == '-' || c == '\u2026')
            return (EndOfRun(text, i, limit, c), TokenKind.Punctuation);
        if (char.IsHighSurrogate(c) && i + 1 < limit && char.IsLowSurrogate(text[i + 1]))
            return (i + 2, TokenKind.Symbol);
        return (i + 1, char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol);
    }

    static (int End, TokenKind Kind) Word(string text, int start, int limit)
    {
        if (AddressEnd(text, start, limit) is var address and > 0)
            return (address, TokenKind.Address);
        var i = start;
        var digits = true;
        while (i < limit)
        {
            // "don't" is "do" + "n't": a clitic may begin with a letter of the word.
            if (i > start && Marks.IsClitic(text, i, limit, out _))
                break;
            if (IsWordCharacter(text, i))
            {
                digits &= char.IsDigit(text[i]);
                i += char.IsHighSurrogate(text[i]) ? 2 : 1;
            }
            else if (i + 1 < limit && IsWordCharacter(text, i + 1) && JoinsWord(text, i, digits))
                i++;
            else
                break;
        }
        i = Math.Min(i, limit);
        if (i < limit && text[i] == '.' && (TakesFullStop(text.AsSpan(start, i - start)) || IsNumbered(text, start, i, limit)))
            return (i + 1, TokenKind.Word);
        return (i, char.IsDigit(text[start]) ? TokenKind.Number : TokenKind.Word);
    }

    static bool JoinsWord(string text, int i, bool digitsSoFar) => text[i] switch
    {
        '-' or '\u2010' or '\u2011' or '_' => true,
        '.' or ',' or ':' => digitsSoFar ? char.IsDigit(text[i + 1]) : text[i] == '.' && IsInitials(text, i),
        '\'' or '\u2019' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
        '&' => char.IsUpper(text[i - 1]) && char.IsUpper(text[i + 1]),
        _ => false,
    };

    /// <summary>A full stop between single letters: "U.S", "a.m", "J.R".</summary>
    static bool IsInitials(string text, int i) =>
        (i == 1 || !char.IsLetterOrDigit(text[i - 2])) && char.IsLetter(text[i - 1]) && (i + 2 >= text.Length || !char.IsLetter(text[i + 2]));

    static bool IsNumbered(string text, int start, int end, int limit) =>
        end + 2 < limit && text[end + 1] is ' ' or '\u00a0' && char.IsAsciiDigit(text[end + 2]) && Abbreviations.TakesNumber(text.AsSpan(start, end - start));

    static bool TakesFullStop(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0]))
        || (word.Length >= 3 && word[1] == '.' && char.IsLetter(word[0]))
        || (word.Length <= 6 && char.IsLetter(word[0]) && Abbreviations.IsKnown(word.ToString()));

    /// <summary>End of a URL, an e-mail address or a bare domain that begins here; 0 where none does.</summary>
    static int AddressEnd(string text, int start, int limit)
    {
        var rest = text.AsSpan(start, Math.Min(limit - start, 2048));
        var scheme = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!scheme && !LooksLikeMail(rest))
            return 0;
        var length = rest.IndexOfAny(AfterAddress);
        if (length < 0)
            length = rest.Length;
        while (length > 1 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '\u2019')
            length--;
        return start + length;
    }

    static bool LooksLikeMail(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && i < 64 && (char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '.' or '-' or '_' or '+'))
            i++;
        if (i == 0 || i + 3 >= rest.Length || rest[i] != '@' || !char.IsAsciiLetterOrDigit(rest[i + 1]))
            return false;
        var dot = rest[(i + 1)..].IndexOf('.');
        return dot is > 0 and < 64 && i + dot + 2 < rest.Length && char.IsAsciiLetter(rest[i + dot + 2]);
    }

    /// <summary>Letters, digits and the marks that combine with them; characters outside the basic plane included.</summary>
    static bool IsWordCharacter(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c))
            return true;
        if (c < 0x80)
            return false;
        return CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    static int EndOfWordCharacters(string text, int i, int limit)
    {
        while (i < limit && (IsWordCharacter(text, i) || text[i] == '_'))
            i += char.IsHighSurrogate(text[i]) ? 2 : 1;
        return Math.Min(i, limit);
    }

    static int EndOfRun(string text, int i, int limit, char c)
    {
        var end = i + 1;
        while (end < limit && text[end] == c)
            end++;
        return end;
    }
}
