namespace Stemma.Language.Syntax;

/// <summary>The dense numbers of the network, each matrix row by row. The order of <see cref="All"/> is that of the model file.</summary>
/// <param name="tags">Number of tags.</param>
/// <param name="relations">Number of dependency relations.</param>
sealed class NetworkWeights(int tags, int relations)
{
    public int Tags { get; } = tags;

    public int Relations { get; } = relations;

    /// <summary>Columns of the last product.</summary>
    public int Outputs => NetworkShape.TagAt + Tags + NameLabels.Count;

    public float[] Input { get; } = new float[NetworkShape.Input * NetworkShape.Width];
    public float[] InputBias { get; } = new float[NetworkShape.Width];
    public float[] Window { get; } = new float[3 * NetworkShape.Width * NetworkShape.Width];
    public float[] WindowBias { get; } = new float[NetworkShape.Width];
    public float[] Scan1 { get; } = new float[NetworkShape.Width * 3 * NetworkShape.Width];
    public float[] Scan1Bias { get; } = new float[3 * NetworkShape.Width];
    public float[] Scan2 { get; } = new float[NetworkShape.Width * 3 * NetworkShape.Width];
    public float[] Scan2Bias { get; } = new float[3 * NetworkShape.Width];
    public float[] Output { get; } = new float[NetworkShape.Width * (NetworkShape.TagAt + tags + NameLabels.Count)];
    public float[] OutputBias { get; } = new float[NetworkShape.TagAt + tags + NameLabels.Count];

    /// <summary>Between a dependent and a head.</summary>
    public float[] Arc { get; } = new float[NetworkShape.Arc * NetworkShape.Arc];
    public float[] ArcHead { get; } = new float[NetworkShape.Arc];
    public float[] ArcDistance { get; } = new float[NetworkShape.Distances];

    /// <summary>The root as a head, and as a head in a relation.</summary>
    public float[] Root { get; } = new float[NetworkShape.Arc + NetworkShape.Relation];
    public float[] Relation { get; } = new float[NetworkShape.Relation * relations];
    public float[] RelationBias { get; } = new float[relations];

    /// <summary>From one name label (row) to the next.</summary>
    public float[] NameTransition { get; } = new float[NameLabels.Count * NameLabels.Count];

    public IReadOnlyList<float[]> All =>
        [Input, InputBias, Window, WindowBias, Scan1, Scan1Bias, Scan2, Scan2Bias, Output, OutputBias, Arc, ArcHead, ArcDistance, Root, Relation, RelationBias, NameTransition];
}
