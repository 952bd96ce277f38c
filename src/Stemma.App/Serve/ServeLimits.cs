namespace Stemma.App.Serve;

/// <summary>How much the server takes from anyone: each limit with its default, unit and range.</summary>
sealed record ServeLimits
{
    /// <summary>Largest request body but for an import, in bytes. Default 32 MiB, range 1 KiB to 1 GiB.</summary>
    public long MaxBodyBytes { get; init => field = InRange(value, 1024, 1L << 30, nameof(MaxBodyBytes)); } = 32L * 1024 * 1024;

    /// <summary>Largest import of JSON lines, in bytes. Default 4 GiB, range 1 KiB to 1 TiB. It is streamed, never held.</summary>
    public long MaxImportBytes { get; init => field = InRange(value, 1024, 1L << 40, nameof(MaxImportBytes)); } = 4L << 30;

    /// <summary>Longest line of an import, in bytes. Default 4 MiB, range 1 KiB to 256 MiB.</summary>
    public int MaxLineBytes { get; init => field = (int)InRange(value, 1024, 1 << 28, nameof(MaxLineBytes)); } = 4 * 1024 * 1024;

    /// <summary>Lines made durable together. Default 64, range 1 to 10,000.</summary>
    public int LinesATime { get; init => field = (int)InRange(value, 1, 10_000, nameof(LinesATime)); } = 64;

    /// <summary>How long a line waits for others before it is made durable, in milliseconds. Default 50, range 0 to 10,000.</summary>
    public int GatherMilliseconds { get; init => field = (int)InRange(value, 0, 10_000, nameof(GatherMilliseconds)); } = 50;

    /// <summary>Imports at the same time. Default 2, range 1 to 64. More are told to come again.</summary>
    public int Imports { get; init => field = (int)InRange(value, 1, 64, nameof(Imports)); } = 2;

    /// <summary>How long a request may take, in seconds. Default 30, range 1 to 3,600. Imports are exempt: they must only keep moving.</summary>
    public int RequestSeconds { get; init => field = (int)InRange(value, 1, 3600, nameof(RequestSeconds)); } = 30;

    /// <summary>All request headers together, in bytes. Default 32 KiB, range 4 KiB to 1 MiB.</summary>
    public int MaxHeaderBytes { get; init => field = (int)InRange(value, 4096, 1 << 20, nameof(MaxHeaderBytes)); } = 32 * 1024;

    /// <summary>Open connections. Default 1,000, range 1 to 100,000.</summary>
    public int Connections { get; init => field = (int)InRange(value, 1, 100_000, nameof(Connections)); } = 1000;

    static long InRange(long value, long least, long most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"must be from {least} to {most}");
}
