using System.Globalization;

namespace Stemma.Language.Times;

/// <summary>
/// One stretch of the calendar: a unit and the day it begins on. Steps, TIMEX3 values and intervals of it. Anything that would
/// leave the years 1 to 9999 is null: such a date is never made up. Weeks are ISO 8601's; seasons are three whole months, of
/// the northern year, and winter belongs to the year it begins in. Cost: constant.
/// </summary>
readonly record struct CalendarPlace(DateOnly Begin, TimeUnit Unit)
{
    static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    /// <summary>The unit that holds this day.</summary>
    public static CalendarPlace? Around(DateOnly day, TimeUnit unit) => unit switch
    {
        <= TimeUnit.Day => new(day, TimeUnit.Day),
        TimeUnit.Week or TimeUnit.Fortnight => Of(day.DayNumber - (((int)day.DayOfWeek + 6) % 7), TimeUnit.Week),
        TimeUnit.Weekend => Of(day.DayNumber - (((int)day.DayOfWeek + 6) % 7) + 5, TimeUnit.Weekend),
        TimeUnit.Month => new(new DateOnly(day.Year, day.Month, 1), unit),
        TimeUnit.Quarter => Nth(day.Year, unit, ((day.Month - 1) / 3) + 1),
        TimeUnit.Half => Nth(day.Year, unit, day.Month <= 6 ? 1 : 2),
        TimeUnit.Season => Nth(day.Month < 3 ? day.Year - 1 : day.Year, unit, day.Month < 3 ? 4 : day.Month / 3),
        TimeUnit.Year => Year(day.Year),
        TimeUnit.Decade => OfYears(day.Year - (day.Year % 10), unit),
        TimeUnit.Century => OfYears(day.Year - (day.Year % 100), unit),
        TimeUnit.Millennium => OfYears(day.Year - (day.Year % 1000), unit),
        _ => null,
    };

    public static CalendarPlace? Of(int dayNumber, TimeUnit unit) =>
        dayNumber >= 0 && dayNumber <= DateOnly.MaxValue.DayNumber ? new(DateOnly.FromDayNumber(dayNumber), unit) : null;

    public static CalendarPlace? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(new DateOnly(year, month, day), TimeUnit.Day) : null;

    public static CalendarPlace? Month(int year, int month) => year is >= 1 and <= 9999 && month is >= 1 and <= 12 ? new(new DateOnly(year, month, 1), TimeUnit.Month) : null;

    public static CalendarPlace? Year(int year) => OfYears(year, TimeUnit.Year);

    public static CalendarPlace? OfYears(int year, TimeUnit unit) => year is >= 0 and <= 9999 ? new(new DateOnly(Math.Max(1, year), 1, 1), unit) : null;

    /// <summary>Quarter, half or season of a year.</summary>
    public static CalendarPlace? Nth(int year, TimeUnit unit, int nth)
    {
        var month = unit switch { TimeUnit.Quarter => (nth * 3) - 2, TimeUnit.Half => (nth * 6) - 5, _ => nth * 3 };
        return Month(year, month) is { } first ? first with { Unit = unit } : null;
    }

    /// <summary>This many of its own units on.</summary>
    public CalendarPlace? Shifted(long by, TimeUnit unit)
    {
        if (Math.Abs(by) > 4_000_000)
            return null;
        var months = unit switch { TimeUnit.Month => by, TimeUnit.Quarter or TimeUnit.Season => by * 3, TimeUnit.Half => by * 6, TimeUnit.Year => by * 12, TimeUnit.Decade => by * 120, TimeUnit.Century => by * 1200, TimeUnit.Millennium => by * 12000, _ => 0 };
        var days = unit switch { TimeUnit.Day => by, TimeUnit.Week or TimeUnit.Weekend => by * 7, TimeUnit.Fortnight => by * 14, _ => 0 };
        var (month, number) = ((Begin.Year * 12L) + Begin.Month - 1 + months, Begin.DayNumber + days);
        if (month < 12 || month / 12 > 9999 || number < 0 || number > DateOnly.MaxValue.DayNumber)
            return null;
        return this with { Begin = months != 0 ? Begin.AddMonths((int)months) : DateOnly.FromDayNumber((int)number) };
    }

    /// <summary>The day after its last; the last day there is where the calendar ends.</summary>
    public DateOnly End
    {
        get
        {
            var next = Unit == TimeUnit.Weekend ? Shifted(2, TimeUnit.Day) : Shifted(1, Unit <= TimeUnit.Day ? TimeUnit.Day : Unit);
            return next?.Begin ?? DateOnly.MaxValue;
        }
    }

    public string Value
    {
        get
        {
            var (year, culture) = (Begin.Year, CultureInfo.InvariantCulture);
            return Unit switch
            {
                TimeUnit.Week => string.Create(culture, $"{WeekYear:0000}-W{ISOWeek.GetWeekOfYear(Begin.ToDateTime(TimeOnly.MinValue)):00}"),
                TimeUnit.Weekend => string.Create(culture, $"{WeekYear:0000}-W{ISOWeek.GetWeekOfYear(Begin.ToDateTime(TimeOnly.MinValue)):00}-WE"),
                TimeUnit.Month => string.Create(culture, $"{year:0000}-{Begin.Month:00}"),
                TimeUnit.Quarter => string.Create(culture, $"{year:0000}-Q{((Begin.Month - 1) / 3) + 1}"),
                TimeUnit.Half => string.Create(culture, $"{year:0000}-H{(Begin.Month > 6 ? 2 : 1)}"),
                TimeUnit.Season => string.Create(culture, $"{year:0000}-{SeasonCodes[(Begin.Month / 3) - 1]}"),
                TimeUnit.Year => string.Create(culture, $"{year:0000}"),
                TimeUnit.Decade => string.Create(culture, $"{year / 10:000}"),
                TimeUnit.Century => string.Create(culture, $"{year / 100:00}"),
                TimeUnit.Millennium => string.Create(culture, $"{year / 1000:0}"),
                _ => Begin.ToString("yyyy-MM-dd", culture),
            };
        }
    }

    int WeekYear => ISOWeek.GetYear(Begin.ToDateTime(TimeOnly.MinValue));
}
