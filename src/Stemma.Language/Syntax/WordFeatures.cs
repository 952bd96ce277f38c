using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>
/// What the network sees of a word by its letters: the word, its beginning, its endings, its shape and the lists it stands in, each
/// hashed into a table of its own (feature hashing, Weinberger et al. 2009). The one place that turns a token into features, in training and in use.
/// Cost: one pass over the word per feature. Two features may share a row; training learns to live with it.
/// </summary>
static class WordFeatures
{
    /// <summary>Rows of each table, in the order of the features: word, first three letters, last two, last three, last four, shape, lists with the case.</summary>
    static readonly int[] Rows = [16384, 4096, 1024, 8192, 8192, 1024, 32];

    static readonly int[] Offsets = [.. Rows.Select((_, i) => Rows[..i].Sum())];

    public static int Count => Rows.Length;

    public static int TotalRows { get; } = Rows.Sum();

    /// <summary>Writes one row index per feature.</summary>
    /// <param name="key">The word's <see cref="WordKey"/>.</param>
    public static void Write(ReadOnlySpan<char> word, ulong key, NameLists lists, Span<int> rows)
    {
        rows[0] = Place(0, key);
        rows[1] = Place(1, WordKey.Of(word[..Math.Min(3, word.Length)]));
        for (var length = 2; length <= 4; length++)
            rows[length] = Place(length, word.Length < length ? (ulong)length : WordKey.Of(word[^length..]));
        rows[5] = Place(5, ShapeOf(word));
        rows[6] = Offsets[6] + ((int)lists.Of(key) * 4) + CaseOf(word);
    }

    static int Place(int feature, ulong key) => Offsets[feature] + (int)(Mixed(key) % (ulong)Rows[feature]);

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
