namespace Stemma.Language.Syntax;

/// <summary>Sizes of the layers of the network of trees. A model file with other sizes is refused.</summary>
static class NetworkShape
{
    /// <summary>Width of the layers.</summary>
    public const int Width = 128;

    public const int Arc = 64;
    public const int Relation = 64;

    // Columns of the last product, one after the other: as a dependent, as a head, the same two for relations; tags.
    public const int DependentAt = 0;
    public const int HeadAt = Arc;
    public const int RelationDependentAt = 2 * Arc;
    public const int RelationHeadAt = (2 * Arc) + Relation;
    public const int TagAt = (2 * Arc) + (2 * Relation);

    public static TrunkShape Of(int tags) => new(WordFeatures.OfSyntax, Width, TagAt + tags);

    /// <summary>How far a head lies: 1, 2, 3, 4, to 6, to 9, to 14, to 24, further; on either side, and the root.</summary>
    public const int Distances = 19;

    /// <param name="head">0 for the root, else the head's number from 1.</param>
    public static int DistanceOf(int dependent, int head)
    {
        if (head == 0)
            return Distances - 1;
        var apart = head - 1 - dependent;
        return Far[Math.Min(Math.Abs(apart), Far.Length - 1)] + (apart > 0 ? 9 : 0);
    }

    static readonly byte[] Far = [.. Enumerable.Range(0, 26).Select(static apart => (byte)(apart switch { <= 1 => 0, <= 4 => apart - 1, <= 6 => 4, <= 9 => 5, <= 14 => 6, <= 24 => 7, _ => 8 }))];
}
