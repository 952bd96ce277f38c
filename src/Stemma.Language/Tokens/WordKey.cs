namespace Stemma.Language.Tokens;

/// <summary>The key under which a word is looked up: FNV-1a over its lower-case letters, typographic marks made plain.</summary>
static class WordKey
{
    public const ulong Basis = 14695981039346656037UL;
    public const ulong Prime = 1099511628211UL;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var key = Basis;
        foreach (var c in word)
            key = (key ^ Folded(c)) * Prime;
        return key;
    }

    public static char Folded(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < (char)0x80 => c,
        '\u2019' or '\u2018' => '\'',
        '\u201c' or '\u201d' => '"',
        '\u2013' or '\u2014' => '-',
        _ => char.ToLowerInvariant(c),
    };
}
