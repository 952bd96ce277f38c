using System.Globalization;

namespace Stemma.Reports;

/// <summary>How a report's time of publication is known.</summary>
public enum PublishedBasis { Unknown, Inferred, Metadata, Stated }

/// <summary>
/// When a report was published. <paramref name="At"/> is its own local time; <paramref name="Offset"/> is kept as given
/// and is null where none was; <paramref name="DayOnly"/> says that no time of day is known. Null <paramref name="At"/>: unknown.
/// </summary>
public sealed record Published(DateTime? At, TimeSpan? Offset, bool DayOnly, PublishedBasis Basis, string? Why = null)
{
    public static readonly Published Unknown = new(null, null, DayOnly: true, PublishedBasis.Unknown);

    /// <summary>Where nothing tells the day: the first and the last that it can be, by the dated reports of its story.</summary>
    public (DateOnly First, DateOnly Last)? Between { get; init; }

    /// <summary>The day at the place of publication.</summary>
    public DateOnly? Day => At is { } at ? DateOnly.FromDateTime(at) : null;

    /// <summary>For ordering: the instant in UTC where an offset is known, else the local time as if UTC; unknown comes last.</summary>
    public DateTime SortKey => At is { } at ? (Offset is { } offset ? Shifted(at, offset) : at) : DateTime.MaxValue;

    /// <summary>ISO 8601, as precise as known: <c>2023-09-13</c> or <c>2023-09-13T18:20:00+02:00</c>; null where unknown.</summary>
    public string? ToIso()
    {
        if (At is not { } at)
            return null;
        if (DayOnly)
            return at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset is { } offset ? text + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture) : text;
    }

    // Year 1 and year 9999 with an offset would leave the range of DateTime.
    static DateTime Shifted(DateTime at, TimeSpan offset)
    {
        var ticks = at.Ticks - offset.Ticks;
        return new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
    }
}
