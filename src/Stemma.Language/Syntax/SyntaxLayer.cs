namespace Stemma.Language.Syntax;

/// <summary>
/// Syntax and names of a text, one array per annotation, indexed by token. Labels are kept as indices into the model's own lists.
/// </summary>
public sealed class SyntaxLayer
{
    readonly string[] upos;
    readonly string[] xpos;
    readonly string[] relations;

    internal SyntaxLayer(string[] upos, string[] xpos, string[] relations, int tokens)
    {
        (this.upos, this.xpos, this.relations) = (upos, xpos, relations);
        Tags = new byte[tokens];
        Lemmas = new string[tokens];
        Heads = new int[tokens];
        RelationIndices = new byte[tokens];
    }

    /// <summary>Nothing: for a text that was not analysed.</summary>
    public static SyntaxLayer None { get; } = new([], [], [], 0);

    public string[] Lemmas { get; }

    /// <summary>Index of the token each depends on, -1 for the root of a sentence.</summary>
    public int[] Heads { get; }

    /// <summary>In order and disjoint.</summary>
    public NameMention[] Names { get; internal set; } = [];

    /// <summary>The name a token stands in. Cost: a binary search.</summary>
    public NameMention? NameAt(int token) => NameFrom(token) is var at && at < Names.Length && Names[at].FirstToken <= token ? Names[at] : null;

    /// <summary>Index of the first name that ends behind a token; how many names there are where none does.</summary>
    internal int NameFrom(int token)
    {
        // Asked of nearly every word of every source: written out, it needs no delegate.
        var (low, high) = (0, Names.Length);
        while (low < high)
            if (Names[(low + high) / 2].EndToken > token)
                high = (low + high) / 2;
            else
                low = ((low + high) / 2) + 1;
        return low;
    }

    internal byte[] Tags { get; }

    internal byte[] RelationIndices { get; }

    /// <summary>By index.</summary>
    internal IReadOnlyList<string> RelationNames => relations;

    public bool IsEmpty => Heads.Length == 0;

    public string Upos(int token) => upos[Tags[token]];

    public string Xpos(int token) => xpos[Tags[token]];

    public string Relation(int token) => relations[RelationIndices[token]];
}
