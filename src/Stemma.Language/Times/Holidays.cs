namespace Stemma.Language.Times;

/// <summary>
/// Days that have a name: fixed ones, weekdays counted within a month, and those counted from Easter (Gregorian computus in the
/// anonymous form of 1876). Those of lunar calendars are left out: they differ by country and sighting, and a day that is
/// perhaps wrong is worse than none. Cost: constant.
/// </summary>
static class Holidays
{
    /// <param name="Day">Of the month; or, where a weekday is given, which one in the month (-1 the last); or days from Easter, where the month is 0.</param>
    readonly record struct Rule(int Month, int Day, DayOfWeek? Weekday = null, int Days = 0);

    static readonly (string Names, Rule Rule)[] Table =
    [
        ("new year's day,new years day,new year's", new(1, 1)),
        ("new year's eve,new years eve", new(12, 31)),
        ("valentine's day,valentines day,valentine day", new(2, 14)),
        ("st. patrick's day,st patrick's day,saint patrick's day", new(3, 17)),
        ("april fools' day,april fool's day,april fools day", new(4, 1)),
        ("earth day", new(4, 22)),
        ("may day", new(5, 1)),
        ("independence day", new(7, 4)),
        ("bastille day", new(7, 14)),
        ("halloween", new(10, 31)),
        ("all saints' day,all saints day", new(11, 1)),
        ("veterans day,veteran's day,veterans' day,armistice day,remembrance day", new(11, 11)),
        ("christmas eve,xmas eve", new(12, 24)),
        ("christmas,christmas day,xmas", new(12, 25)),
        ("boxing day", new(12, 26)),
        ("martin luther king day,martin luther king jr. day,mlk day", new(1, 3, DayOfWeek.Monday)),
        ("presidents' day,presidents day,president's day", new(2, 3, DayOfWeek.Monday)),
        ("mother's day,mothers' day", new(5, 2, DayOfWeek.Sunday)),
        ("father's day,fathers' day", new(6, 3, DayOfWeek.Sunday)),
        ("memorial day", new(5, -1, DayOfWeek.Monday)),
        ("labor day", new(9, 1, DayOfWeek.Monday)),
        ("columbus day", new(10, 2, DayOfWeek.Monday)),
        ("thanksgiving,thanksgiving day", new(11, 4, DayOfWeek.Thursday)),
        ("black friday", new(11, 4, DayOfWeek.Thursday, 1)),
        ("election day", new(11, 1, DayOfWeek.Monday, 1)),
        ("good friday", new(0, -2)),
        ("easter,easter sunday", new(0, 0)),
        ("easter monday", new(0, 1)),
        ("ash wednesday", new(0, -46)),
        ("palm sunday", new(0, -7)),
        ("pentecost", new(0, 49)),
    ];

    /// <summary>Each name, and which holiday it is.</summary>
    public static IEnumerable<(string Name, int Index)> Names => Table.SelectMany(static (entry, index) => entry.Names.Split(',').Select(name => (name, index)));

    public static DateOnly? DayIn(int holiday, int year)
    {
        if (year is < 1583 or > 9998)
            return null;
        var rule = Table[holiday].Rule;
        if (rule.Month == 0)
            return Easter(year).AddDays(rule.Day);
        if (rule.Weekday is not { } weekday)
            return new DateOnly(year, rule.Month, rule.Day);
        var first = rule.Day > 0 ? new DateOnly(year, rule.Month, 1) : new DateOnly(year, rule.Month, DateTime.DaysInMonth(year, rule.Month)).AddDays(-6);
        var ahead = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(ahead + (rule.Day > 0 ? 7 * (rule.Day - 1) : 0) + rule.Days);
    }

    static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
