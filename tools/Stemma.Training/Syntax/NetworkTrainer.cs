using System.Diagnostics;
using System.Globalization;

namespace Stemma.Training.Syntax;

/// <summary>
/// Trains a network on sentences in batches, shuffled by a seed. Each batch is cut into two shards,
/// whose gradients are summed in a fixed order, so that two processors give the same bytes as one.
/// </summary>
/// <param name="takeStep">From the gradients of all shards to other numbers: rate, number of the step, one over the words of the batch.</param>
sealed class NetworkTrainer(IReadOnlyList<Shard> shards, Action<float, int, float> takeStep, int seed)
{
    public const int Shards = 2;

    /// <summary>Words of a batch, about.</summary>
    const int BatchWords = 320;

    const float Rate = 0.002f;
    const int WarmUp = 200;

    /// <param name="pools">Kinds of examples, each with the times it is seen in all.</param>
    /// <param name="report">Called after each of <paramref name="parts"/> parts of the run, with the number of steps so far.</param>
    /// <returns>How many steps it took.</returns>
    public int Run(IReadOnlyList<(IReadOnlyList<Example> Examples, double Passes)> pools, int parts, Action<int> report)
    {
        var random = new Random(seed);
        var batches = pools.SelectMany((pool, number) => Batches(pool.Examples, pool.Passes, random).Select((batch, i) => (Batch: batch, Order: i)).ToList() is var list
            ? list.Select(item => (item.Batch, Place: (item.Order + random.NextDouble()) / list.Count)) : []).OrderBy(static item => item.Place).Select(static item => item.Batch).ToList();
        var watch = Stopwatch.StartNew();
        var (loss, words) = (0.0, 0);
        for (var step = 1; step <= batches.Count; step++)
        {
            var batch = batches[step - 1];
            var batchWords = batch.Sum(static example => example.Words.Length);
            var halves = Halves(batch);
            Parallel.For(0, Shards, s => shards[s].Run(halves[s], (step * Shards) + s + seed));
            loss += shards.Sum(static shard => shard.Sum);
            words += batchWords;
            var progress = (double)step / batches.Count;
            var rate = Rate * (float)(Math.Min(1.0, (double)step / WarmUp) * Math.Min(1, 1.02 - progress));
            takeStep(rate, step, 1f / batchWords);
            if (step * parts / batches.Count == (step - 1) * parts / batches.Count)
                continue;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress:0 %} loss {loss / words:0.0000} {words / watch.Elapsed.TotalSeconds:0} words/s {watch.Elapsed.TotalSeconds:0} s"));
            (loss, words) = (0, 0);
            watch.Restart();
            report(step);
        }
        return batches.Count;
    }

    static List<List<Example>> Batches(IReadOnlyList<Example> examples, double passes, Random random)
    {
        var batches = new List<List<Example>>();
        for (var left = passes; left > 0; left--)
        {
            var order = Enumerable.Range(0, examples.Count).ToArray();
            random.Shuffle(order);
            var batch = new List<Example>();
            var words = 0;
            foreach (var i in order[..(int)(order.Length * Math.Min(1, left))])
            {
                batch.Add(examples[i]);
                words += examples[i].Words.Length;
                if (words < BatchWords)
                    continue;
                batches.Add(batch);
                (batch, words) = ([], 0);
            }
            if (batch.Count > 1)
                batches.Add(batch);
        }
        return batches;
    }

    /// <summary>Long sentences to one, then the other: about the same work for both.</summary>
    static List<Example>[] Halves(List<Example> batch)
    {
        var halves = Enumerable.Range(0, Shards).Select(static _ => new List<Example>()).ToArray();
        foreach (var (i, example) in batch.OrderByDescending(static example => example.Words.Length).Index())
            halves[i % Shards].Add(example);
        return halves;
    }
}
