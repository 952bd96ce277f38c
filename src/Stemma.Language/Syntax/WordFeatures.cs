using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>
/// What a network sees of a word by its letters: the word, its beginning, its endings, its shape and the lists it stands in, each
/// hashed into a table of its own (feature hashing, Weinberger et al. 2009). The one place that turns a token into features, in training and in use.
/// Cost: one pass over the word per feature. Two features may share a row; training learns to live with it.
/// </summary>
/// <param name="width">Numbers of a row.</param>
/// <param name="rows">Rows of each table, in the order of the features: word, first three letters, last two, last three, last four, shape, lists with the case. A power of two each; none: the network does not see this feature.</param>
sealed class WordFeatures(int width, params int[] rows)
{
    public const int Count = 7;

    /// <summary>For trees the word itself says much: how it is used is its own.</summary>
    public static WordFeatures OfSyntax { get; } = new(64, 16384, 4096, 1024, 8192, 8192, 1024, 32);

    /// <summary>For names it does not: those of the corpora would be learned by heart, and others found no better.</summary>
    public static WordFeatures OfNames { get; } = new(32, 0, 4096, 1024, 4096, 4096, 1024, 32);

    readonly int[] offsets = [.. rows.Select((_, i) => rows[..i].Sum())];

    public int Width { get; } = width;

    public int TotalRows { get; } = rows.Sum();

    /// <summary>Writes one key per feature.</summary>
    /// <param name="key">The word's <see cref="WordKey"/>.</param>
    public static void Write(ReadOnlySpan<char> word, ulong key, Listed listed, Span<ulong> keys)
    {
        keys[0] = Mixed(key);
        keys[1] = Mixed(WordKey.Of(word[..Math.Min(3, word.Length)]));
        for (var length = 2; length <= 4; length++)
            keys[length] = Mixed(word.Length < length ? (ulong)length : WordKey.Of(word[^length..]));
        keys[5] = Mixed(ShapeOf(word));
        keys[6] = (ulong)(((int)listed * 4) + CaseOf(word));
    }

    /// <summary>The row of a feature, or -1 where the network does not see it.</summary>
    public int Row(int feature, ulong key) => rows[feature] == 0 ? -1 : offsets[feature] + (int)(key & (ulong)(rows[feature] - 1));

    static ulong Mixed(ulong key)
    {
        key ^= key >> 33;
        key *= 0xff51afd7ed558ccdUL;
        return key ^ (key >> 33);
    }

    /// <summary>0 in lower case, 1 with a capital first, 2 in capitals, 3 any other way.</summary>
    static int CaseOf(ReadOnlySpan<char> word)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in word)
            (upper, lower) = (upper + (char.IsUpper(c) ? 1 : 0), lower + (char.IsLower(c) ? 1 : 0));
        return upper == 0 ? (lower > 0 ? 0 : 3) : lower == 0 ? 2 : upper == 1 && char.IsUpper(word[0]) ? 1 : 3;
    }

    /// <summary>Letters as x or X, digits as d, all else as it is; a run counts up to three.</summary>
    static ulong ShapeOf(ReadOnlySpan<char> word)
    {
        var shape = WordKey.Basis;
        var (last, run) = ('\0', 0);
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : WordKey.Folded(c);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 3)
                shape = (shape ^ kind) * WordKey.Prime;
        }
        return shape;
    }
}
