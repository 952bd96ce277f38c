using System.Security.Cryptography;
using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>Everything learned that the language layer reads with. Immutable, shared by all threads.</summary>
/// <param name="Tags">"UPOS|XPOS", by index.</param>
/// <param name="Relations">Universal dependency relations, by index.</param>
sealed record SyntaxModel(string[] Tags, string[] Relations, Segmenter Segmenter, Network Network, Lemmas Lemmas)
{
    static readonly Lazy<(SyntaxModel Model, string Sha256)> Shipped = new(Load);

    /// <summary>Per tag its universal part of speech.</summary>
    public string[] Upos { get; } = [.. Tags.Select(static tag => tag[..tag.IndexOf('|', StringComparison.Ordinal)])];

    /// <summary>Per tag its part of speech of the Penn Treebank.</summary>
    public string[] Xpos { get; } = [.. Tags.Select(static tag => tag[(tag.IndexOf('|', StringComparison.Ordinal) + 1)..])];

    public int RootRelation { get; } = Array.IndexOf(Relations, "root");

    /// <summary>The model that comes with the program.</summary>
    public static SyntaxModel English => Shipped.Value.Model;

    /// <summary>SHA-256 of the model's file, lower-case hexadecimal.</summary>
    public static string Sha256 => Shipped.Value.Sha256;

    static (SyntaxModel, string) Load()
    {
        using var stream = typeof(SyntaxModel).Assembly.GetManifestResourceStream("english.model") ?? throw new InvalidOperationException("The program was built without its language model.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (ModelFile.Read(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
