using System.Globalization;

namespace Stemma.Reports;

/// <summary>
/// A 'published' value as written to <see cref="Published"/>: ISO 8601 (extended or basic, with or without time and offset),
/// RFC 1123 with its obsolete zone names, and dates written out in English. What cannot be read is unknown and says why; a date
/// such as 09/10/2023, which two countries read differently, counts as that. The time stays local, the offset as given.
/// </summary>
public static class PublishedReader
{
    const int LengthMax = 80;

    static readonly string[] Days =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy",
        "d-MMM-yyyy", "d. MMMM yyyy",
    ];

    static readonly string[] Times =
    [
        "HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss", "HHmm", "HHmmss", "h:mm tt", "h:mmtt", "h tt", "htt",
    ];

    static readonly Dictionary<string, TimeSpan> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = TimeSpan.Zero, ["UT"] = TimeSpan.Zero, ["UTC"] = TimeSpan.Zero, ["GMT"] = TimeSpan.Zero,
        ["EST"] = TimeSpan.FromHours(-5), ["EDT"] = TimeSpan.FromHours(-4), ["CST"] = TimeSpan.FromHours(-6), ["CDT"] = TimeSpan.FromHours(-5),
        ["MST"] = TimeSpan.FromHours(-7), ["MDT"] = TimeSpan.FromHours(-6), ["PST"] = TimeSpan.FromHours(-8), ["PDT"] = TimeSpan.FromHours(-7),
    };

    public static Published Read(string? written)
    {
        var value = written?.Trim();
        if (string.IsNullOrEmpty(value))
            return Published.Unknown;
        return value.Length <= LengthMax && TryRead(WithoutWeekday(value)) is { } read
            ? read
            : Published.Unknown with { Why = $"\"{Shortened(value)}\" is not a date that can be read in one way only" };
    }

    static Published? TryRead(string value)
    {
        // The month's full stop ("Sept. 13") and the fourth letter of "Sept" are not known to the framework.
        value = value.Replace("Sept.", "Sep", StringComparison.OrdinalIgnoreCase).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        if (TryDay(value, out var whole))
            return new Published(whole.ToDateTime(TimeOnly.MinValue), null, DayOnly: true, PublishedBasis.Stated);
        // Longest day first, so that "13 September 2023" is not cut after its first word.
        for (var cut = value.Length - 1; cut > 0; cut--)
        {
            if (value[cut] is not ('T' or 't' or ' ') || !TryDay(value[..cut].TrimEnd(' ', ','), out var day))
                continue;
            return TryTime(value[(cut + 1)..].Trim(), out var time, out var offset)
                ? new Published(day.ToDateTime(time), offset, DayOnly: false, PublishedBasis.Stated)
                : null;
        }
        return null;
    }

    static bool TryDay(string value, out DateOnly day)
    {
        if (DateOnly.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day))
            return true;
        // "Sep. 13, 2023"
        return value.Contains(". ", StringComparison.Ordinal)
            && DateOnly.TryParseExact(value.Replace(". ", " ", StringComparison.Ordinal), Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day);
    }

    static bool TryTime(string value, out TimeOnly time, out TimeSpan? offset)
    {
        offset = null;
        time = default;
        var zone = value.Length;
        while (zone > 0 && char.IsAsciiLetter(value[zone - 1]))
            zone--;
        if (zone < value.Length && Zones.TryGetValue(value[zone..], out var named))
        {
            offset = named;
            value = value[..zone].TrimEnd();
        }
        else if (value.LastIndexOfAny(['+', '-', '\u2212']) is > 0 and var sign)
        {
            if (!TryOffset(value[(sign + 1)..], out var distance))
                return false;
            offset = value[sign] == '+' ? distance : -distance;
            value = value[..sign].TrimEnd();
        }
        var fraction = value.AsSpan().IndexOfAny('.', ',');
        if (fraction > 0 && fraction + 1 < value.Length && value.AsSpan(fraction + 1).IndexOfAnyExceptInRange('0', '9') < 0)
            value = value[..fraction];
        return TimeOnly.TryParseExact(value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    static bool TryOffset(string value, out TimeSpan offset)
    {
        var digits = value.Replace(":", "", StringComparison.Ordinal);
        offset = default;
        if (digits.Length is not (2 or 4) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        var (hours, minutes) = digits.Length == 2 ? (number, 0) : (number / 100, number % 100);
        offset = new TimeSpan(hours, minutes, 0);
        return minutes < 60 && offset <= TimeSpan.FromHours(14);
    }

    // Feeds get the weekday wrong often enough; the date itself is what they mean.
    static string WithoutWeekday(string value)
    {
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        if (comma < 3)
            return value;
        var word = value[..comma];
        return Enum.GetNames<DayOfWeek>().Any(day => day.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? value[(comma + 1)..].Trim() : value;
    }

    static string Shortened(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 40), "…");
}
