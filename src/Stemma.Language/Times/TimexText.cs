using System.Globalization;

namespace Stemma.Language.Times;

/// <summary>
/// The texts of TIMEX3: lengths, recurrences, times of day, modifiers, and dates of which only a part is known. Cost: constant.
/// </summary>
static class TimexText
{
    static readonly string[] PartCodes = ["", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"];

    static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    public static string? Modifier(TimeModifier modifier) => modifier switch
    {
        TimeModifier.None => null,
        TimeModifier.LessThan => "LESS_THAN",
        TimeModifier.MoreThan => "MORE_THAN",
        TimeModifier.AtLeast => "EQUAL_OR_MORE",
        TimeModifier.AtMost => "EQUAL_OR_LESS",
        _ => modifier.ToString().ToUpperInvariant(),
    };

    public static string Vague(int? direction) => direction switch { 0 => "PRESENT_REF", > 0 => "FUTURE_REF", _ => "PAST_REF" };

    public static string Part(DayPart part) => PartCodes[(int)part];

    /// <summary>When a part of the day begins and ends, in hours.</summary>
    public static (int From, int To) Hours(DayPart part) => part switch
    {
        DayPart.Morning => (5, 12),
        DayPart.Midday => (11, 14),
        DayPart.Afternoon => (12, 18),
        DayPart.Evening => (17, 23),
        DayPart.Night => (18, 30),
        _ => (6, 20),
    };

    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"T{minute / 60:00}:{minute % 60:00}");

    public static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTime moment, TimeUnit unit) =>
        moment.ToString(unit == TimeUnit.Hour ? "yyyy-MM-dd'T'HH" : unit == TimeUnit.Second ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string Length(double? amount, TimeUnit unit)
    {
        var (letter, inner) = unit switch
        {
            TimeUnit.Second => ("S", 0),
            TimeUnit.Minute => ("M", 60),
            TimeUnit.Hour => ("H", 60),
            TimeUnit.Day => ("D", 24),
            TimeUnit.Week => ("W", 7),
            TimeUnit.Fortnight => ("W", 0),
            TimeUnit.Month => ("M", 0),
            TimeUnit.Quarter => ("Q", 0),
            TimeUnit.Year => ("Y", 12),
            TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium => ("Y", 12),
            TimeUnit.Weekend => ("WE", 0),
            TimeUnit.Part => ("D", 0),
            _ => ("D", 0),
        };
        var prefix = unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour ? "PT" : "P";
        if (amount is not { } given || double.IsNaN(given))
            return unit switch { TimeUnit.Decade => "PXE", TimeUnit.Century => "PXC", _ => prefix + "X" + letter };
        given *= unit switch { TimeUnit.Fortnight => 2, TimeUnit.Decade => 10, TimeUnit.Century => 100, TimeUnit.Millennium => 1000, _ => 1 };
        var whole = Math.Floor(given);
        var rest = (given - whole) * inner;
        if (inner == 0 || rest == 0 || rest != Math.Floor(rest) || unit == TimeUnit.Week)
            return prefix + given.ToString("0.##", CultureInfo.InvariantCulture) + letter;
        var big = whole == 0 ? "" : whole.ToString("0", CultureInfo.InvariantCulture) + letter;
        var small = rest.ToString("0", CultureInfo.InvariantCulture);
        return unit switch { TimeUnit.Minute => prefix + big + small + "S", TimeUnit.Hour => prefix + big + small + "M", TimeUnit.Day => "P" + big + "T" + small + "H", _ => prefix + big + small + "M" };
    }

    public static string Set(TimeMention mention)
    {
        if (mention.Weekday is { } weekday)
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(weekday == DayOfWeek.Sunday ? 7 : (int)weekday)}{Part(mention.DayPart)}");
        if (mention.Month is { } month)
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}");
        if (mention.Nth is { } season and >= 1 and <= 4)
            return "XXXX-" + SeasonCodes[season - 1];
        return mention.DayPart != DayPart.None ? "XXXX-XX-XX" + Part(mention.DayPart) : mention.Unit == TimeUnit.None ? "P1Y" : Length(mention.Amount ?? 1, mention.Unit);
    }

    /// <summary>A date that nothing anchors: an X for what is not known.</summary>
    public static string Unplaced(TimeMention mention)
    {
        var culture = CultureInfo.InvariantCulture;
        var tail = mention.Minute is { } minute ? Clock(minute) : Part(mention.DayPart);
        if (mention is { Month: { } month, Day: { } day })
            return string.Create(culture, $"XXXX-{month:00}-{day:00}") + tail;
        if (mention.ShiftUnit != TimeUnit.None && mention.Shift is { } by)
            return Vague(by);
        if (mention.Month is { } named)
            return string.Create(culture, $"XXXX-{named:00}");
        if (mention.Weekday is { } weekday)
            return string.Create(culture, $"XXXX-WXX-{(weekday == DayOfWeek.Sunday ? 7 : (int)weekday)}") + tail;
        if (mention.Day is { } dayOfMonth)
            return string.Create(culture, $"XXXX-XX-{dayOfMonth:00}") + tail;
        return mention.Unit switch
        {
            TimeUnit.Season when mention.Nth is { } season and >= 1 and <= 4 => "XXXX-" + SeasonCodes[season - 1],
            TimeUnit.Quarter => "XXXX-Q" + (mention.Nth?.ToString(culture) ?? "X"),
            TimeUnit.Half => "XXXX-H" + (mention.Nth?.ToString(culture) ?? "X"),
            TimeUnit.Year => "XXXX",
            _ => "XXXX-XX-XX" + tail,
        };
    }
}
