namespace Stemma.Language.Syntax;

/// <summary>Sizes of a network's layers.</summary>
/// <param name="Features">What it sees of a word's letters.</param>
/// <param name="Width">Width of the layers.</param>
/// <param name="Outputs">Numbers per word that come out.</param>
sealed record TrunkShape(WordFeatures Features, int Width, int Outputs)
{
    /// <summary>Word vector and the sum of the feature rows, and zeros up to a multiple of eight.</summary>
    public int Input { get; } = (VectorTable.Width + Features.Width + 7) / 8 * 8;
}

/// <summary>The dense numbers of a trunk, each matrix row by row. The order of <see cref="All"/> is that of the model file.</summary>
sealed class TrunkWeights(TrunkShape shape)
{
    public TrunkShape Shape { get; } = shape;

    public float[] Input { get; } = new float[shape.Input * shape.Width];
    public float[] InputBias { get; } = new float[shape.Width];
    public float[] Window { get; } = new float[3 * shape.Width * shape.Width];
    public float[] WindowBias { get; } = new float[shape.Width];
    public float[] Scan1 { get; } = new float[shape.Width * 3 * shape.Width];
    public float[] Scan1Bias { get; } = new float[3 * shape.Width];
    public float[] Scan2 { get; } = new float[shape.Width * 3 * shape.Width];
    public float[] Scan2Bias { get; } = new float[3 * shape.Width];
    public float[] Output { get; } = new float[shape.Width * shape.Outputs];
    public float[] OutputBias { get; } = new float[shape.Outputs];

    public IReadOnlyList<float[]> All => [Input, InputBias, Window, WindowBias, Scan1, Scan1Bias, Scan2, Scan2Bias, Output, OutputBias];
}
