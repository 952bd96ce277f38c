namespace Stemma.App.Input;

/// <summary>Limits on fetching, each with its default, unit and range.</summary>
public sealed record FetchOptions
{
    public static readonly FetchOptions Default = new();

    /// <summary>How long one page may take in all, redirections included, and as long again the robots.txt of its site, in seconds. Default 30, range 1 to 600.</summary>
    public int Seconds { get; init => field = InRange(value, 1, 600, nameof(Seconds)); } = 30;

    /// <summary>How many redirections are followed. Default 5, range 0 to 20.</summary>
    public int Redirections { get; init => field = InRange(value, 0, 20, nameof(Redirections)); } = 5;

    /// <summary>Hosts that may be fetched although their address is private. Default: none.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    static int InRange(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be from {least} to {most}");
}
