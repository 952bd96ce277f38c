using System.Diagnostics;
using System.Globalization;
using Stemma.Language.Cues;

namespace Stemma.Training.Attributions;

/// <summary>
/// PolNeAR to the attribution network, on top of the syntax network as it is shipped. Two texts a step, one for each processor, whose
/// gradients are summed in a fixed order. One text in twenty is kept out, to see how sure an answer may be taken to be.
/// </summary>
static class AttributionTraining
{
    const int Shards = 2, Parts = 6, KeptOut = 20;
    const double Passes = 20;
    const float Rate = 0.002f;
    const int WarmUp = 200;

    public static byte[] Run(string corpora, double share)
    {
        var all = AttributionExample.Read(corpora, "train", retold: static i => i % KeptOut != 0);
        var (train, kept) = (all.Where(static (_, i) => i % KeptOut != 0).ToList(), all.Where(static (_, i) => i % KeptOut == 0).ToList());
        var dev = AttributionExample.Read(corpora, "dev", retold: static _ => false);
        Console.Error.WriteLine($"{train.Count} texts, {train.Sum(static text => text.Input.Count)} tokens, {train.Sum(static text => text.Cues.Count)} attributions; {kept.Count} texts kept out");
        var model = new AttributionTrainable(Shards, seed: 1);
        var shards = Enumerable.Range(0, Shards).Select(shard => new AttributionShard(model, shard)).ToArray();
        var random = new Random(1);
        var order = new List<int>();
        for (var pass = 0; pass < Math.Ceiling(Passes * share); pass++)
        {
            int[] shuffled = [.. Enumerable.Range(0, train.Count)];
            random.Shuffle(shuffled);
            order.AddRange(shuffled);
        }
        var steps = order.Count / Shards;
        var watch = Stopwatch.StartNew();
        var (cueLoss, partLoss) = (0.0, 0.0);
        for (var step = 1; step <= steps; step++)
        {
            var texts = Enumerable.Range(0, Shards).Select(shard => train[order[((step - 1) * Shards) + shard]]).ToArray();
            Parallel.For(0, Shards, shard => shards[shard].Run([texts[shard]], (step * Shards) + shard));
            cueLoss += shards.Sum(static shard => shard.CueLoss);
            partLoss += shards.Sum(static shard => shard.PartLoss);
            var progress = (double)step / steps;
            model.Step(Rate * (float)(Math.Min(1.0, (double)step / WarmUp) * Math.Min(1, 1.02 - progress)), step, 1f / Math.Max(1, texts.Sum(static text => text.Cues.Count) * 4));
            if (step * Parts / steps == (step - 1) * Parts / steps)
                continue;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress:0 %} loss of cues {cueLoss / (steps / Parts):0.00}, of parts {partLoss / (steps / Parts):0.00}, {watch.Elapsed.TotalSeconds:0} s"));
            (cueLoss, partLoss) = (0, 0);
            Console.Error.WriteLine(AttributionScore.Describe(model.Averaged(step), dev));
        }
        var network = model.Averaged(steps);
        // Not what the model is made by, but what shows whether it can be used on contents.
        var inside = AttributionExample.Read(corpora, "dev", retold: static _ => true).SelectMany(static example => example.Told).ToList();
        Console.Error.WriteLine($"inside {inside.Count} contents of the dev part retold: {AttributionScore.Describe(network, inside)}");
        return new AttributionModel(network, CalibrationTraining.Fit(network, kept)).Write();
    }
}
