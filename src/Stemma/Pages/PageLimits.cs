namespace Stemma.Pages;

/// <summary>How much of a page is read, each limit with its default and range. A page over a limit is read up to there, and says so.</summary>
public sealed record PageLimits
{
    public static readonly PageLimits Default = new();

    /// <summary>Start tags in all. Default 500,000, range 1,000 to 10 million.</summary>
    public int Elements { get; init => field = InRange(value, 1000, 10_000_000, nameof(Elements)); } = 500_000;

    /// <summary>Elements open at once, those aside that the next of their kind ends by itself. Default 1,000, range 100 to 10,000.</summary>
    public int Depth { get; init => field = InRange(value, 100, 10_000, nameof(Depth)); } = 1000;

    /// <summary>Elements of style (<c>b</c>, <c>font</c>, <c>a</c>) open at once: a parser opens each again in every block. Default 200, range 20 to 1,000.</summary>
    public int Styles { get; init => field = InRange(value, 20, 1000, nameof(Styles)); } = 200;

    /// <summary>Elements open at once that end by themselves (<c>p</c>, <c>li</c>, <c>td</c>). Default 20,000, range 1,000 to 100,000.</summary>
    public int LooseEnds { get; init => field = InRange(value, 1000, 100_000, nameof(LooseEnds)); } = 20_000;

    static int InRange(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be from {least} to {most}");
}
