namespace Stemma.Language.Syntax;

/// <summary>
/// Words to row numbers by 32 bits of their key, with open addressing. Of a hundred thousand words in it, about one in forty
/// thousand that are not seems to be. Cost of a look-up: one or two places of a table.
/// </summary>
sealed class KeyIndex
{
    readonly Mapped<uint> keys;
    readonly int[] slots;

    public KeyIndex(uint[] keys)
        : this((Mapped<uint>)keys)
    {
    }

    /// <param name="keys">One per row, all different.</param>
    public KeyIndex(Mapped<uint> keys)
    {
        this.keys = keys;
        var size = 16;
        while (size < keys.Length * 2)
            size *= 2;
        slots = new int[size];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)(keys[row] & (uint)(size - 1));
            while (slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            slots[slot] = row + 1;
        }
    }

    public ReadOnlySpan<uint> Keys => keys.ToArray();

    /// <param name="wordKey">From <see cref="Tokens.WordKey"/>.</param>
    public static uint KeyOf(ulong wordKey) => (uint)((wordKey * 0x9E3779B97F4A7C15UL) >> 32);

    /// <summary>The row of this word, -1 where it has none.</summary>
    public int Find(ulong wordKey)
    {
        var key = KeyOf(wordKey);
        for (var slot = (int)(key & (uint)(slots.Length - 1)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            if (keys[slots[slot] - 1] == key)
                return slots[slot] - 1;
        return -1;
    }
}
