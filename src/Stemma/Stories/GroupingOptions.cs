namespace Stemma.Stories;

/// <summary>What decides whether reports tell of one happening. Set on public collections of grouped news.</summary>
public sealed record GroupingOptions
{
    public static readonly GroupingOptions Default = new();

    /// <summary>Least average likeness at which two groups become one story, 0 to 1. Higher splits more.</summary>
    public double LikenessMin { get; init; } = 0.17;

    /// <summary>Days between two reports after which likeness counts half as much. Above 0.</summary>
    public double HalvingDays { get; init; } = 30;

    /// <summary>Share of likeness that comes from title and opening alone, 0 to 1.</summary>
    public double OpeningShare { get; init; } = 0.5;

    /// <summary>Words of the opening.</summary>
    public int OpeningWords { get; init; } = 60;

    /// <summary>Most words kept per report, the weightiest first. 10 to 1,000.</summary>
    public int ReportWordsMax { get; init; } = 120;

    /// <summary>Share of a report's text found in another at which both are held to be one story if they are alike at all.</summary>
    public double CopyMin { get; init; } = 0.6;

    /// <summary>Rare names two reports must share to be held one story whatever their other words. At least 2.</summary>
    public int SharedNamesMin { get; init; } = 4;

    /// <summary>Share of the fewer names of the two that must be shared, 0 to 1.</summary>
    public double NameShareMin { get; init; } = 0.4;

    /// <summary>Most reports a name may stand in to count as rare. At least 2.</summary>
    public int NameReportsMax { get; init; } = 12;
}
