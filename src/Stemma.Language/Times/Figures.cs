using System.Globalization;

namespace Stemma.Language.Times;

/// <summary>A date written in figures, with a time of day where one follows.</summary>
readonly record struct FigureTime(int End, int Year, int Month, int Day, int? Minute, int? Offset);

/// <summary>
/// Times in figures: ISO 8601 days with or without time and zone, days with strokes or dots, clock times, years, decades,
/// ordinals, counts with points, commas and fractions. A day that no calendar has, and one that two countries read
/// differently without a year of four figures first, is no date: "13/13/2023" and "9/10/2023" stay open, "9/30/2023" does not.
/// Cost: looks at most forty characters ahead.
/// </summary>
static class Figures
{
    public static bool HangsOn(string text, int start)
    {
        if (start == 0)
            return false;
        var before = text[start - 1];
        if (before == '.' && start > 2 && char.IsAsciiLetterLower(text[start - 2]))
            return false; // "Sept.11"
        return char.IsLetter(before) || before is '$' or '\u00a3' or '\u20ac' or '\u00a5' or '#' or '/' or '@' or '_' or '.' or '=' or '+'
            || (start > 1 && before is '-' or '\u2013' or ',' or ':' && char.IsLetterOrDigit(text[start - 2]) && char.IsAsciiLetterUpper(text[start - 2]));
    }

    public static int GroupEnd(string text, int start, int bound)
    {
        var end = start;
        while (end < bound && (char.IsLetterOrDigit(text[end]) || (end + 1 < bound && text[end] is '.' or ',' or '/' or ':' && char.IsAsciiDigit(text[end + 1]))))
            end++;
        return Math.Max(end, start + 1);
    }

    static int Digits(string text, int start, int bound, int most, out int value)
    {
        var end = start;
        value = 0;
        while (end < bound && end - start < most && char.IsAsciiDigit(text[end]))
            value = (value * 10) + text[end++] - '0';
        return end;
    }

    static bool Ends(string text, int end, int bound) => end >= bound || !(char.IsLetterOrDigit(text[end]) || (text[end] is '/' or '-' && end + 1 < bound && char.IsAsciiDigit(text[end + 1])));

    public static FigureTime? Date(string text, int start, int bound)
    {
        var firstEnd = Digits(text, start, bound, 4, out var first);
        if (firstEnd >= bound || text[firstEnd] is not ('-' or '/' or '.') || firstEnd == start)
            return null;
        var mark = text[firstEnd];
        if (mark == '/' && firstEnd - start <= 2 && Digits(text, firstEnd + 1, bound, 5, out var yearOfMonth) is var yearEnd && yearEnd == firstEnd + 5 && first is >= 1 and <= 12 && yearOfMonth is >= 1900 and < 2100 && Ends(text, yearEnd, bound))
            return new FigureTime(yearEnd, yearOfMonth, first, 0, null, null);
        var secondEnd = Digits(text, firstEnd + 1, bound, 2, out var second);
        if (secondEnd == firstEnd + 1 || secondEnd >= bound || text[secondEnd] != mark)
            return null;
        var thirdEnd = Digits(text, secondEnd + 1, bound, 4, out var third);
        var (firstLength, thirdLength) = (firstEnd - start, thirdEnd - secondEnd - 1);
        if (firstLength == 4 && thirdLength is 1 or 2)
            return Timed(text, thirdEnd, bound, first, second, third);
        if (firstLength > 2 || thirdLength is not (2 or 4) || !Ends(text, thirdEnd, bound) || (mark == '.' && thirdLength == 2))
            return null;
        var year = thirdLength == 4 ? third : third + (third < 50 ? 2000 : 1900);
        // Month first or day first: only one of them can be right, or neither is taken.
        var (monthFirst, dayFirst) = (Exists(year, first, second), Exists(year, second, first));
        if (monthFirst == dayFirst && first != second)
            return null;
        return monthFirst ? new FigureTime(thirdEnd, year, first, second, null, null) : dayFirst ? new FigureTime(thirdEnd, year, second, first, null, null) : null;
    }

    static bool Exists(int year, int month, int day) => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>"T13:15:30Z" or " 13:15" after an ISO day.</summary>
    static FigureTime? Timed(string text, int end, int bound, int year, int month, int day)
    {
        if (!Exists(year, month, day))
            return null;
        var date = new FigureTime(end, year, month, day, null, null);
        if (!Ends(text, end, bound) && !(end < bound && text[end] is 'T' or 't'))
            return null;
        if (end + 5 >= bound || text[end] is not ('T' or 't' or ' '))
            return end < bound && text[end] is 'T' or 't' ? null : date;
        var hourEnd = Digits(text, end + 1, bound, 2, out var hour);
        if (hourEnd - end != 3 || hourEnd >= bound || text[hourEnd] != ':')
            return text[end] == ' ' ? date : null;
        var minuteEnd = Digits(text, hourEnd + 1, bound, 2, out var minute);
        if (minuteEnd - hourEnd != 3 || hour > 24 || minute > 59)
            return text[end] == ' ' ? date : null;
        var at = minuteEnd;
        if (at + 2 < bound && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
            at = Digits(text, at + 1, bound, 2, out _);
        if (at + 1 < bound && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
            at = Digits(text, at + 1, bound, 9, out _);
        int? offset = null;
        if (at < bound && text[at] is 'Z' or 'z')
            (offset, at) = (0, at + 1);
        else if (at + 3 <= bound && at < bound && text[at] is '+' or '-' && Digits(text, at + 1, bound, 2, out var zone) is var zoneEnd && zoneEnd == at + 3 && zone <= 14)
        {
            offset = zone * (text[at] == '-' ? -60 : 60);
            at = zoneEnd + 2 < bound && text[zoneEnd] == ':' ? Digits(text, zoneEnd + 1, bound, 2, out _) : Digits(text, zoneEnd, bound, 2, out _);
        }
        return date with { End = at, Minute = (hour * 60) + minute, Offset = offset };
    }

    /// <summary>"10:35", "10:35:07": hours and minutes. What follows ("a.m.", a zone) is a symbol of its own.</summary>
    public static (int End, int Minute)? Clock(string text, int start, int bound)
    {
        var hourEnd = Digits(text, start, bound, 2, out var hour);
        if (hourEnd + 2 >= bound + 0 && hourEnd + 3 > bound || text[hourEnd] is not (':' or '.') || hour > 24)
            return null;
        var minuteEnd = Digits(text, hourEnd + 1, bound, 2, out var minute);
        if (minuteEnd - hourEnd != 3 || minute > 59 || (minuteEnd < bound && char.IsAsciiDigit(text[minuteEnd])))
            return null;
        // "10.35" is a number, unless it says which half of the day.
        if (text[hourEnd] == '.' && !AmPmFollows(text, minuteEnd, bound))
            return null;
        if (minuteEnd + 2 < bound && text[minuteEnd] == ':' && char.IsAsciiDigit(text[minuteEnd + 1]))
            minuteEnd = Digits(text, minuteEnd + 1, bound, 2, out _);
        if (minuteEnd < bound && (text[minuteEnd] is '%' || (text[minuteEnd] is '.' or ':' && minuteEnd + 1 < bound && char.IsAsciiDigit(text[minuteEnd + 1]))))
            return null;
        return (minuteEnd, (hour * 60) + minute);
    }

    static bool AmPmFollows(string text, int at, int bound)
    {
        if (at < bound && text[at] == ' ')
            at++;
        return at + 1 < bound && text[at] is 'a' or 'p' or 'A' or 'P' && (text[at + 1] is 'm' or 'M' || (at + 2 < bound && text[at + 1] == '.' && text[at + 2] is 'm' or 'M'));
    }

    /// <summary>"'96" and "'80s".</summary>
    public static bool ShortYear(string text, int start, int bound, out TimeSymbol symbol)
    {
        symbol = default;
        var end = Digits(text, start + 1, bound, 3, out var value);
        if (end - start != 3)
            return false;
        var year = value + (value < 30 ? 2000 : 1900);
        if (end < bound && text[end] == 's' && value % 10 == 0 && (end + 1 >= bound || !char.IsLetterOrDigit(text[end + 1])))
        {
            symbol = new TimeSymbol(start, end + 1, TimeClass.Decade, year, 0);
            return true;
        }
        symbol = new TimeSymbol(start, end, TimeClass.ShortYear, year, 0);
        return end >= bound || !char.IsLetterOrDigit(text[end]);
    }

    /// <summary>A count, a day of a month, a year, an ordinal or a decade.</summary>
    public static TimeSymbol Number(string text, int start, int bound)
    {
        var end = start;
        while (end < bound && char.IsAsciiDigit(text[end]))
            end++;
        var (length, grouped) = (end - start, false);
        while (end + 3 < bound + 0 && text[end] == ',' && Digits(text, end + 1, bound, 4, out _) == end + 4)
            (end, grouped) = (end + 4, true);
        if (end - start > 9)
            return new TimeSymbol(start, GroupEnd(text, end, bound), TimeClass.None, 0, 0);
        double number = 0;
        foreach (var c in text.AsSpan(start, end - start))
            number = c == ',' ? number : (number * 10) + (c - '0');
        if (Suffixed(text, start, end, bound, (int)number, length) is { } suffixed)
            return suffixed;
        if (end + 1 < bound && text[end] is '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var fraction = end + 1;
            while (fraction < bound && fraction - end < 8 && char.IsAsciiDigit(text[fraction]))
                fraction++;
            return new TimeSymbol(start, fraction, TimeClass.Number, 0, double.Parse(text.AsSpan(start, fraction - start).ToString().Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        }
        if (Fraction(text, end, bound, out var added) is > 0 and var fractionEnd)
            return new TimeSymbol(start, fractionEnd, TimeClass.Number, 0, number + added);
        if (end < bound && text[end] is '%' or '/' or '\u00b0')
            return new TimeSymbol(start, GroupEnd(text, end, bound), TimeClass.None, 0, 0);
        var classes = TimeClass.Number;
        if (length <= 2 && number is >= 1 and <= 31)
            classes |= TimeClass.DayNumber;
        if (length == 4 && !grouped && number is >= 1000 and <= 2999)
            classes |= TimeClass.Year;
        return new TimeSymbol(start, end, classes, (int)number, number);
    }

    /// <summary>"3rd", "1990s", "1990's".</summary>
    static TimeSymbol? Suffixed(string text, int start, int end, int bound, int number, int length)
    {
        if (end + 1 < bound && text.AsSpan(end, 2) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" && (end + 2 >= bound || !char.IsLetterOrDigit(text[end + 2])))
            return new TimeSymbol(start, end + 2, TimeClass.Ordinal, number, number);
        var s = end < bound && text[end] is '\'' or '\u2019' ? end + 1 : end;
        if (number % 10 == 0 && (length == 4 && number is >= 1000 and <= 2990 || length == 2 && number >= 20) && s < bound && text[s] == 's' && (s + 1 >= bound || !char.IsLetterOrDigit(text[s + 1])) && (s == end || length == 4))
            return new TimeSymbol(start, s + 1, TimeClass.Decade, length == 4 ? number : 1900 + number, 0);
        return null;
    }

    /// <summary>" 1/2" and "½" after a whole number.</summary>
    static int Fraction(string text, int end, int bound, out double value)
    {
        value = 0;
        var at = end < bound && text[end] is ' ' or '-' ? end + 1 : end;
        if (at < bound && text[at] is '\u00bd' or '\u00bc' or '\u00be')
        {
            value = text[at] == '\u00bd' ? 0.5 : text[at] == '\u00bc' ? 0.25 : 0.75;
            return at + 1;
        }
        if (at == end || at + 2 >= bound || text[at + 1] != '/' || text[at] is not ('1' or '3') || text[at + 2] is not ('2' or '4') || (at + 3 < bound && char.IsLetterOrDigit(text[at + 3])))
            return 0;
        value = (text[at] - '0') / (double)(text[at + 2] - '0');
        return at + 3;
    }
}
