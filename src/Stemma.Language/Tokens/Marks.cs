namespace Stemma.Language.Tokens;

/// <summary>
/// Quotation marks and apostrophes: the same characters serve for both, so the neighbours decide. Curly double marks and
/// guillemets say themselves which side they are; straight marks open after white space, brackets and dashes and close
/// otherwise; a single mark between letters is an apostrophe.
/// </summary>
static class Marks
{
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    /// <summary>"n't", "'s", "'re", "'ve", "'ll", "'d", "'m" at the end of a word.</summary>
    public static bool IsClitic(string text, int i, int limit, out int end)
    {
        end = i;
        if (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
            return false;
        var letters = text[i] is 'n' or 'N' && i + 2 < limit && IsApostrophe(text[i + 1]) && text[i + 2] is 't' or 'T' ? i + 3
            : IsApostrophe(text[i]) ? CliticEnd(text, i + 1, limit) : i;
        if (letters <= i || (letters < limit && char.IsLetterOrDigit(text[letters])))
            return false;
        end = letters;
        return true;
    }

    static int CliticEnd(string text, int i, int limit)
    {
        if (i >= limit)
            return 0;
        var two = text.AsSpan(i, Math.Min(2, limit - i));
        if (two.Equals("re", StringComparison.OrdinalIgnoreCase) || two.Equals("ve", StringComparison.OrdinalIgnoreCase) || two.Equals("ll", StringComparison.OrdinalIgnoreCase))
            return i + 2;
        return text[i] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' ? i + 1 : 0;
    }

    public static (int End, TokenKind Kind)? QuoteAt(string text, int i, int limit)
    {
        var c = text[i];
        switch (c)
        {
            case '\u201c' or '\u201e' or '\u00ab' or '\u2018' or '\u201a' or '\u2039':
                return (i + 1, TokenKind.OpenQuote);
            case '\u201d' or '\u00bb' or '\u203a':
                return (i + 1, TokenKind.CloseQuote);
            case '\u2019':
                return (i + 1, TokenKind.CloseQuote);
            case '"' or '\'':
                var doubled = c == '\'' && i + 1 < limit && text[i + 1] == '\'';
                return (doubled ? i + 2 : i + 1, Opens(text, i, limit, doubled ? 2 : 1) ? TokenKind.OpenQuote : TokenKind.CloseQuote);
            case '`' when i + 1 < limit && text[i + 1] == '`':
                return (i + 2, TokenKind.OpenQuote);
            default:
                return null;
        }
    }

    static bool Opens(string text, int i, int limit, int length)
    {
        var spaceBefore = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '{' or '-' or '\u2014' or '\u2013' or '"' or '\'' or '\u201c' or '\u2018' or '/';
        var wordAfter = i + length < limit && !char.IsWhiteSpace(text[i + length]);
        return spaceBefore && wordAfter;
    }
}
