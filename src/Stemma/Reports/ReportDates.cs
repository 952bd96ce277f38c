using System.Globalization;
using Stemma.Language;
using Stemma.Language.Times;

namespace Stemma.Reports;

/// <summary>
/// Dates for reports that carry none, and calendar days for weekday words.
/// <para>An undated report takes the latest day that its own text names as past or present (a weekday, or a day of a month),
/// read as the one within three days of the median day of its dated siblings: news names the day it happened, and reports of
/// one story appear within days of each other. Seven days hold each weekday once, so the reading is unique. Inferred dates
/// never serve to infer others. A report whose words name no such day gets no date but an interval, three days more than its
/// siblings' to either side. Cost: linear in the time words.</para>
/// <para>Gets wrong: a report that names only a day well before its publication is dated too early; one that speaks of
/// "Saturday" four days before the median is dated up to three days too late.</para>
/// </summary>
public static class ReportDates
{
    const int DaysAround = 3;

    /// <summary>Characters between "tomorrow" and the weekday that explains it: a comma or bracket and a space.</summary>
    const int ApartMax = 2;

    /// <summary>The same reports in the same order, those without a date given one where the words allow it.</summary>
    public static IReadOnlyList<Report> Infer(IReadOnlyList<Report> story, Func<Report, IReadOnlyList<TimeMention>> timesOf)
    {
        var days = DaysOf(story.Select(static report => report.Published));
        return [.. story.Select(report => report.Published.At is not null || days.Length == 0 ? report : report with { Published = Inferred(timesOf(report), days) is var (published, basis) ? published with { Why = Why(published, basis, report.Text, days) } : Around(report.Published, days) })];
    }

    /// <summary>A report that names no day is as old as its siblings, give or take the days that reports of one story lie apart: an interval, and never a day.</summary>
    static Published Around(Published unknown, DateOnly[] days) => unknown with
    {
        Basis = PublishedBasis.Inferred,
        Between = (Shifted(days[0], -DaysAround) ?? days[0], Shifted(days[^1], DaysAround) ?? days[^1]),
        Why = (unknown.Why is { } why ? why + "; it" : "It") + $" names no day that fits; the dated reports of its story are of {Dated(days)}",
    };

    /// <summary>The days of those reports of a story that count for others, in order.</summary>
    public static DateOnly[] DaysOf(IEnumerable<Published> story) =>
        [.. story.Where(static published => published.Basis is PublishedBasis.Stated or PublishedBasis.Metadata).Select(static published => published.Day).OfType<DateOnly>().Order()];

    /// <summary>
    /// The day a time mention means in a report of this date. A weekday is the latest such day up to the report's own, or,
    /// where the sentence speaks of the future, the next one from it on; a day of a month without a year is the nearest
    /// (in the future: the next) of that name. Null where the words or the date do not say.
    /// </summary>
    public static DateOnly? Resolve(TimeMention mention, Published published) => published.At is { } at ? TimeResolver.Resolve([mention], at)[0].OnDay : null;

    /// <summary>The date of an undated report among siblings of these days, and what it rests on; null where nothing tells.</summary>
    public static (Published Published, InferredBasis Basis)? Inferred(IReadOnlyList<TimeMention> times, DateOnly[] days)
    {
        if (days.Length == 0)
            return null;
        var median = days[(days.Length - 1) / 2];
        if (OwnDay(times, median) is var (named, words) && named is { } own)
            return (On(own), new InferredBasis(words, null));
        TimeMention? latest = null;
        var latestDay = DateOnly.MinValue;
        foreach (var mention in times)
        {
            if (mention.Future || NearestTo(median, mention) is not { } day || (latest is not null && day <= latestDay))
                continue;
            (latest, latestDay) = (mention, day);
        }
        return latest is null ? null : (On(latestDay), new InferredBasis(latest.Range, latest.IsWeekday ? NamedDay.Weekday : NamedDay.Date));
    }

    static Published On(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), null, DayOnly: true, PublishedBasis.Inferred);

    static string Why(Published published, InferredBasis basis, string text, DateOnly[] days)
    {
        var (words, day) = (basis.Words.Of(text), Written(published.Day!.Value, "dddd d MMMM yyyy"));
        return basis.Latest is { } kind
            ? $"Its latest {(kind == NamedDay.Weekday ? "weekday" : "day")}, \"{words.ReplaceLineEndings(" ")}\", fits {day} among reports dated {Dated(days)}"
            : $"Its own words, \"{words}\", make it {day} among reports dated {Dated(days)}";
    }

    /// <summary>"Tomorrow, Friday" and "yesterday (Wednesday)" tell the day of writing outright: no later word can do better.</summary>
    static (DateOnly? Day, TextRange Words) OwnDay(IReadOnlyList<TimeMention> times, DateOnly median)
    {
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (first, second) = (times[i], times[i + 1]);
            var (relative, weekday) = first.IsWeekday ? (second, first) : (first, second);
            if (relative.DaysAway is not (>= -1 and <= 1 and var away) || !weekday.IsWeekday || second.Range.Start - first.Range.End > ApartMax || NearestTo(median, weekday) is not { } day)
                continue;
            return (Shifted(day, -away), new TextRange(first.Range.Start, second.Range.End));
        }
        return (null, default);
    }

    static DateOnly? NearestTo(DateOnly median, TimeMention mention)
    {
        if (mention is { IsWeekday: true, Weekday: { } weekday })
        {
            var ahead = DaysFrom(median.DayOfWeek, weekday);
            return Shifted(median, ahead <= DaysAround ? ahead : ahead - 7);
        }
        return mention.Kind == TimeKind.Date && mention.Unit is TimeUnit.Day or TimeUnit.Part or TimeUnit.Minute && DayOfMonth(mention, median) is { } day
            && Math.Abs(day.DayNumber - median.DayNumber) <= DaysAround ? day : null;
    }

    static DateOnly? DayOfMonth(TimeMention mention, DateOnly anchor)
    {
        if (mention is not { Month: { } month, Day: { } dayOfMonth })
            return null;
        if (mention.Year is { } stated)
            return DayOf(stated, month, dayOfMonth);
        DateOnly? nearest = null;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (DayOf(year, month, dayOfMonth) is not { } day || (mention.Future && day < anchor))
                continue;
            if (nearest is not { } best || Math.Abs(day.DayNumber - anchor.DayNumber) < Math.Abs(best.DayNumber - anchor.DayNumber))
                nearest = day;
        }
        return nearest;
    }

    static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    static int DaysFrom(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + 7) % 7;

    // A hostile date at either end of the calendar has no neighbour.
    static DateOnly? Shifted(DateOnly day, int by) =>
        day.DayNumber + by >= DateOnly.MinValue.DayNumber && day.DayNumber + by <= DateOnly.MaxValue.DayNumber ? day.AddDays(by) : null;

    static string Dated(DateOnly[] days) => days[0] == days[^1]
        ? Written(days[0], "d MMMM yyyy")
        : $"{Written(days[0], "d MMMM yyyy")} to {Written(days[^1], "d MMMM yyyy")}";

    static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}

/// <param name="Words">Where they stand in the report's text.</param>
/// <param name="Latest">What kind of day is the latest it names; null where its words tell the day of writing outright.</param>
public readonly record struct InferredBasis(TextRange Words, NamedDay? Latest);

public enum NamedDay { Weekday, Date }
