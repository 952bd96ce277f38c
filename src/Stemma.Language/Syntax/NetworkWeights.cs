namespace Stemma.Language.Syntax;

/// <summary>The dense numbers of the network of trees, each matrix row by row. The order of <see cref="All"/> is that of the model file.</summary>
/// <param name="tags">Number of tags.</param>
/// <param name="relations">Number of dependency relations.</param>
sealed class NetworkWeights(int tags, int relations)
{
    public int Tags { get; } = tags;

    public int Relations { get; } = relations;

    public TrunkWeights Trunk { get; } = new(NetworkShape.Of(tags));

    /// <summary>Between a dependent and a head.</summary>
    public float[] Arc { get; } = new float[NetworkShape.Arc * NetworkShape.Arc];
    public float[] ArcHead { get; } = new float[NetworkShape.Arc];
    public float[] ArcDistance { get; } = new float[NetworkShape.Distances];

    /// <summary>The root as a head, and as a head in a relation.</summary>
    public float[] Root { get; } = new float[NetworkShape.Arc + NetworkShape.Relation];
    public float[] Relation { get; } = new float[NetworkShape.Relation * relations];
    public float[] RelationBias { get; } = new float[relations];

    public IReadOnlyList<float[]> All => [.. Trunk.All, Arc, ArcHead, ArcDistance, Root, Relation, RelationBias];
}
