using System.Buffers;

namespace Stemma.Language.Tokens;

/// <summary>URLs and e-mail addresses, known by how they begin. Cost: linear in the address.</summary>
static class Addresses
{
    const int LengthMax = 2048;

    /// <summary>All white space, and the marks that no address holds.</summary>
    static readonly SearchValues<char> After = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(static unit => (char)unit).Where(static c => char.IsWhiteSpace(c) || c is '"' or '<' or '>' or '\u201c' or '\u201d' or '\u2018')]);

    /// <summary>End of an address that begins here; 0 where none does. Punctuation that follows an address is not part of it.</summary>
    public static int EndOf(string text, int start, int limit)
    {
        var rest = text.AsSpan(start, Math.Min(limit - start, LengthMax));
        if (!HasScheme(rest) && !LooksLikeMail(rest))
            return 0;
        var length = rest.IndexOfAny(After);
        if (length < 0)
            length = rest.Length;
        while (length > 1 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '\u2019')
            length--;
        return start + length;
    }

    static bool HasScheme(ReadOnlySpan<char> rest) =>
        rest[0] is 'h' or 'H' or 'w' or 'W' or 'f' or 'F'
        && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase));

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
}
