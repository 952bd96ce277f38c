namespace Stemma.App.Input;

/// <summary>Limits on what is read, each with its default, unit and range.</summary>
public sealed record InputOptions
{
    public static readonly InputOptions Default = new();

    /// <summary>Largest text file or page, in bytes, unpacked. Default 32 MiB, range 1 KiB to 1 GiB.</summary>
    public int MaxPageBytes { get; init => field = (int)InRange(value, 1024, 1 << 30, nameof(MaxPageBytes)); } = 32 * 1024 * 1024;

    /// <summary>Longest line of a JSON lines file, in bytes. Default 16 MiB, range 1 KiB to 1 GiB.</summary>
    public int MaxLineBytes { get; init => field = (int)InRange(value, 1024, 1 << 30, nameof(MaxLineBytes)); } = Stemma.Reports.JsonLines.DefaultMaxLineBytes;

    /// <summary>How much an archive may unpack to, in bytes. Default 16 GiB, range 1 MiB to 1 TiB.</summary>
    public long MaxArchiveBytes { get; init => field = InRange(value, 1L << 20, 1L << 40, nameof(MaxArchiveBytes)); } = 1L << 34;

    /// <summary>How deep folders are followed, in levels. Default 64, range 1 to 1,000.</summary>
    public int MaxFolderDepth { get; init => field = (int)InRange(value, 1, 1000, nameof(MaxFolderDepth)); } = 64;

    /// <summary>Who owns which outlet. Default: the table that ships with the program.</summary>
    public Stemma.Reports.Publishers Publishers { get; init; } = Stemma.Reports.Publishers.Shipped;

    public FetchOptions Fetch { get; init; } = FetchOptions.Default;

    /// <summary>How many inputs are read side by side. Default: the processors there are, range 1 to 256. Does not change the result.</summary>
    public int Readers { get; init => field = (int)InRange(value, 1, 256, nameof(Readers)); } = Math.Clamp(Environment.ProcessorCount, 1, 256);

    static long InRange(long value, long least, long most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be from {least} to {most}");
}
