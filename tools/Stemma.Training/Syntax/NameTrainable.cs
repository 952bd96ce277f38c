using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>The network of names while it is learned: the same weights as <see cref="NameWeights"/>, with gradients.</summary>
sealed class NameTrainable
{
    /// <summary>How much of the running mean each step replaces.</summary>
    const float MeanShare = 0.001f;

    readonly NameWeights weights = new();

    public NameTrainable(int shards, int seed)
    {
        Trunk = new TrunkTrainable(weights.Trunk, shards, new Random(seed));
        Transition = new Parameter(weights.Transition, NameLabels.Count, shards);
        All = [.. Trunk.Dense, Transition, Trunk.Features];
    }

    public TrunkTrainable Trunk { get; }

    public Parameter Transition { get; }

    /// <summary>Every matrix, the table of features last.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <param name="perWord">One over the words of the batch.</param>
    public void Step(float rate, int step, float perWord)
    {
        Parameter.StepAll(All, rate, step, perWord, MeanShare);
        Trunk.Repack();
    }

    /// <summary>The network of the running means, its features as they will be shipped.</summary>
    public NameNetwork Averaged(int step)
    {
        var averaged = new NameWeights();
        foreach (var (to, from) in averaged.All.Zip(All))
            from.MeanAt(step, MeanShare).CopyTo(to, 0);
        return new NameNetwork(averaged, RowTable.Of(Trunk.Features.MeanAt(step, MeanShare), Trunk.Shape.Features.Width));
    }
}
