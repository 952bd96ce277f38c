using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Stemma.Training.Tokens;

namespace Stemma.Training.Syntax;

/// <summary>Corpora to the model of the language pipeline: what cuts a text, the lexicon, and the two networks that read it.</summary>
static class SyntaxTraining
{
    const int WordCount = 80_000;

    public static byte[] Run(string folder, string vectorFile, double passes, bool freeOnly)
    {
        var corpora = new Corpora(folder);
        List<ConlluSentence> sentences = [.. corpora.Ewt("train"), .. corpora.FreeGum()];
        var inventory = new Inventory(sentences);
        var lexicon = new Lexicon(Vectors(vectorFile), NameListTraining.Build(folder));
        return ModelFile.Write(new SyntaxModel(
            inventory.Tags, inventory.Relations, SegmenterTraining.Train([.. ConlluText.Of(sentences)], seed: 1), lexicon,
            TreeTraining.Run(corpora, sentences, inventory, lexicon, passes), NameTraining.Run(corpora, lexicon, passes, freeOnly), LemmaTraining.Train(sentences, inventory)));
    }

    /// <summary>The same model with tokens, sentences, lemmas and name lists learned anew.</summary>
    public static byte[] Tokens(string folder, byte[] model)
    {
        var corpora = new Corpora(folder);
        List<ConlluSentence> sentences = [.. corpora.Ewt("train"), .. corpora.FreeGum()];
        var before = ModelFile.Read(model);
        return ModelFile.Write(before with
        {
            Segmenter = SegmenterTraining.Train([.. ConlluText.Of(sentences)], seed: 1),
            Lemmas = LemmaTraining.Train(sentences, new Inventory(sentences)),
            Lexicon = new Lexicon(before.Lexicon.Vectors, NameListTraining.Build(folder)),
        });
    }

    /// <summary>The same model with names learned anew.</summary>
    public static byte[] Names(string folder, byte[] model, double passes, bool freeOnly)
    {
        var before = ModelFile.Read(model);
        return ModelFile.Write(before with { Names = NameTraining.Run(new Corpora(folder), before.Lexicon, passes, freeOnly) });
    }

    static VectorTable Vectors(string file)
    {
        var words = WordVectors.Read(file, WordCount, VectorTable.Width).DistinctBy(static pair => KeyIndex.KeyOf(WordKey.Of(pair.Word))).ToList();
        return VectorTable.Of([.. words.Select(static pair => KeyIndex.KeyOf(WordKey.Of(pair.Word)))], WordVectors.Even([.. words.SelectMany(static pair => pair.Vector)], VectorTable.Width));
    }
}
