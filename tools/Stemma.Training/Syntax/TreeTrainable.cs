using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>The network of trees while it is learned: the same weights as <see cref="NetworkWeights"/>, with gradients.</summary>
sealed class TreeTrainable
{
    /// <summary>How much of the running mean each step replaces.</summary>
    const float MeanShare = 0.002f;

    readonly NetworkWeights weights;

    public TreeTrainable(int tags, int relations, int shards, int seed)
    {
        weights = new NetworkWeights(tags, relations);
        var random = new Random(seed);
        Trunk = new TrunkTrainable(weights.Trunk, shards, random);
        Arc = Parameter.Matrix(weights.Arc, NetworkShape.Arc, shards, random);
        ArcHead = new Parameter(weights.ArcHead, 1, shards);
        ArcDistance = new Parameter(weights.ArcDistance, 1, shards);
        Root = Parameter.Matrix(weights.Root, 1, shards, random);
        Relation = Parameter.Matrix(weights.Relation, relations, shards, random);
        RelationBias = new Parameter(weights.RelationBias, relations, shards);
        All = [.. Trunk.Dense, Arc, ArcHead, ArcDistance, Root, Relation, RelationBias, Trunk.Features];
        Repack();
    }

    public TrunkTrainable Trunk { get; }
    public Parameter Arc { get; }
    public Parameter ArcHead { get; }
    public Parameter ArcDistance { get; }
    public Parameter Root { get; }
    public Parameter Relation { get; }
    public Parameter RelationBias { get; }

    public int Tags => weights.Tags;

    /// <summary>The matrices behind the trunk, laid out for multiplication, and the same transposed.</summary>
    public (Panels Forward, Panels Back) PackedArc { get; private set; }

    public (Panels Forward, Panels Back) PackedRelation { get; private set; }

    /// <summary>Every matrix, the table of features last.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>Lays the matrices out anew after their numbers were changed.</summary>
    public void Repack()
    {
        Trunk.Repack();
        PackedArc = Layers.Pack(Arc);
        PackedRelation = Layers.Pack(Relation);
    }

    /// <param name="perWord">One over the words of the batch.</param>
    public void Step(float rate, int step, float perWord)
    {
        Parameter.StepAll(All, rate, step, perWord, MeanShare);
        Repack();
    }

    /// <summary>The network of the running means, its features as they will be shipped.</summary>
    public Network Averaged(int step)
    {
        var averaged = new NetworkWeights(Tags, weights.Relations);
        foreach (var (to, from) in averaged.All.Zip(All))
            from.MeanAt(step, MeanShare).CopyTo(to, 0);
        return new Network(averaged, RowTable.Of(Trunk.Features.MeanAt(step, MeanShare), Trunk.Shape.Features.Width));
    }
}
