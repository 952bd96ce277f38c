using Stemma.Language;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class ReportDatesTests
{
    static readonly Published Wednesday = PublishedReader.Read("2023-09-13");

    static TimeMention Weekday(DayOfWeek day, bool future = false, TextRange range = default) => new(range, TimeKind.Date) { Unit = TimeUnit.Day, Weekday = day, Tense = future ? TimeTense.Future : TimeTense.Past };

    static TimeMention Day(int? year, int month, int day, bool future = false) => new(default, TimeKind.Date) { Unit = TimeUnit.Day, Year = year, Month = month, Day = day, Tense = future ? TimeTense.Future : TimeTense.Unknown };

    static TimeMention Away(int days) => new(default, TimeKind.Date) { Unit = TimeUnit.Day, Shift = days, ShiftUnit = TimeUnit.Day };

    static Report Report(string text, Published? published = null) =>
        ReportReader.Read(ReportFields.None, text) with { Published = published ?? Published.Unknown };

    [Fact]
    public void An_undated_report_takes_its_latest_past_weekday_near_its_siblings()
    {
        const string text = "It left Sunday and came on Tuesday; it meets Friday.";
        IReadOnlyList<Report> story = [Report("A.", Wednesday), Report(text), Report("C.", PublishedReader.Read("2023-09-14"))];
        var dated = ReportDates.Infer(story, _ => [Weekday(DayOfWeek.Sunday), Weekday(DayOfWeek.Tuesday, range: new TextRange(24, 34)), Weekday(DayOfWeek.Friday, future: true)]);
        Assert.Same(story[0], dated[0]);
        Assert.Equal(("2023-09-12", PublishedBasis.Inferred), (dated[1].Published.ToIso(), dated[1].Published.Basis));
        Assert.Equal("Its latest weekday, \"on Tuesday\", fits Tuesday 12 September 2023 among reports dated 13 September 2023 to 14 September 2023", dated[1].Published.Why);
    }

    [Fact]
    public void Inferred_dates_are_no_ground_for_others()
    {
        var inferred = Wednesday with { Basis = PublishedBasis.Inferred };
        IReadOnlyList<Report> alone = [Report("A.", inferred), Report("B.")];
        Assert.Equal(alone, ReportDates.Infer(alone, _ => [Weekday(DayOfWeek.Monday)]));
    }

    [Fact]
    public void A_report_that_names_no_day_gets_an_interval_around_its_siblings_and_no_date()
    {
        IReadOnlyList<Report> wordless = [Report("A.", Wednesday), Report("B.")];
        var published = ReportDates.Infer(wordless, _ => [])[1].Published;
        Assert.Null(published.At);
        Assert.Equal((PublishedBasis.Inferred, new DateOnly(2023, 9, 10), new DateOnly(2023, 9, 16)), (published.Basis, published.Between!.Value.First, published.Between.Value.Last));
        Assert.Equal("It names no day that fits; the dated reports of its story are of 13 September 2023", published.Why);
    }

    [Fact]
    public void Where_the_calendar_ends_the_interval_does()
    {
        IReadOnlyList<Report> late = [Report("A.", PublishedReader.Read("9999-12-31")), Report("B.")];
        Assert.Equal(DateOnly.MaxValue, ReportDates.Infer(late, _ => [])[1].Published.Between!.Value.Last);
    }

    [Fact]
    public void A_day_of_a_month_counts_only_near_the_siblings()
    {
        var near = Day(null, 9, 11);
        var far = Day(null, 9, 30);
        IReadOnlyList<Report> story = [Report("A.", Wednesday), Report("B.")];
        Assert.Equal("2023-09-11", ReportDates.Infer(story, _ => [near, far])[1].Published.ToIso());
    }

    [Theory]
    [InlineData(DayOfWeek.Wednesday, false, "2023-09-13")]
    [InlineData(DayOfWeek.Thursday, false, "2023-09-07")]
    [InlineData(DayOfWeek.Tuesday, false, "2023-09-12")]
    [InlineData(DayOfWeek.Wednesday, true, "2023-09-13")]
    [InlineData(DayOfWeek.Tuesday, true, "2023-09-19")]
    public void A_weekday_is_the_latest_past_or_the_next_to_come(DayOfWeek day, bool future, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), ReportDates.Resolve(Weekday(day, future), Wednesday));

    [Fact]
    public void Other_day_words_resolve_against_the_report_too()
    {
        var newYear = PublishedReader.Read("2024-01-02");
        Assert.Equal(new DateOnly(2023, 12, 31), ReportDates.Resolve(Day(null, 12, 31), newYear));
        Assert.Equal(new DateOnly(2024, 12, 31), ReportDates.Resolve(Day(null, 12, 31, future: true), newYear));
        Assert.Equal(new DateOnly(2024, 1, 1), ReportDates.Resolve(Away(-1), newYear));
        Assert.Null(ReportDates.Resolve(Day(2023, 2, 30), newYear));
        Assert.Null(ReportDates.Resolve(new TimeMention(default, TimeKind.Date) { Unit = TimeUnit.Month, Month = 2 }, newYear));
        Assert.Null(ReportDates.Resolve(Weekday(DayOfWeek.Monday), Published.Unknown));
        Assert.Null(ReportDates.Resolve(Away(1), PublishedReader.Read("9999-12-31")));
    }
}
