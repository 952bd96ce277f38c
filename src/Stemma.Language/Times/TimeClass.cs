namespace Stemma.Language.Times;

/// <summary>What a word can be in a time expression; one word can be several things ("second", "may", "12").</summary>
[Flags]
enum TimeClass : ulong
{
    None = 0,
    Weekday = 1UL << 0,
    /// <summary>Abbreviated, or in the plural: read as a weekday only beside a date.</summary>
    WeekdayShort = 1UL << 1,
    Weekdays = 1UL << 2,
    /// <summary>A month that can stand by itself.</summary>
    Month = 1UL << 3,
    /// <summary>A month only beside a day or a year: "may", "mar".</summary>
    MonthWeak = 1UL << 4,
    /// <summary>1 to 31 in digits.</summary>
    DayNumber = 1UL << 5,
    /// <summary>First to thirty-first, in words or digits.</summary>
    Ordinal = 1UL << 6,
    /// <summary>A count, in words or digits, or "several", "few".</summary>
    Number = 1UL << 7,
    Year = 1UL << 8,
    /// <summary>'96.</summary>
    ShortYear = 1UL << 9,
    Unit = 1UL << 10,
    Units = 1UL << 11,
    DayPart = 1UL << 12,
    DayParts = 1UL << 13,
    Season = 1UL << 14,
    /// <summary>Today, yesterday, tomorrow.</summary>
    Deictic = 1UL << 15,
    Tonight = 1UL << 16,
    This = 1UL << 17,
    Next = 1UL << 18,
    Last = 1UL << 19,
    /// <summary>"Previous", "following": from the time told of last.</summary>
    Told = 1UL << 20,
    The = 1UL << 21,
    A = 1UL << 22,
    That = 1UL << 23,
    Ago = 1UL << 24,
    /// <summary>"Later", "earlier".</summary>
    Later = 1UL << 25,
    Vague = 1UL << 26,
    Every = 1UL << 27,
    Frequency = 1UL << 28,
    /// <summary>"Early", "mid", "late".</summary>
    Early = 1UL << 29,
    /// <summary>"Beginning", "end".</summary>
    Edge = 1UL << 30,
    /// <summary>"About", "more than", "nearly".</summary>
    Approx = 1UL << 31,
    /// <summary>A time of the day in figures, or "noon".</summary>
    Clock = 1UL << 32,
    AmPm = 1UL << 33,
    OClock = 1UL << 34,
    /// <summary>A whole date in figures.</summary>
    FullDate = 1UL << 35,
    Fiscal = 1UL << 36,
    Decade = 1UL << 37,
    Holiday = 1UL << 38,
    Of = 1UL << 39,
    In = 1UL << 40,
    And = 1UL << 41,
    To = 1UL << 42,
    Hyphen = 1UL << 43,
    Comma = 1UL << 44,
    Possessive = 1UL << 45,
    Old = 1UL << 46,
    /// <summary>"More", "another", "full", "trading": stands between a count and its unit.</summary>
    Filler = 1UL << 47,
    Half = 1UL << 48,
    At = 1UL << 49,
    On = 1UL << 50,
    Period = 1UL << 51,
    Zone = 1UL << 52,
    From = 1UL << 53,
    Now = 1UL << 54,
    Past = 1UL << 55,
    /// <summary>"Recent", "coming": with a unit a vague time, alone hardly ever.</summary>
    Recent = 1UL << 56,
    Before = 1UL << 57,
    Or = 1UL << 58,
    So = 1UL << 59,
    Ahead = 1UL << 60,
    Times = 1UL << 61,
    /// <summary>"Q3".</summary>
    QuarterCode = 1UL << 62,
    Local = 1UL << 63,
}
