using Stemma.Language.Syntax;
using static Stemma.Language.Syntax.NetworkShape;

namespace Stemma.Training.Syntax;

/// <summary>The network while it is learned: the same weights as <see cref="NetworkWeights"/>, with gradients, and the features as full numbers.</summary>
sealed class Trainable
{
    /// <summary>How much of the running mean each step replaces.</summary>
    const float MeanShare = 0.002f;

    readonly List<Parameter> all;

    public Trainable(int tags, int relations, VectorTable words, NameLists lists, int shards, int seed)
    {
        (Words, Lists, Tags) = (words, lists, tags);
        Weights = new NetworkWeights(tags, relations);
        var random = new Random(seed);
        Parameter Of(float[] value, int columns, bool bias = false)
        {
            if (!bias)
                Parameter.Spread(value, MathF.Sqrt(6f / ((value.Length / columns) + columns)), random);
            return new Parameter(value, columns, shards);
        }
        Input = Of(Weights.Input, Width);
        InputBias = Of(Weights.InputBias, Width, bias: true);
        Window = Of(Weights.Window, Width);
        WindowBias = Of(Weights.WindowBias, Width, bias: true);
        Scan1 = Of(Weights.Scan1, 3 * Width);
        Scan1Bias = Of(Weights.Scan1Bias, 3 * Width, bias: true);
        Scan2 = Of(Weights.Scan2, 3 * Width);
        Scan2Bias = Of(Weights.Scan2Bias, 3 * Width, bias: true);
        Output = Of(Weights.Output, Weights.Outputs);
        OutputBias = Of(Weights.OutputBias, Weights.Outputs, bias: true);
        Arc = Of(Weights.Arc, NetworkShape.Arc);
        ArcHead = Of(Weights.ArcHead, 1, bias: true);
        ArcDistance = Of(Weights.ArcDistance, 1, bias: true);
        Root = Of(Weights.Root, 1);
        Relation = Of(Weights.Relation, relations);
        RelationBias = Of(Weights.RelationBias, relations, bias: true);
        NameTransition = Of(Weights.NameTransition, NameLabels.Count, bias: true);
        var features = new float[WordFeatures.TotalRows * Feature];
        Parameter.Spread(features, 0.1f, random);
        Features = new Parameter(features, Feature, shards, table: true);
        all = [Input, InputBias, Window, WindowBias, Scan1, Scan1Bias, Scan2, Scan2Bias, Output, OutputBias, Arc, ArcHead, ArcDistance, Root, Relation, RelationBias, NameTransition, Features];
        Packed = Pack();
    }

    public NetworkWeights Weights { get; }
    public VectorTable Words { get; }
    public NameLists Lists { get; }
    public int Tags { get; }
    public Parameter Features { get; }
    public Parameter Input { get; }
    public Parameter InputBias { get; }
    public Parameter Window { get; }
    public Parameter WindowBias { get; }
    public Parameter Scan1 { get; }
    public Parameter Scan1Bias { get; }
    public Parameter Scan2 { get; }
    public Parameter Scan2Bias { get; }
    public Parameter Output { get; }
    public Parameter OutputBias { get; }
    public Parameter Arc { get; }
    public Parameter ArcHead { get; }
    public Parameter ArcDistance { get; }
    public Parameter Root { get; }
    public Parameter Relation { get; }
    public Parameter RelationBias { get; }
    public Parameter NameTransition { get; }

    /// <summary>The matrices as they stand, laid out for multiplication both ways.</summary>
    public Packs Packed { get; private set; }

    /// <summary>Every matrix, the table of features last.</summary>
    public IReadOnlyList<Parameter> All => all;

    /// <summary>Lays the matrices out anew after their numbers were changed by hand.</summary>
    public void Repack() => Packed = Pack();

    /// <param name="perWord">One over the words of the batch.</param>
    public void Step(float rate, int step, float perWord)
    {
        Parameter.StepAll(all, rate, step, perWord, MeanShare);
        Packed = Pack();
    }

    /// <summary>The network of the running means, its features as they will be shipped.</summary>
    public (NetworkWeights Weights, RowTable Features) Averaged(int step)
    {
        var weights = new NetworkWeights(Tags, Weights.Relations);
        foreach (var (to, from) in weights.All.Zip(all))
            from.MeanAt(step, MeanShare).CopyTo(to, 0);
        return (weights, RowTable.Of(Features.MeanAt(step, MeanShare), Feature));
    }

    Packs Pack()
    {
        var pairs = new (Panels Panels, Panels Turned)[7];
        Parallel.For(0, pairs.Length, i => pairs[i] = i switch
        {
            0 => Both(Input.Value, NetworkShape.Input, Width),
            1 => Both(Window.Value, 3 * Width, Width),
            2 => Both(Scan1.Value, Width, 3 * Width),
            3 => Both(Scan2.Value, Width, 3 * Width),
            4 => Both(Output.Value, Width, Weights.Outputs),
            5 => Both(Arc.Value, NetworkShape.Arc, NetworkShape.Arc),
            _ => Both(Relation.Value, NetworkShape.Relation, Weights.Relations),
        });
        return new Packs(
            pairs[0].Panels, pairs[0].Turned, pairs[1].Panels, pairs[1].Turned, pairs[2].Panels, pairs[2].Turned, pairs[3].Panels, pairs[3].Turned,
            pairs[4].Panels, pairs[4].Turned, pairs[5].Panels, pairs[5].Turned, pairs[6].Panels, pairs[6].Turned);
    }

    static (Panels, Panels) Both(float[] matrix, int rows, int columns) => (Panels.Of(matrix, rows, columns), Panels.OfTransposed(matrix, columns, rows));
}

sealed record Packs(
    Panels Input, Panels InputTurned, Panels Window, Panels WindowTurned, Panels Scan1, Panels Scan1Turned, Panels Scan2, Panels Scan2Turned,
    Panels Output, Panels OutputTurned, Panels Arc, Panels ArcTurned, Panels Relation, Panels RelationTurned);
