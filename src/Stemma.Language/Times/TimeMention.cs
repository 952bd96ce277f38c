namespace Stemma.Language;

/// <summary>What kind of time words these are.</summary>
public enum TimeKind : byte
{
    /// <summary>A place in the calendar or on the clock, however exact. What the words leave out is taken from the report's date.</summary>
    Date,
    /// <summary>"Now", "recently", "soon": <see cref="TimeMention.Shift"/> is 0, -1 or 1.</summary>
    Vague,
    /// <summary>A length: <see cref="TimeMention.Amount"/> of <see cref="TimeMention.Unit"/>.</summary>
    Duration,
    /// <summary>Something that recurs: "daily", "every Tuesday".</summary>
    Set,
}

/// <summary>Units of time, from small to large. <see cref="Part"/> is a part of a day.</summary>
public enum TimeUnit : byte { None, Second, Minute, Hour, Part, Day, Week, Weekend, Fortnight, Month, Quarter, Season, Half, Year, Decade, Century, Millennium }

/// <summary>Parts of a day.</summary>
public enum DayPart : byte { None, Morning, Midday, Afternoon, Evening, Night, Daytime }

/// <summary>What a shift is counted from: the report's own date, or the time told of last.</summary>
public enum TimeAnchor : byte { Report, Told }

/// <summary>How the words narrow or blur what they name.</summary>
public enum TimeModifier : byte { None, Start, Mid, End, Approx, LessThan, MoreThan, AtLeast, AtMost, Before, After }

/// <summary>Whether the sentence speaks of it as past or as still to come.</summary>
public enum TimeTense : byte { Unknown, Past, Future }

/// <summary>
/// Words that name a time, taken apart but not yet placed: the report's own date is applied later, by
/// <see cref="Times.TimeResolver"/>. What the words leave open is null or None.
/// </summary>
public sealed record TimeMention(TextRange Range, TimeKind Kind)
{
    /// <summary>How exactly the words name a time; of a duration, what is counted.</summary>
    public TimeUnit Unit { get; init; }

    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>Which quarter, half or season (1 is spring) of a year, by <see cref="Unit"/>.</summary>
    public int? Nth { get; init; }

    /// <summary>Which holiday, an index into the table of them.</summary>
    public int? Holiday { get; init; }

    /// <summary>Which day, weekday or week within what else is named ("the first Monday of October"); -1 the last.</summary>
    public int? Inside { get; init; }

    public DayPart DayPart { get; init; }

    /// <summary>Minute of the day, 0 to 1440.</summary>
    public int? Minute { get; init; }

    /// <summary>Minutes east of Greenwich, where a zone is named.</summary>
    public int? Offset { get; init; }

    /// <summary>Units away from the base: -1 "last", 0 "this", 1 "next". Null: the words point nowhere.</summary>
    public int? Shift { get; init; }

    /// <summary>What is counted in a shift; None where a name is ("last May", "next Friday").</summary>
    public TimeUnit ShiftUnit { get; init; }

    public TimeAnchor Anchor { get; init; }

    /// <summary>How many; null where the words do not say ("months").</summary>
    public double? Amount { get; init; }

    public TimeModifier Modifier { get; init; }

    public TimeTense Tense { get; init; }

    /// <summary>The next mention is the other end of a range that this one begins.</summary>
    public bool Opens { get; init; }

    public bool Future => Tense == TimeTense.Future;

    /// <summary>A weekday and nothing besides.</summary>
    public bool IsWeekday => Kind == TimeKind.Date && Weekday is not null && Month is null && Day is null && Shift is null or 0 && ShiftUnit == TimeUnit.None;

    /// <summary>Days from the report's own for "today", "yesterday", "tomorrow" and their like; null for all else.</summary>
    public int? DaysAway => Kind == TimeKind.Date && ShiftUnit == TimeUnit.Day && Anchor == TimeAnchor.Report && Unit <= TimeUnit.Day && Weekday is null && Month is null ? Shift : null;
}
