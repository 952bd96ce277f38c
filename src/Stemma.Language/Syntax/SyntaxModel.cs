using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>Everything learned that the language layer reads with. Immutable, shared by all threads.</summary>
/// <param name="Tags">"UPOS|XPOS", by index.</param>
/// <param name="Relations">Universal dependency relations, by index.</param>
sealed record SyntaxModel(string[] Tags, string[] Relations, Segmenter Segmenter, Lexicon Lexicon, Network Network, NameNetwork Names, Lemmas Lemmas)
{
    static readonly Lazy<SyntaxModel> Shipped = new(static () => ModelFile.Read(ModelFile.Open("english.model")));

    /// <summary>Per tag its universal part of speech.</summary>
    public string[] Upos { get; } = [.. Tags.Select(static tag => tag[..tag.IndexOf('|', StringComparison.Ordinal)])];

    /// <summary>Per tag its part of speech of the Penn Treebank.</summary>
    public string[] Xpos { get; } = [.. Tags.Select(static tag => tag[(tag.IndexOf('|', StringComparison.Ordinal) + 1)..])];

    public int RootRelation { get; } = Array.IndexOf(Relations, "root");

    /// <summary>The model that comes with the program.</summary>
    public static SyntaxModel English => Shipped.Value;
}
