using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>
/// Puts names in the place of others of their kind and length now and then ("mention replacement", Dai and Adel 2020): so that the words
/// around a name teach what it is, and not only the few thousand names of the corpora. Cost: linear in the sentence.
/// </summary>
sealed class NamePool
{
    const float Share = 0.4f;

    readonly Dictionary<(int Kind, int Length), List<string[]>> names = [];

    public NamePool(IReadOnlyList<Example> examples)
    {
        foreach (var example in examples)
            foreach (var (first, end, kind) in NamesOf(example))
            {
                if (!names.TryGetValue((kind, end - first), out var same))
                    names[(kind, end - first)] = same = [];
                same.Add(example.Words[first..end]);
            }
    }

    /// <summary>The words of the sentence with some of its names replaced; as often by a name as the corpora have it.</summary>
    public string[] Renamed(Example example, Random random)
    {
        var words = example.Words;
        foreach (var (first, end, kind) in NamesOf(example))
        {
            if (random.NextSingle() >= Share)
                continue;
            var same = names[(kind, end - first)];
            words = words == example.Words ? [.. words] : words;
            same[random.Next(same.Count)].CopyTo(words, first);
        }
        return words;
    }

    static IEnumerable<(int First, int End, int Kind)> NamesOf(Example example)
    {
        for (var i = 0; i < (example.Names?.Length ?? 0); i++)
        {
            var label = example.Names![i];
            if (label <= NameLabels.Outside)
                continue;
            var first = i;
            while (NameLabels.PartOf(example.Names[i]) is NameLabels.Part.Begin or NameLabels.Part.Inside)
                i++;
            yield return (first, i + 1, NameLabels.KindOf(label));
        }
    }
}
