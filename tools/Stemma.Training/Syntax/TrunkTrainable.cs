using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>A trunk while it is learned: the same weights as <see cref="TrunkWeights"/>, with gradients, and the features as full numbers.</summary>
sealed class TrunkTrainable
{
    public TrunkTrainable(TrunkWeights weights, int shards, Random random)
    {
        Shape = weights.Shape;
        Parameter Of(float[] value, int columns) => Parameter.Matrix(value, columns, shards, random);
        Parameter Bias(float[] value) => new(value, value.Length, shards);
        var (width, outputs) = (Shape.Width, Shape.Outputs);
        Input = Of(weights.Input, width);
        InputBias = Bias(weights.InputBias);
        Window = Of(weights.Window, width);
        WindowBias = Bias(weights.WindowBias);
        Scan1 = Of(weights.Scan1, 3 * width);
        Scan1Bias = Bias(weights.Scan1Bias);
        Scan2 = Of(weights.Scan2, 3 * width);
        Scan2Bias = Bias(weights.Scan2Bias);
        Output = Of(weights.Output, outputs);
        OutputBias = Bias(weights.OutputBias);
        var features = new float[Shape.Features.TotalRows * Shape.Features.Width];
        Parameter.Spread(features, 0.1f, random);
        Features = new Parameter(features, Shape.Features.Width, shards, table: true);
        Repack();
    }

    public TrunkShape Shape { get; }
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
    public Parameter Features { get; }

    /// <summary>All but the table of features, in the order of <see cref="TrunkWeights.All"/>.</summary>
    public IReadOnlyList<Parameter> Dense => [Input, InputBias, Window, WindowBias, Scan1, Scan1Bias, Scan2, Scan2Bias, Output, OutputBias];

    /// <summary>Each matrix laid out for multiplication, and the same transposed.</summary>
    public Dictionary<Parameter, (Panels Forward, Panels Back)> Packed { get; } = [];

    /// <summary>Lays the matrices out anew after their numbers were changed.</summary>
    public void Repack()
    {
        Parameter[] matrices = [Input, Window, Scan1, Scan2, Output];
        var packed = new (Panels, Panels)[matrices.Length];
        Parallel.For(0, packed.Length, i => packed[i] = Layers.Pack(matrices[i]));
        for (var i = 0; i < packed.Length; i++)
            Packed[matrices[i]] = packed[i];
    }
}
