namespace Stemma.Language.Times;

/// <summary>
/// What the words of one match say, put together: each word adds what it was taken for, and the shape of the pattern says what
/// the whole means. A day that the calendar does not have makes the whole invalid, so that no part of it is read instead.
/// Cost: constant per match.
/// </summary>
sealed class TimeParts
{
    int? weekday, month, day, secondDay, ordinal, year, which, shift, sign, minute, offset, holiday, modifier, figure;
    double? number;
    bool half, told, hasNumber, withA, many, withLast;
    TimeUnit unit, secondUnit;
    DayPart part;
    int season, ampm;

    /// <summary>The end of a range of days within one month, where the match holds one.</summary>
    public TimeMention? Second { get; private set; }

    /// <summary>The words name a day that does not exist.</summary>
    public bool Invalid { get; private set; }

    /// <returns>Null where the words do not make a time.</returns>
    public static TimeMention? Of(TimeRules.Match match, List<TimeSymbol> symbols, int first, List<FigureTime> dates, TextRange range, out TimeParts parts)
    {
        parts = new TimeParts();
        var secondStart = -1;
        for (var i = 0; i < match.Classes.Length; i++)
        {
            if (parts.Take(match.Classes[i], symbols[first + i]))
                secondStart = symbols[first + i].Start;
        }
        if (match.Shape != TimeShape.Inside && parts.withLast)
            parts.which ??= -1;
        var made = parts.Make(match.Shape, new TimeMention(range, TimeKind.Date), dates);
        if (made is null || !parts.Exists(made))
            return null;
        if (match.Shape == TimeShape.DayRange)
            made = parts.SplitRange(made, secondStart);
        // "The third-quarter profit": the article is the profit's.
        if (match.Classes.Length > 2 && match.Classes[0] == TimeClass.The && match.Classes[^2] == TimeClass.Hyphen)
            made = made with { Range = new TextRange(symbols[first + 1].Start, made.Range.End) };
        return made with { Modifier = parts.modifier is { } stated ? (TimeModifier)stated : made.Modifier };
    }

    /// <returns>Whether this is the second day of a range.</returns>
    bool Take(TimeClass taken, TimeSymbol symbol)
    {
        switch (taken)
        {
            case TimeClass.Weekday or TimeClass.WeekdayShort or TimeClass.Weekdays or (TimeClass.Weekday | TimeClass.WeekdayShort): weekday = symbol.Value % 7; break;
            case TimeClass.Month or TimeClass.MonthWeak or (TimeClass.Month | TimeClass.MonthWeak): month = symbol.Value; break;
            case TimeClass.DayNumber:
                if (day is not null)
                {
                    secondDay = (int)symbol.Number;
                    return true;
                }
                day = (int)symbol.Number;
                break;
            case TimeClass.Ordinal:
                if ((day ?? ordinal) is not null && unit == TimeUnit.None)
                {
                    secondDay = (int)symbol.Number;
                    return true;
                }
                ordinal = (int)symbol.Number;
                break;
            case TimeClass.Number:
                if (!hasNumber)
                    (number, hasNumber) = (double.IsNaN(symbol.Number) ? null : symbol.Number, true);
                break;
            case TimeClass.Year or TimeClass.ShortYear: year = symbol.Value; break;
            case TimeClass.Decade: (year, unit) = (symbol.Value, TimeUnit.Decade); break;
            case TimeClass.Unit or TimeClass.Units:
                many = taken == TimeClass.Units;
                (secondUnit, unit) = unit == TimeUnit.None ? (TimeUnit.None, (TimeUnit)symbol.Value) : ((TimeUnit)symbol.Value, unit);
                break;
            case TimeClass.DayPart or TimeClass.DayParts: part = (DayPart)symbol.Value; break;
            case TimeClass.Season: season = symbol.Value; break;
            case TimeClass.Deictic: shift = symbol.Value; break;
            case TimeClass.Tonight: (shift, part) = (0, DayPart.Night); break;
            case TimeClass.Last when which is null && ordinal is null && weekday is null && unit == TimeUnit.None: withLast = true; break;
            case (TimeClass.Next | TimeClass.Recent) or TimeClass.This or TimeClass.Next or TimeClass.Last or TimeClass.Past or TimeClass.Recent or TimeClass.Vague: which = symbol.Value; break;
            case TimeClass.Told or TimeClass.That: (which, told) = (symbol.Value, true); break;
            case TimeClass.Ago: sign = symbol.Value; break;
            case TimeClass.Later: (sign, told) = (symbol.Value, true); break;
            case TimeClass.QuarterCode: (unit, ordinal) = (TimeUnit.Quarter, symbol.Value); break;
            case TimeClass.Edge: modifier = symbol.Value; break;
            case TimeClass.Frequency: unit = (TimeUnit)symbol.Value; break;
            case TimeClass.Times: number ??= symbol.Number > 0 ? symbol.Number : null; break;
            case TimeClass.Half: half = true; break;
            case TimeClass.A: withA = true; break;
            case TimeClass.Clock: minute = symbol.Value; break;
            case TimeClass.AmPm: ampm = symbol.Value; break;
            case TimeClass.Zone: offset = symbol.Value; break;
            case TimeClass.FullDate: figure = symbol.Value; break;
            case TimeClass.Holiday: holiday = symbol.Value; break;
        }
        return false;
    }

    TimeMention? Make(TimeShape shape, TimeMention time, List<FigureTime> dates) => shape switch
    {
        TimeShape.Calendar when unit is not (TimeUnit.None or TimeUnit.Week or TimeUnit.Decade) && (unit != TimeUnit.Year || month is not null) => null,
        TimeShape.Calendar or TimeShape.Alone or TimeShape.DayRange => figure is { } at ? Figured(time, dates[at]) : Calendar(time),
        TimeShape.NamedWhich => Calendar(time) with { Shift = which ?? (sign is { } way && number is >= 2 and < 100 and var weeks ? way * (int)weeks : sign), Anchor = told ? TimeAnchor.Told : TimeAnchor.Report },
        TimeShape.YearWhich => unit == TimeUnit.Year ? Calendar(time) with { Shift = which, ShiftUnit = TimeUnit.Year, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report } : null,
        TimeShape.WeekWhich => unit == TimeUnit.Week || season > 0 ? Calendar(time) with { Shift = which, ShiftUnit = unit, Anchor = TimeAnchor.Report } : null,
        TimeShape.UnitWhich => Pointed(time),
        TimeShape.DayPartWhich => DayPartWhich(time),
        TimeShape.Ago => Ago(time),
        TimeShape.Nth => Nth(time),
        TimeShape.Inside => Inside(time),
        TimeShape.YearBefore => YearBefore(time),
        TimeShape.TheUnit => TheUnit(time),
        TimeShape.YearEnd => unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Week or TimeUnit.Decade ? time with { Unit = unit, Shift = 0, ShiftUnit = unit } : null,
        TimeShape.Length => Length(time),
        TimeShape.PastLength => PastLength(time),
        TimeShape.Range => time with { Kind = TimeKind.Duration, Unit = unit, Amount = number, Shift = which },
        TimeShape.Recurring => Recurring(time),
        TimeShape.Vague => time with { Kind = TimeKind.Vague, Shift = which ?? 1 },
        TimeShape.Clock => Clock(time),
        _ => null,
    };

    static TimeMention Figured(TimeMention time, FigureTime figure) => time with
    {
        Unit = figure.Day == 0 ? TimeUnit.Month : figure.Minute is null ? TimeUnit.Day : TimeUnit.Minute,
        Year = figure.Year,
        Month = figure.Month,
        Day = figure.Day == 0 ? null : figure.Day,
        Minute = figure.Minute,
        Offset = figure.Offset,
    };

    TimeMention Calendar(TimeMention time)
    {
        var dayOfMonth = day ?? ordinal;
        var exact = holiday is not null || dayOfMonth is not null || (weekday is not null && month is null) ? TimeUnit.Day
            : month is not null ? TimeUnit.Month : season > 0 ? TimeUnit.Season : unit == TimeUnit.Decade ? TimeUnit.Decade : TimeUnit.Year;
        if (unit == TimeUnit.Week && dayOfMonth is not null && weekday is null)
            exact = TimeUnit.Week;
        return time with
        {
            Unit = exact,
            Year = year,
            Month = month,
            Day = dayOfMonth,
            Weekday = weekday is { } named ? (DayOfWeek)named : null,
            Nth = season > 0 ? season : null,
            Holiday = holiday,
        };
    }

    TimeMention? Pointed(TimeMention time)
    {
        if (shift is { } days)
            return time with { Unit = part == DayPart.None ? TimeUnit.Day : TimeUnit.Part, Shift = days, ShiftUnit = TimeUnit.Day, DayPart = part };
        var counted = unit == TimeUnit.None ? TimeUnit.Year : unit;
        if (counted <= TimeUnit.Hour)
            return which == 0 && counted != TimeUnit.Second ? time with { Kind = TimeKind.Vague, Shift = 0 } : null;
        return time with { Unit = counted, Shift = which ?? 0, ShiftUnit = counted, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report };
    }

    TimeMention DayPartWhich(TimeMention time) => time with
    {
        Unit = TimeUnit.Part,
        DayPart = part,
        ShiftUnit = which is null ? TimeUnit.None : TimeUnit.Day,
        Shift = which,
        Anchor = told || which is 1 or null ? TimeAnchor.Told : TimeAnchor.Report,
    };

    TimeMention? Ago(TimeMention time)
    {
        double? count = withA && !hasNumber ? 1 : half && !hasNumber ? 0 : number;
        if (half)
            count += 0.5;
        var vague = time with { Kind = TimeKind.Vague, Shift = sign };
        if (unit == TimeUnit.Second && !hasNumber)
            return null;
        if (count is not { } given || given > 100_000)
            return vague;
        if (unit == TimeUnit.Year && given == 1 && sign < 0)
            return time with { Unit = TimeUnit.None, Shift = -1, ShiftUnit = TimeUnit.Year, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report };
        // Half a unit is told in the next smaller one, and decades in years.
        var (shifted, by) = given % 1 == 0 && unit != TimeUnit.Decade ? (unit, given) : unit switch
        {
            TimeUnit.Year => (TimeUnit.Month, given * 12),
            TimeUnit.Decade => (TimeUnit.Year, given * 10),
            TimeUnit.Hour => (TimeUnit.Minute, given * 60),
            TimeUnit.Day => (TimeUnit.Hour, given * 24),
            TimeUnit.Week => (TimeUnit.Day, given * 7),
            TimeUnit.Month => (TimeUnit.Week, given * 4),
            _ => (unit, given),
        };
        return time with { Unit = shifted, Shift = sign * (int)Math.Round(by), ShiftUnit = shifted, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report };
    }

    TimeMention? Nth(TimeMention time)
    {
        var (counted, within) = (unit, secondUnit);
        if (which is not null && unit == TimeUnit.Year && secondUnit != TimeUnit.None)
            (counted, within) = (secondUnit, unit);
        if (half && ordinal is 1 or 2)
            return time with { Unit = TimeUnit.Half, Nth = ordinal, Year = year, Shift = year is null ? which ?? 0 : null, ShiftUnit = year is null ? TimeUnit.Year : TimeUnit.None };
        if (counted == TimeUnit.None && year is not null)
            return time with { Unit = TimeUnit.Quarter, Year = year, Anchor = TimeAnchor.Told };
        if (counted == TimeUnit.Century && ordinal is { } century and > 0 && year is null)
            return time with { Unit = TimeUnit.Century, Year = (century - 1) * 100 };
        if (counted != TimeUnit.Quarter || ordinal is > 4)
            return null;
        return time with { Unit = TimeUnit.Quarter, Nth = ordinal, Year = year, Shift = within == TimeUnit.Year ? which : null, ShiftUnit = within == TimeUnit.Year ? TimeUnit.Year : TimeUnit.None, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report };
    }

    /// <summary>"The first Monday of October", "the last week of 1994", "the 20th of next month".</summary>
    TimeMention? Inside(TimeMention time)
    {
        var relative = secondUnit != TimeUnit.None ? secondUnit : month is null && year is null ? unit : TimeUnit.None;
        if (weekday is null && secondUnit == TimeUnit.None && relative == TimeUnit.Month && (day ?? ordinal) is { } dayOfMonth)
            return time with { Unit = TimeUnit.Day, Day = dayOfMonth, Shift = which, ShiftUnit = TimeUnit.Month, Anchor = told ? TimeAnchor.Told : TimeAnchor.Report };
        var inner = weekday is not null ? TimeUnit.Day : unit;
        if (inner is not (TimeUnit.Day or TimeUnit.Week) || relative is not (TimeUnit.None or TimeUnit.Month or TimeUnit.Year) || (ordinal ?? (withLast ? -1 : null)) is not { } nth || nth > 53)
            return null;
        return time with
        {
            Unit = inner,
            Inside = nth,
            Weekday = weekday is { } named ? (DayOfWeek)named : null,
            Month = month,
            Year = year,
            Shift = relative == TimeUnit.None ? null : which ?? 0,
            ShiftUnit = relative,
            Anchor = told ? TimeAnchor.Told : TimeAnchor.Report,
        };
    }

    TimeMention? YearBefore(TimeMention time)
    {
        if (unit == TimeUnit.Quarter && secondUnit == TimeUnit.Year)
            (unit, secondUnit) = (secondUnit, unit);
        if (unit != TimeUnit.Year)
            return null;
        return time with { Unit = secondUnit == TimeUnit.Quarter ? TimeUnit.Quarter : TimeUnit.None, Nth = ordinal, Shift = -1, ShiftUnit = TimeUnit.Year, Anchor = TimeAnchor.Told };
    }

    TimeMention? TheUnit(TimeMention time) => unit switch
    {
        TimeUnit.None => time with { Unit = TimeUnit.Quarter, Shift = 0, ShiftUnit = TimeUnit.Quarter, Anchor = TimeAnchor.Told },
        TimeUnit.Year => time with { Kind = TimeKind.Duration, Unit = TimeUnit.Year, Amount = 1, Shift = 0 },
        TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Decade or TimeUnit.Century => time with { Unit = unit, Shift = 0, ShiftUnit = unit, Anchor = TimeAnchor.Told },
        _ => null,
    };

    TimeMention? Length(TimeMention time)
    {
        if (unit == TimeUnit.Second && !hasNumber)
            return null;
        double? count = hasNumber ? number : withA && !half ? 1 : half ? withA && unit != TimeUnit.None ? 1.5 : 0.5 : null;
        if (half && hasNumber)
            count += 0.5;
        return time with { Kind = TimeKind.Duration, Unit = unit, Amount = count };
    }

    TimeMention? PastLength(TimeMention time)
    {
        if (unit <= TimeUnit.Second && !hasNumber)
            return null;
        return time with { Kind = TimeKind.Duration, Unit = unit, Amount = hasNumber ? number : half ? 0.5 : many ? null : 1, Shift = which ?? 1 };
    }

    TimeMention? Recurring(TimeMention time)
    {
        if (unit == TimeUnit.Second && !hasNumber)
            return null;
        return time with
        {
            Kind = TimeKind.Set,
            Amount = unit != TimeUnit.None && number is { } n ? n : ordinal,
            Weekday = weekday is { } named ? (DayOfWeek)named : null,
            Month = month,
            DayPart = part,
            Holiday = holiday,
            Nth = season > 0 ? season : null,
            Unit = weekday is not null ? TimeUnit.Day : part != DayPart.None ? TimeUnit.Part : month is not null ? TimeUnit.Month : season > 0 ? TimeUnit.Season : unit,
        };
    }

    TimeMention? Clock(TimeMention time)
    {
        // "1430 GMT".
        if (year is { } digits)
            minute = digits / 100 < 24 && digits % 100 < 60 ? (digits / 100 * 60) + (digits % 100) : null;
        else if (minute is null && number is { } hour and >= 0 and <= 24 && hour % 1 == 0)
            minute = (int)hour * 60;
        if (minute is not { } at)
            return null;
        if (ampm != 0 && at is > 12 * 60 + 59 and not 1440)
            ampm = 0;
        if (ampm == 1 && at >= 720)
            at -= 720;
        if (ampm == 2 && at < 720)
            at += 720;
        return time with { Unit = TimeUnit.Minute, Minute = at, Offset = offset };
    }

    bool Exists(TimeMention time)
    {
        var exists = time.Day is not { } dayOfMonth || (dayOfMonth >= 1 && dayOfMonth <= DaysIn(time.Year, time.Month) && (secondDay is not { } other || (other >= 1 && other <= DaysIn(time.Year, time.Month))));
        exists &= time.Year is null or (>= 0 and <= 2999);
        Invalid = !exists;
        return exists;
    }

    static int DaysIn(int? year, int? month) => month is not { } named ? 31 : DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year.Value : 2000, named);

    TimeMention SplitRange(TimeMention time, int secondStart)
    {
        if (secondDay is not { } last || time.Day is not { } firstDay || last <= firstDay)
        {
            // "March 9-3" runs backwards: neither end is taken for sure.
            Invalid = true;
            return time;
        }
        Second = time with { Range = new TextRange(secondStart, time.Range.End), Day = last, Weekday = null };
        return time with { Range = new TextRange(time.Range.Start, secondStart), Opens = true };
    }
}
