using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Stemma.Training.Tokens;

namespace Stemma.Training.Syntax;

/// <summary>Corpora to the network of the language pipeline.</summary>
static class SyntaxTraining
{
    const int WordCount = 80_000;
    const int Parts = 8;

    /// <summary>How often each sentence with syntax is seen, and each with names only.</summary>
    const double SyntaxPasses = 20, NamePasses = 10;

    public static byte[] Run(string folder, string vectorFile, double passes, bool freeOnly)
    {
        var corpora = new Corpora(folder);
        List<ConlluSentence> ewt = [.. corpora.Ewt("train")], gum = [.. corpora.FreeGum()];
        var inventory = new Inventory([.. ewt, .. gum]);
        var uner = corpora.UnerLabels("train");
        List<Example> syntax = [.. ewt.Select(sentence => inventory.Example(sentence, Fitting(uner, sentence))), .. gum.Select(sentence => inventory.Example(sentence, null))];
        List<Example> names = [.. corpora.Names("wikigold.jsonl.gz", NameTags.Plain)];
        if (!freeOnly)
            names.AddRange([.. corpora.Names("worldwide-train.jsonl.gz", NameTags.Worldwide), .. corpora.Names("crossner-politics-train.jsonl.gz", NameTags.Politics)]);
        Console.Error.WriteLine($"{syntax.Count} sentences with syntax, {syntax.Count(static e => e.Names is not null)} of them with names; {names.Count} with names only; {inventory.Tags.Length} tags, {inventory.Relations.Length} relations");
        var words = WordVectors.Read(vectorFile, WordCount, NetworkShape.Vector).DistinctBy(static pair => KeyIndex.KeyOf(WordKey.Of(pair.Word))).ToList();
        var table = VectorTable.Of([.. words.Select(static pair => KeyIndex.KeyOf(WordKey.Of(pair.Word)))], WordVectors.Even([.. words.SelectMany(static pair => pair.Vector)], NetworkShape.Vector));
        var lists = NameListTraining.Build(folder);
        var model = new Trainable(inventory.Tags.Length, inventory.Relations.Length, table, lists, NetworkTrainer.Shards, seed: 1);
        var unerDev = corpora.UnerLabels("dev");
        List<Example> ewtDev = [.. corpora.Ewt("dev").Select(sentence => inventory.Example(sentence, Fitting(unerDev, sentence)))];
        List<Example> gumDev = [.. corpora.Gum("dev").Select(sentence => inventory.Example(sentence, null))];
        List<Example> newsDev = [.. corpora.Gum("dev").Where(static sentence => sentence.Genre == "news").Select(sentence => inventory.Example(sentence, null))];
        List<Example> worldwideDev = [.. corpora.Names("worldwide-dev.jsonl.gz", NameTags.Worldwide)];
        var segmenter = SegmenterTraining.Train([.. ConlluText.Of([.. ewt, .. gum])], seed: 1);
        var lemmas = LemmaTraining.Train([.. ewt, .. gum], inventory);
        var steps = 0;
        new NetworkTrainer(model, seed: 1).Run([(syntax, SyntaxPasses * passes), (names, NamePasses * passes)], Parts, step =>
        {
            steps = step;
            var (weights, features) = model.Averaged(step);
            var network = new Network(weights, table, features, lists);
            foreach (var (name, dev) in new[] { ("EWT", ewtDev), ("GUM", gumDev), ("GUM news", newsDev), ("Worldwide", worldwideDev) })
                Console.Error.WriteLine(GoldTokens.Describe(name, network, dev, inventory));
        });
        var (averaged, rows) = model.Averaged(steps);
        return ModelFile.Write(new SyntaxModel(inventory.Tags, inventory.Relations, segmenter, new Network(averaged, table, rows, lists), lemmas));
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
            Network = new Network(before.Network.Weights, before.Network.Words, before.Network.Features, NameListTraining.Build(folder)),
        });
    }

    /// <summary>The labels of this sentence, where they have as many words.</summary>
    static int[]? Fitting(Dictionary<string, int[]> labels, ConlluSentence sentence) =>
        sentence.Id is { } id && labels.TryGetValue(id, out var found) && found.Length == sentence.Words.Count ? found : null;
}
