namespace Stemma.Language.Times;

/// <summary>
/// Places the times of one report in the calendar, from the day it was published: TIMEX3 values and intervals. What the words
/// leave out comes from the report's date ("last month"), from the time told of last ("the following day"), or from the
/// direction the sentence speaks in (a weekday, a month without a year). Cost: constant per mention.
/// Gets wrong: stories told in flashbacks, where "Friday" is not the report's week; fiscal years that are not calendar years.
/// </summary>
public sealed class TimeResolver
{
    /// <summary>
    /// Days a bare date is thought further away for, when it lies on the side the sentence does not speak of. Quarters and
    /// seasons are told of in any tense ("expects to report a third-quarter loss").
    /// </summary>
    const int PastThoughFuture = 400, FutureThoughPast = 300, QuarterAgainstTense = 90;

    readonly DateTime? reported;
    readonly DateOnly today;
    readonly TimeTense leaning;
    CalendarPlace? told;
    CalendarPlace? toldQuarter;

    TimeResolver(DateTime? reported, TimeTense leaning) => (this.reported, today, this.leaning) = (reported, reported is { } at ? DateOnly.FromDateTime(at) : default, leaning);

    /// <param name="mentions">In the order of the text.</param>
    /// <param name="reported">When the report was published, at its own place; null where that is not known.</param>
    /// <param name="leaning">Where a bare weekday or month is looked for when the sentence does not say; news looks back.</param>
    public static ResolvedTime[] Resolve(IReadOnlyList<TimeMention> mentions, DateTime? reported, TimeTense leaning = TimeTense.Past)
    {
        var resolver = new TimeResolver(reported, leaning);
        var resolved = new ResolvedTime[mentions.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = resolver.Resolve(mentions[i]);
            if (i > 0 && mentions[i - 1].Opens && resolved[i - 1].Begin > resolved[i].Begin)
                resolver.Turn(mentions, resolved, i);
        }
        return resolved;
    }

    /// <summary>A range that would run backwards: the year before for its beginning, the week after for its end, where the words leave that open.</summary>
    void Turn(IReadOnlyList<TimeMention> mentions, ResolvedTime[] resolved, int end)
    {
        var (first, second) = (mentions[end - 1], mentions[end]);
        if (first is { Year: null, Month: not null } && second is { Year: null, Month: not null } && resolved[end - 1].Begin is { Year: > 1 } begin)
            resolved[end - 1] = Resolve(first with { Year = begin.Year - 1, Shift = null, ShiftUnit = TimeUnit.None });
        else if (second.IsWeekday && resolved[end] is { Begin: { } day, Precision: TimeUnit.Day } && day < DateTime.MaxValue.AddDays(-9))
            resolved[end] = resolved[end] with { Value = TimexText.Day(day.AddDays(7)), Begin = day.AddDays(7), End = day.AddDays(8) };
    }

    ResolvedTime Resolve(TimeMention mention) => mention.Kind switch
    {
        TimeKind.Date => Date(mention),
        TimeKind.Duration => Duration(mention),
        TimeKind.Set => new("SET", TimexText.Set(mention), TimexText.Modifier(mention.Modifier), null, null, mention.Unit),
        _ => new("DATE", TimexText.Vague(mention.Shift), null, null, null, TimeUnit.None),
    };

    ResolvedTime Duration(TimeMention mention)
    {
        var value = TimexText.Length(mention.Amount, mention.Unit);
        var (begin, end) = (default(DateTime?), default(DateTime?));
        if (reported is not null && mention.Shift is -1 or 1 && mention.Amount is { } amount && amount % 1 == 0 && amount < 100_000 && mention.Unit >= TimeUnit.Day
            && new CalendarPlace(today, TimeUnit.Day).Shifted((long)amount * mention.Shift.Value, mention.Unit) is { } other)
        {
            (begin, end) = mention.Shift < 0 ? (Midnight(other.Begin), Midnight(today)) : (Midnight(today), Midnight(other.Begin));
        }
        return new("DURATION", value, TimexText.Modifier(mention.Modifier), begin, end, mention.Unit);
    }

    static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    ResolvedTime Date(TimeMention mention)
    {
        var modifier = TimexText.Modifier(mention.Modifier);
        if (ByTheClock(mention) is { } moment)
            return new("TIME", TimexText.Moment(moment, mention.ShiftUnit), modifier, moment, moment.AddMinutes(mention.ShiftUnit == TimeUnit.Hour ? 60 : 1), mention.ShiftUnit);
        if (Place(mention) is not { } place)
            return new(mention.Unit is TimeUnit.Part or TimeUnit.Minute or TimeUnit.Hour ? "TIME" : "DATE", TimexText.Unplaced(mention), modifier, null, null, mention.Unit);
        // What something is compared with is not what the report goes on about.
        if (!IsYearBefore(mention))
        {
            told = place;
            if (place.Unit == TimeUnit.Quarter)
                toldQuarter = place;
        }
        var value = place.Value;
        if (mention.Minute is { } minute && place.Unit == TimeUnit.Day)
        {
            var begin = Midnight(place.Begin).AddMinutes(Math.Min(minute, place.Begin == DateOnly.MaxValue ? 1439 : minute));
            return new("TIME", value + TimexText.Clock(minute), modifier, begin, begin == DateTime.MaxValue ? begin : begin.AddMinutes(begin.Ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerMinute ? 1 : 0), TimeUnit.Minute) { Offset = mention.Offset };
        }
        if (mention.DayPart != DayPart.None && place.Unit == TimeUnit.Day)
        {
            var (from, to) = TimexText.Hours(mention.DayPart);
            return new("TIME", value + TimexText.Part(mention.DayPart), modifier, Midnight(place.Begin).AddHours(from), place.Begin.DayNumber < DateOnly.MaxValue.DayNumber - 1 ? Midnight(place.Begin).AddHours(to) : DateTime.MaxValue, TimeUnit.Part);
        }
        if (mention.DayPart != DayPart.None && place.Unit == TimeUnit.Weekend)
            value += TimexText.Part(mention.DayPart);
        // A winter that is only called by a year may be either of two.
        var first = place.Unit == TimeUnit.Season && place.Begin.Month == 12 && mention.Year is not null && place.Begin.Year > 1 ? place.Begin.AddYears(-1) : place.Begin;
        return new("DATE", value, modifier, Midnight(first), Midnight(place.End), place.Unit);
    }

    /// <summary>"Two hours ago" needs the hour of the report.</summary>
    DateTime? ByTheClock(TimeMention mention)
    {
        if (mention.ShiftUnit is not (TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second) || mention.Shift is not { } by || mention.Anchor == TimeAnchor.Told || reported is not { } at)
            return null;
        var ticks = at.Ticks + (by * (mention.ShiftUnit == TimeUnit.Hour ? TimeSpan.TicksPerHour : mention.ShiftUnit == TimeUnit.Minute ? TimeSpan.TicksPerMinute : TimeSpan.TicksPerSecond));
        return ticks > 0 && ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay ? new DateTime(ticks) : null;
    }

    CalendarPlace? Place(TimeMention mention)
    {
        if (mention.Inside is { } nth)
            return Place(mention with { Inside = null, Weekday = null, Unit = mention.Month is not null ? TimeUnit.Month : mention.Year is not null ? TimeUnit.Year : mention.ShiftUnit }) is { } whole ? Inner(whole, mention, nth) : null;
        if (mention is { Day: { } inMonth, Month: null, ShiftUnit: TimeUnit.Month })
            return Place(mention with { Day = null, Unit = TimeUnit.Month }) is { } month ? CalendarPlace.Day(month.Begin.Year, month.Begin.Month, inMonth) : null;
        if (mention.Year is { } year)
            return InYear(mention, year);
        if (reported is null)
            return null;
        var from = mention.Anchor == TimeAnchor.Told && told is { } last && (mention.ShiftUnit != TimeUnit.Day || last.Unit == TimeUnit.Day) && (mention.ShiftUnit != TimeUnit.Week || last.Unit <= TimeUnit.Fortnight) ? last : new CalendarPlace(today, TimeUnit.Day);
        if (mention.ShiftUnit != TimeUnit.None && mention.Shift is { } by)
            return ByShift(mention, from, by);
        if (mention.Weekday is { } weekday && mention.Day is null && mention.Month is null)
            return Weekday(mention, weekday);
        if (mention.Month is not null || mention.Nth is not null || mention.Holiday is not null || mention.Day is not null)
            return Nearest(mention);
        if (mention.Minute is not null || mention.DayPart != DayPart.None)
            return told is { Unit: TimeUnit.Day } day && day.Begin.DayNumber <= today.DayNumber + 31 ? day : new CalendarPlace(today, TimeUnit.Day);
        return null;
    }

    /// <summary>The nth weekday, day or week of a month or year, the last where it is -1; a week belongs to where its Thursday is.</summary>
    static CalendarPlace? Inner(CalendarPlace whole, TimeMention mention, int nth)
    {
        var (first, end) = (whole.Begin.DayNumber, whole.End.DayNumber);
        var (step, wanted) = mention.Weekday is { } weekday ? (7, (int)weekday) : mention.Unit == TimeUnit.Week ? (7, (int)DayOfWeek.Thursday) : (1, (int)whole.Begin.DayOfWeek);
        var start = first + ((wanted - (int)whole.Begin.DayOfWeek + 7) % 7);
        var day = nth > 0 ? start + ((nth - 1) * step) : start + ((end - 1 - start) / step * step);
        if (day >= end)
            return null;
        return mention.Unit == TimeUnit.Week ? CalendarPlace.Of(Math.Max(0, day - 3), TimeUnit.Week) : CalendarPlace.Of(day, TimeUnit.Day);
    }

    /// <summary>The part of a year the words name.</summary>
    CalendarPlace? InYear(TimeMention mention, int year) => mention switch
    {
        { Unit: TimeUnit.Quarter, Nth: null } => toldQuarter is { } quarter ? CalendarPlace.Nth(year, TimeUnit.Quarter, ((quarter.Begin.Month - 1) / 3) + 1) : null,
        { Holiday: { } holiday } => Holidays.DayIn(holiday, year) is { } day ? new(day, TimeUnit.Day) : null,
        { Month: { } month, Day: { } day, Unit: TimeUnit.Week } => CalendarPlace.Day(year, month, day) is { } inside ? CalendarPlace.Around(inside.Begin, TimeUnit.Week) : null,
        { Month: { } month, Day: { } day } => CalendarPlace.Day(year, month, day),
        { Month: { } month } => CalendarPlace.Month(year, month),
        { Nth: { } nth } => CalendarPlace.Nth(year, mention.Unit, nth),
        _ => CalendarPlace.OfYears(year, mention.Unit is TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium ? mention.Unit : TimeUnit.Year),
    };

    CalendarPlace? ByShift(TimeMention mention, CalendarPlace from, int by)
    {
        if (IsYearBefore(mention))
            return YearBefore(mention);
        if (mention is { ShiftUnit: TimeUnit.Quarter, Anchor: TimeAnchor.Told, Shift: 0 })
            return toldQuarter ?? CalendarPlace.Around(today, TimeUnit.Quarter)?.Shifted(-1, TimeUnit.Quarter);
        if (mention.ShiftUnit == TimeUnit.Year && (mention.Month is not null || mention.Nth is not null || mention.Holiday is not null))
        {
            return InYear(mention, from.Begin.Year + by);
        }
        if (mention is { Weekday: { } weekday, ShiftUnit: TimeUnit.Week })
            return CalendarPlace.Around(today, TimeUnit.Week)?.Shifted(by, TimeUnit.Week) is { } week ? CalendarPlace.Of(week.Begin.DayNumber + (((int)weekday + 6) % 7), TimeUnit.Day) : null;
        if (mention is { Nth: { } season, Unit: TimeUnit.Season })
            return CalendarPlace.Nth(today.Year + by, TimeUnit.Season, season);
        if (mention.ShiftUnit == TimeUnit.Weekend)
            return Weekend(mention, from, by);
        if (mention.ShiftUnit <= TimeUnit.Hour)
            return null;
        var unit = mention.ShiftUnit is TimeUnit.Part ? TimeUnit.Day : mention.ShiftUnit;
        // A day told of keeps its day when weeks go by; "the week" is the one it lies in.
        return CalendarPlace.Around(from.Begin, unit == TimeUnit.Fortnight ? TimeUnit.Day : unit)?.Shifted(by, unit);
    }

    static bool IsYearBefore(TimeMention mention) => mention is { ShiftUnit: TimeUnit.Year, Shift: -1, Unit: TimeUnit.Quarter or TimeUnit.None };

    /// <summary>"The year-ago quarter", "a year earlier": a year before the quarter told of, else before the year told of.</summary>
    CalendarPlace? YearBefore(TimeMention mention)
    {
        var whole = toldQuarter ?? (mention.Anchor == TimeAnchor.Told && told is { Unit: TimeUnit.Year } year ? year : CalendarPlace.Year(today.Year));
        return whole is not { } compared ? null : mention.Nth is { } nth ? CalendarPlace.Nth(compared.Begin.Year - 1, TimeUnit.Quarter, nth) : compared.Shifted(-1, TimeUnit.Year);
    }

    CalendarPlace? Weekend(TimeMention mention, CalendarPlace from, int by)
    {
        if (CalendarPlace.Around(from.Begin, TimeUnit.Weekend) is not { } own)
            return null;
        // "The weekend", "this weekend": on the side the sentence speaks of; on Monday the one just over.
        if (by == 0 && Direction(mention) != TimeTense.Future && today.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Wednesday)
            return own.Shifted(-1, TimeUnit.Weekend);
        return own.Shifted(by == -1 && today.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Saturday ? -1 : by, TimeUnit.Weekend);
    }

    TimeTense Direction(TimeMention mention) => mention.Tense == TimeTense.Unknown ? leaning : mention.Tense;

    CalendarPlace? Weekday(TimeMention mention, DayOfWeek weekday)
    {
        var own = mention.Anchor == TimeAnchor.Told && told is { Unit: TimeUnit.Day } day ? day.Begin : today;
        var (back, ahead) = (((int)own.DayOfWeek - (int)weekday + 7) % 7, ((int)weekday - (int)own.DayOfWeek + 7) % 7);
        return mention.Shift switch
        {
            > 1 and var weeks => CalendarPlace.Of(own.DayNumber + (ahead == 0 ? 7 : ahead) + (7 * (weeks - 1)), TimeUnit.Day),
            < -1 and var weeks => CalendarPlace.Of(own.DayNumber - (back == 0 ? 7 : back) + (7 * (weeks + 1)), TimeUnit.Day),
            -1 => CalendarPlace.Of(own.DayNumber - (back == 0 ? 7 : back), TimeUnit.Day),
            // "Next Friday" is in the week after this one; "this Friday" may still be ahead of a report of Wednesday.
            1 => CalendarPlace.Of(own.DayNumber - (((int)own.DayOfWeek + 6) % 7) + 7 + (((int)weekday + 6) % 7), TimeUnit.Day),
            0 => CalendarPlace.Of(own.DayNumber + (Direction(mention) == TimeTense.Past && mention.Tense == TimeTense.Past ? -back : ahead), TimeUnit.Day),
            _ => CalendarPlace.Of(own.DayNumber + (Direction(mention) == TimeTense.Future ? ahead : -back), TimeUnit.Day),
        };
    }

    /// <summary>The nearest of that name, nearness weighed by the direction the sentence speaks in.</summary>
    CalendarPlace? Nearest(TimeMention mention)
    {
        if (mention is { Month: null, Day: { } dayOfMonth })
            return InMonths(mention, dayOfMonth);
        CalendarPlace? best = null;
        var bestCost = long.MaxValue;
        var own = mention.Anchor == TimeAnchor.Told && told is { } last ? last.Begin : today;
        // A weekday beside the day of a month tells which year, as far as it fits one.
        var around = mention is { Weekday: not null, Day: not null } ? 5 : 1;
        for (var year = own.Year - around; year <= own.Year + around; year++)
        {
            if (InYear(mention, year) is not { } place)
                continue;
            var (past, future) = (place.End.DayNumber <= own.DayNumber, place.Begin.DayNumber > own.DayNumber);
            if ((mention.Shift == -1 && !past) || (mention.Shift == 1 && !future) || (mention.Shift == 0 && mention.Anchor == TimeAnchor.Report && place.Begin.Year != own.Year))
                continue;
            var away = past ? own.DayNumber - place.End.DayNumber + 1 : future ? place.Begin.DayNumber - own.DayNumber : 0L;
            var against = (past && Direction(mention) == TimeTense.Future) || (future && Direction(mention) == TimeTense.Past && mention.Tense == TimeTense.Past);
            if (around > 1 && place.Begin.DayOfWeek != mention.Weekday)
                away += 3650;
            var cost = away + (!against ? 0 : place.Unit is TimeUnit.Quarter or TimeUnit.Season ? QuarterAgainstTense : past ? PastThoughFuture : FutureThoughPast);
            if (cost < bestCost)
                (best, bestCost) = (place, cost);
        }
        return best;
    }

    /// <summary>"The 27th": of this month or the next one that has it, on the side the sentence speaks of.</summary>
    CalendarPlace? InMonths(TimeMention mention, int dayOfMonth)
    {
        CalendarPlace? best = null;
        var reach = mention.Weekday is null ? 2 : 14;
        for (var by = -reach; by <= reach; by++)
        {
            if (new CalendarPlace(today, TimeUnit.Day).Shifted(by, TimeUnit.Month) is not { } month || CalendarPlace.Day(month.Begin.Year, month.Begin.Month, dayOfMonth) is not { } day)
                continue;
            if (mention.Weekday is { } weekday && day.Begin.DayOfWeek != weekday)
                continue;
            var ahead = day.Begin.DayNumber - today.DayNumber;
            if (Direction(mention) == TimeTense.Future ? ahead >= 0 && best is null : ahead <= 0 || best is null)
                best = day;
        }
        return best;
    }
}
