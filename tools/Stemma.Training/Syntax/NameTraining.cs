using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>Corpora of names to the network of names.</summary>
static class NameTraining
{
    const int Parts = 4;

    /// <summary>How often each sentence of the English Web Treebank is seen, and each of another corpus: in longer trainings names are learned by heart, and others found worse.</summary>
    const double EwtPasses = 6, OtherPasses = 4;

    public static NameNetwork Run(Corpora corpora, Lexicon lexicon, double share, bool freeOnly)
    {
        List<Example> ewt = [.. corpora.UnerEwt("train")];
        List<Example> others = [.. corpora.Names("wikigold.jsonl.gz", NameTags.Plain), .. corpora.Names("wnut17-train.jsonl.gz", NameTags.Wnut), .. corpora.GumNames()];
        if (!freeOnly)
            others.AddRange([.. corpora.Names("worldwide-train.jsonl.gz", NameTags.Worldwide), .. corpora.Names("crossner-politics-train.jsonl.gz", NameTags.Politics)]);
        (string, List<Example>)[] dev =
        [
            ("UNER-EWT", [.. corpora.UnerEwt("dev")]),
            ("Worldwide", [.. corpora.Names("worldwide-dev.jsonl.gz", NameTags.Worldwide)]),
            ("WNUT17", [.. corpora.Names("wnut17-dev.jsonl.gz", NameTags.Wnut)]),
            ("CrossNER politics", [.. corpora.Names("crossner-politics-dev.jsonl.gz", NameTags.Politics)]),
        ];
        Console.Error.WriteLine($"{ewt.Count + others.Count} sentences with names");
        var model = new NameTrainable(NetworkTrainer.Shards, seed: 1);
        var pool = new NamePool([.. ewt, .. others]);
        var shards = Enumerable.Range(0, NetworkTrainer.Shards).Select(shard => new Shard(model.Trunk, lexicon, shard, NameLoss.Of(model), pool: pool)).ToArray();
        var steps = new NetworkTrainer(shards, model.Step, seed: 1).Run([(ewt, EwtPasses * share), (others, OtherPasses * share)], Parts, step =>
        {
            var network = model.Averaged(step);
            foreach (var (name, part) in dev)
                Console.Error.WriteLine($"{name}: {GoldTokens.Names(lexicon, network, part)}");
        });
        return model.Averaged(steps);
    }
}
