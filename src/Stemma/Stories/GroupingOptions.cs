namespace Stemma.Stories;

/// <summary>What decides whether reports tell of one happening. Set on newswire clusters; see docs/data/word-frequencies.md.</summary>
public sealed record GroupingOptions
{
    public static readonly GroupingOptions Default = new();

    /// <summary>Least average likeness at which two groups become one story, 0 to 1. Higher splits more.</summary>
    public double LikenessMin { get; init; } = 0.25;

    /// <summary>Days between two reports after which likeness counts half as much. Above 0.</summary>
    public double HalvingDays { get; init; } = 14;

    /// <summary>How much more a word counts that is written as a name. At least 1.</summary>
    public double NameWeight { get; init; } = 1.5;

    /// <summary>How much more a word counts that stands in the title or the opening. At least 1.</summary>
    public double OpeningWeight { get; init; } = 1.5;

    /// <summary>Words of the opening.</summary>
    public int OpeningWords { get; init; } = 60;

    /// <summary>Most words kept per report, the weightiest first. 10 to 1,000.</summary>
    public int ReportWordsMax { get; init; } = 120;

    /// <summary>Share of a report's text found in another at which both are held to be one story if they are alike at all.</summary>
    public double CopyMin { get; init; } = 0.6;
}
