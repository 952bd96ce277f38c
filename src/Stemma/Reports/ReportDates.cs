using System.Globalization;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// Dates for reports that carry none, and calendar days for weekday words.
/// <para>An undated report takes the latest day that its own text names as past or present (a weekday, or a day of a month),
/// read as the one within three days of the median day of its dated siblings: news names the day it happened, and reports of
/// one story appear within days of each other. Seven days hold each weekday once, so the reading is unique. Inferred dates
/// never serve to infer others. Cost: linear in the time words.</para>
/// <para>Gets wrong: a report that names only a day well before its publication is dated too early; one that speaks of
/// "Saturday" four days before the median is dated up to three days too late.</para>
/// </summary>
public static class ReportDates
{
    const int DaysAround = 3;

    /// <summary>Characters between "tomorrow" and the weekday that explains it: a comma or bracket and a space.</summary>
    const int ApartMax = 2;

    /// <summary>The same reports in the same order, those without a date given one where the words allow it.</summary>
    public static IReadOnlyList<Report> Infer(IReadOnlyList<Report> story, Func<Report, Document> documentOf)
    {
        var days = story
            .Where(report => report.Published.Basis is PublishedBasis.Stated or PublishedBasis.Metadata)
            .Select(report => report.Published.Day).OfType<DateOnly>().Order().ToArray();
        return days.Length == 0
            ? story
            : [.. story.Select(report => report.Published.At is null ? WithInferredDay(report, documentOf(report), days) : report)];
    }

    /// <summary>
    /// The day a time mention means in a report of this date. A weekday is the latest such day up to the report's own, or,
    /// where the sentence speaks of the future, the next one from it on; a day of a month without a year is the nearest
    /// (in the future: the next) of that name. Null where the words or the date do not say.
    /// </summary>
    public static DateOnly? Resolve(TimeMention mention, Published published) => published.Day is not { } day ? null : mention.Kind switch
    {
        TimeKind.Today or TimeKind.Tonight => day,
        TimeKind.Yesterday => Shifted(day, -1),
        TimeKind.Tomorrow => Shifted(day, 1),
        TimeKind.Weekday when mention.Weekday is { } weekday => mention.Future
            ? Shifted(day, DaysFrom(day.DayOfWeek, weekday))
            : Shifted(day, -DaysFrom(weekday, day.DayOfWeek)),
        TimeKind.Date => DayOfMonth(mention, day),
        _ => null,
    };

    static Report WithInferredDay(Report report, Document document, DateOnly[] days)
    {
        var median = days[(days.Length - 1) / 2];
        if (OwnDay(document, median) is var (named, basis) && named is { } own)
            return Dated(report, own, $"Its own words, \"{basis}\", make it {Written(own, "dddd d MMMM yyyy")} among reports dated {Dated(days)}");
        TimeMention? latest = null;
        var latestDay = DateOnly.MinValue;
        foreach (var mention in document.Times)
        {
            if (mention.Future || NearestTo(median, mention) is not { } day || (latest is not null && day <= latestDay))
                continue;
            (latest, latestDay) = (mention, day);
        }
        if (latest is null)
            return report;
        var words = latest.Range.Of(document.Text).ReplaceLineEndings(" ");
        var what = latest.Kind == TimeKind.Weekday ? "weekday" : "day";
        var why = $"Its latest {what}, \"{words}\", fits {Written(latestDay, "dddd d MMMM yyyy")} among reports dated {Dated(days)}";
        return Dated(report, latestDay, why);
    }

    static Report Dated(Report report, DateOnly day, string why) =>
        report with { Published = new Published(day.ToDateTime(TimeOnly.MinValue), null, DayOnly: true, PublishedBasis.Inferred, why) };

    /// <summary>"Tomorrow, Friday" and "yesterday (Wednesday)" tell the day of writing outright: no later word can do better.</summary>
    static (DateOnly? Day, string Basis) OwnDay(Document document, DateOnly median)
    {
        for (var i = 0; i + 1 < document.Times.Length; i++)
        {
            var (first, second) = (document.Times[i], document.Times[i + 1]);
            var (relative, weekday) = first.Kind == TimeKind.Weekday ? (second, first) : (first, second);
            int? away = relative.Kind switch { TimeKind.Today or TimeKind.Tonight => 0, TimeKind.Yesterday => 1, TimeKind.Tomorrow => -1, _ => null };
            if (away is not { } days || weekday.Kind != TimeKind.Weekday || second.Range.Start - first.Range.End > ApartMax || NearestTo(median, weekday) is not { } day)
                continue;
            return (Shifted(day, days), new TextRange(first.Range.Start, second.Range.End).Of(document.Text));
        }
        return (null, "");
    }

    static DateOnly? NearestTo(DateOnly median, TimeMention mention)
    {
        if (mention is { Kind: TimeKind.Weekday, Weekday: { } weekday })
        {
            var ahead = DaysFrom(median.DayOfWeek, weekday);
            return Shifted(median, ahead <= DaysAround ? ahead : ahead - 7);
        }
        return mention.Kind == TimeKind.Date && DayOfMonth(mention, median) is { } day
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
