namespace Stemma.Language.Syntax;

/// <summary>Lists a word can stand in, as bits.</summary>
[Flags]
enum Listed : byte
{
    None = 0,
    /// <summary>A given name or family name.</summary>
    Person = 1,
    /// <summary>A populated place of one word.</summary>
    Place = 2,
    /// <summary>A word of a populated place's name of several.</summary>
    PlacePart = 4,
}

/// <summary>Which words stand in lists of personal names and of places: a hint to the network, no verdict.</summary>
/// <param name="lists">Per row of the index.</param>
sealed class NameLists(KeyIndex index, Mapped<Listed> lists)
{
    public NameLists(KeyIndex index, Listed[] lists)
        : this(index, (Mapped<Listed>)lists)
    {
    }

    public KeyIndex Index { get; } = index;

    public ReadOnlySpan<Listed> Lists => lists.ToArray();

    /// <param name="wordKey">From <see cref="Tokens.WordKey"/>.</param>
    public Listed Of(ulong wordKey) => Index.Find(wordKey) is >= 0 and var row ? lists[row] : Listed.None;
}
