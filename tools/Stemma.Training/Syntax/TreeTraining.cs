using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>Treebanks to the network of tags and trees.</summary>
static class TreeTraining
{
    const int Parts = 4;

    /// <summary>How often each sentence is seen.</summary>
    const double Passes = 20;

    public static Network Run(Corpora corpora, List<ConlluSentence> sentences, Inventory inventory, Lexicon lexicon, double share)
    {
        List<Example> examples = [.. sentences.Select(inventory.Example)];
        (string, List<Example>)[] dev =
        [
            ("EWT", [.. corpora.Ewt("dev").Select(inventory.Example)]),
            ("GUM", [.. corpora.Gum("dev").Select(inventory.Example)]),
            ("GUM news", [.. corpora.Gum("dev").Where(static sentence => sentence.Genre == "news").Select(inventory.Example)]),
        ];
        Console.Error.WriteLine($"{examples.Count} sentences with trees; {inventory.Tags.Length} tags, {inventory.Relations.Length} relations");
        var model = new TreeTrainable(inventory.Tags.Length, inventory.Relations.Length, NetworkTrainer.Shards, seed: 1);
        var shards = Enumerable.Range(0, NetworkTrainer.Shards).Select(shard => new Shard(model.Trunk, lexicon, shard, TreeLoss.Of(model))).ToArray();
        var steps = new NetworkTrainer(shards, model.Step, seed: 1).Run([(examples, Passes * share)], Parts, step =>
        {
            var network = model.Averaged(step);
            foreach (var (name, part) in dev)
                Console.Error.WriteLine($"{name}: {GoldTokens.Trees(lexicon, network, part, inventory)}");
        });
        return model.Averaged(steps);
    }
}
