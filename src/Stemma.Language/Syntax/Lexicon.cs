using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>What is known of a word before it is read in its sentence: its vector, the lists it stands in, its letters. Looked up once for all networks that read it.</summary>
sealed class Lexicon(VectorTable vectors, NameLists lists)
{
    public VectorTable Vectors { get; } = vectors;

    public NameLists Lists { get; } = lists;

    /// <summary>Writes vector and keys of each token into the workspace.</summary>
    public void Look(string text, ReadOnlySpan<TextRange> tokens, Workspace work)
    {
        work.SizeWords(tokens.Length);
        work.Vectors[..(tokens.Length * VectorTable.Width)].Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].In(text);
            var key = WordKey.Of(word);
            Vectors.AddTo(key, work.Vectors[(i * VectorTable.Width)..]);
            WordFeatures.Write(word, key, Lists.Of(key), work.Features.Slice(i * WordFeatures.Count, WordFeatures.Count));
        }
    }
}
