using System.Collections.Frozen;

namespace Stemma.Language.Tokens;

/// <summary>What is known about the gap between two atoms when it is decided whether a token or a sentence ends there. The one place that says so, in training and in use.</summary>
sealed class GapFeatures
{
    /// <summary>Places in the table of weights.</summary>
    public const int Size = 1 << 17;

    public const int Count = 38;

    const int LongChunk = 64;

    readonly List<(ulong Word, ulong Kind, ulong Shape, ulong Last, int First, int End)> chunks = [];
    List<Atom> atoms = [];
    ulong[] words = [];
    ulong[] kinds = [];
    int[] chunkOf = [];
    byte[] known = [];

    /// <summary>Looks at these atoms from now on.</summary>
    public void Set(string text, List<Atom> of)
    {
        atoms = of;
        chunks.Clear();
        if (words.Length < atoms.Count)
            (words, kinds, chunkOf, known) = (new ulong[atoms.Count * 2], new ulong[atoms.Count * 2], new int[atoms.Count * 2], new byte[atoms.Count * 2]);
        for (var i = 0; i < atoms.Count; i++)
        {
            var word = text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start);
            words[i] = WordKey.Of(word);
            kinds[i] = KindOf(word, words[i]);
            known[i] = KnownAs(word);
        }
        for (var i = 0; i < atoms.Count; i++)
        {
            if (i == 0 || atoms[i].Space > 0)
                chunks.Add(ChunkFrom(text, i));
            chunkOf[i] = chunks.Count - 1;
        }
    }

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = WordLists.SentenceStarters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word lists know it as: an abbreviation by its kind, or a word that begins sentences.</summary>
    static byte KnownAs(ReadOnlySpan<char> word)
    {
        if (word.Length > 10 || !char.IsLetter(word[0]))
            return 0;
        return word.Length == 1 ? (byte)1 : Abbreviations.IsBinding(word) ? (byte)2 : Abbreviations.TakesNumber(word) ? (byte)3 : Abbreviations.IsKnown(word) ? (byte)4 : Starters.Contains(word) ? (byte)5 : (byte)0;
    }

    /// <summary>Lower-case word, capitalised, all capitals, one capital letter, digits by their number, or the mark itself.</summary>
    static ulong KindOf(ReadOnlySpan<char> word, ulong key)
    {
        var c = word[0];
        if (char.IsDigit(c))
            return 10 + (ulong)Math.Min(word.Length, 5);
        if (!char.IsLetter(c) && !char.IsSurrogate(c))
            return key;
        if (!char.IsUpper(c))
            return word.Length == 1 ? 1ul : 2ul;
        if (word.Length == 1)
            return 3;
        foreach (var letter in word[1..])
            if (!char.IsUpper(letter))
                return 4;
        return 5;
    }

    (ulong Word, ulong Kind, ulong Shape, ulong Last, int First, int End) ChunkFrom(string text, int first)
    {
        var end = first + 1;
        while (end < atoms.Count && atoms[end].Space == 0)
            end++;
        var chunk = text.AsSpan(atoms[first].Start, Math.Min(LongChunk, atoms[end - 1].End - atoms[first].Start));
        var kind = (chunk.Contains('@') ? 1ul : 0) | (chunk.Contains("//", StringComparison.Ordinal) ? 2ul : 0) | (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4ul : 0)
            | (chunk.Length == LongChunk ? 8ul : 0) | (chunk.Contains('_') ? 16ul : 0) | ((ulong)Math.Min(end - first, 7) << 5);
        var last = end - 1;
        while (last > first && !char.IsLetterOrDigit(text[atoms[last].Start]))
            last--;
        return (WordKey.Of(chunk), kind, ShapeOf(text, first, end), last > first ? words[last] : 0, first, end);
    }

    /// <summary>The atoms of a chunk as letters, figures or the marks themselves, with how many figures.</summary>
    ulong ShapeOf(string text, int first, int end)
    {
        var shape = 0UL;
        for (var i = first; i < Math.Min(end, first + 16); i++)
        {
            var c = text[atoms[i].Start];
            var kind = char.IsDigit(c) ? (ulong)Math.Min(4, atoms[i].End - atoms[i].Start) : char.IsLetter(c) ? (atoms[i].End - atoms[i].Start > 1 ? 6ul : 5ul) : c;
            shape = (shape ^ kind) * 0x9E3779B97F4A7C15UL;
        }
        return shape ^ (shape >> 29);
    }

    ulong Word(int i) => i >= 0 && i < atoms.Count ? words[i] : 7;

    ulong Kind(int i) => i >= 0 && i < atoms.Count ? kinds[i] : 7;

    ulong Known(int i) => i >= 0 && i < atoms.Count ? known[i] : 7ul;

    ulong Space(int i) => i >= 0 && i < atoms.Count ? atoms[i].Space : 3ul;

    /// <summary>Whether the gap before this atom needs no decision: a blank and a word in lower case after a word or figure.</summary>
    public bool IsPlain(int i) => atoms[i].Space == 1 && kinds[i] == 2 && kinds[i - 1] is >= 1 and <= 15;

    /// <summary>
    /// What the lists of abbreviations decide, where they know the word, and single letters ("p.m.", "J."): the full stop belongs to the
    /// word, and ends a sentence only where the next word begins one. Null where the classifier is to say.
    /// </summary>
    public Segmenter.Gap? Forced(int i)
    {
        if (atoms[i].Space == 0 && IsInitials(i))
            return Segmenter.Gap.Join;
        if (kinds[i] == Stop && atoms[i].Space == 0 && Space(i + 1) > 0)
            return IsAbbreviation(i - 1, i + 1) ? Segmenter.Gap.Join : null;
        if (i < 2 || atoms[i].Space == 0)
            return null;
        var starts = known[i] == 5;
        if (kinds[i - 1] != Stop || atoms[i - 1].Space > 0)
            return starts && IsCloser(i - 1) && atoms[i - 1].Space == 0 && kinds[i - 2] == Stop ? Segmenter.Gap.Break : null;
        // "… . The", and "at a cost of 6. The rest": not at the head of a line, before a word that begins sentences.
        if (kinds[i - 2] == Stop || kinds[i - 2] is >= 11 and <= 15)
            return starts && (kinds[i - 2] == Stop || atoms[i - 2].Space is 1 or 2) ? Segmenter.Gap.Break : null;
        if (!(kinds[i] is >= 1 and <= 15) || (!IsAbbreviation(i - 2, i) && known[i - 2] != 1))
            return null;
        return known[i - 2] is 1 or 4 && starts ? null : Segmenter.Gap.Split;
    }

    /// <summary>Between the letters and stops of "p.m." and "U.S.", and before the stop of "J.".</summary>
    bool IsInitials(int i)
    {
        if (known[i] == 1 && kinds[i - 1] == Stop)
            return i >= 2 && known[i - 2] == 1 && atoms[i - 1].Space == 0 && Space(i + 1) == 0 && Kind(i + 1) == Stop;
        return kinds[i] == Stop && known[i - 1] == 1
            && (kinds[i - 1] == 3 || (i >= 2 && kinds[i - 2] == Stop && atoms[i - 1].Space == 0) || (Space(i + 1) == 0 && Known(i + 1) == 1 && Kind(i + 2) == Stop));
    }

    bool IsCloser(int i) => kinds[i] == CloseRound || kinds[i] == Quote;

    // Keys make curly double marks plain.
    static readonly ulong CloseRound = WordKey.Of(")"), Quote = WordKey.Of("\"");

    bool IsAbbreviation(int i, int next) => known[i] is 2 or 4 || (known[i] == 3 && next < atoms.Count && kinds[next] is >= 11 and <= 15);

    static readonly ulong Stop = WordKey.Of(".");

    /// <summary>Writes the places of the features of the gap before atom <paramref name="i"/>.</summary>
    public void Write(int i, GapHistory history, Span<int> places)
    {
        ulong s = Space(i), wa = Word(i - 1), wb = Word(i), ka = Kind(i - 1), kb = Kind(i), k0 = Kind(i - 2), k1 = Kind(i + 1);
        var (chunkA, chunkB) = (chunks[chunkOf[i - 1]], chunks[chunkOf[i]]);
        var (at, length, before, last) = (0, history.Length, (ulong)history.Last, (ulong)Math.Min(3, chunks[chunkOf[i]].End - i));
        places[at++] = Place(1, s, ka, kb);
        places[at++] = Place(2, s, wa);
        places[at++] = Place(3, s, wb);
        places[at++] = Place(4, s, wa, wb);
        places[at++] = Place(5, s, wa, kb);
        places[at++] = Place(6, s, ka, wb);
        places[at++] = Place(7, s, k0, ka, kb);
        places[at++] = Place(8, s, ka, kb, k1);
        places[at++] = Place(9, s, Word(i - 2), wa, kb);
        places[at++] = Place(10, s, Word(i - 2), wa, wb);
        places[at++] = Place(11, s, wa, wb, Word(i + 1));
        places[at++] = Place(12, s, k0, ka, kb, k1);
        places[at++] = Place(13, s, Kind(i - 3), k0, ka, kb);
        places[at++] = Place(14, s, ka, kb, k1, Kind(i + 2));
        places[at++] = Place(15, s, chunkA.Kind, ka, kb);
        places[at++] = Place(16, chunkA.Word, (ulong)(i - chunkA.First), s);
        places[at++] = Place(17, s, chunkB.Kind, ka, kb);
        places[at++] = Place(18, s, (ulong)Math.Min(length, 8), ka, kb);
        places[at++] = Place(19, s, (ulong)Math.Min(history.Open, 3), ka, kb);
        places[at++] = Place(20, s, (ulong)Math.Min(atoms[i - 1].End - atoms[i - 1].Start, 6), k0, ka);
        places[at++] = Place(21, s, Space(i - 1), Space(i + 1), ka, kb);
        places[at++] = Place(22, s, Word(i - 2), ka, wb);
        places[at++] = Place(23, s, ka, chunkB.Word);
        places[at++] = Place(24, s, chunkA.Word, kb);
        places[at++] = Place(25, s, chunkA.Word, chunkB.Word);
        places[at++] = Place(26, s, ka, kb, Word(i + 1));
        places[at++] = Place(27, s, (ulong)Math.Min(length, 40) / 5, ka);
        places[at++] = Place(28, s, chunkA.Shape, (ulong)(i - chunkA.First));
        places[at++] = Place(29, s, chunkA.Shape, (ulong)(i - chunkA.First), before);
        places[at++] = Place(30, s, before, k0, ka, kb);
        places[at++] = Place(31, s, before, last, ka, kb) ^ (int)(chunkA.Kind & 31);
        places[at++] = Place(32, s, chunkA.Shape);
        places[at++] = Place(33, s, chunkA.Last, ka, kb);
        places[at++] = Place(34, s, chunkA.Shape, ka, kb);
        // Of an abbreviation the word lists know more than the training texts show.
        var (stopped, stop) = (Known(i - 2), Known(i - 1));
        places[at++] = Place(35, s, stopped, ka, Known(i), kb);
        places[at++] = Place(36, s, stop, ka, kb, Space(i + 1));
        places[at++] = Place(37, s, stopped, stop, kb) ^ (int)(Kind(i - 3) & 31);
        places[at] = Place(38, s, ka, Known(i), k0);
    }

    static int Place(ulong template, ulong a, ulong b = 0, ulong c = 0, ulong d = 0, ulong e = 0)
    {
        var hash = template * 0x9E3779B97F4A7C15UL;
        hash = (hash ^ a) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 32) ^ b) * 0xc4ceb9fe1a85ec53UL;
        hash = (hash ^ (hash >> 32) ^ c) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 32) ^ d) * 0xc4ceb9fe1a85ec53UL;
        hash = (hash ^ (hash >> 32) ^ e) * 0xff51afd7ed558ccdUL;
        return (int)(hash >> 47);
    }
}
