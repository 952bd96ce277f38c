using Stemma.Language;
using Stemma.Language.Times;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>All words are read in a report of Wednesday 13 September 2023, half past eight in the morning.</summary>
public sealed class TimeResolverTests
{
    static readonly DateTime Written = new(2023, 9, 13, 8, 30, 0);

    static string Read(string text)
    {
        var times = Analyzer.Analyze(text).Times;
        return string.Join('|', times.Zip(TimeResolver.Resolve(times, Written), (time, resolved) => $"{time.Range.Of(text)}={resolved.Value}"));
    }

    [Theory]
    [InlineData("The envoy left the harbour on Monday.", "Monday=2023-09-11")]
    [InlineData("The envoy left the harbour on Thursday.", "Thursday=2023-09-07")]
    [InlineData("The envoy will leave the harbour on Monday.", "Monday=2023-09-18")]
    [InlineData("The envoy left the harbour on Tuesday night.", "Tuesday night=2023-09-12TNI")]
    [InlineData("The envoy left at 10 p.m. Tuesday.", "10 p.m. Tuesday=2023-09-12T22:00")]
    [InlineData("The envoy left last week.", "last week=2023-W36")]
    [InlineData("The envoy left last month.", "last month=2023-08")]
    [InlineData("The envoy left late last month.", "late last month=2023-08")]
    [InlineData("The envoy left in June last year.", "June last year=2022-06")]
    [InlineData("The envoy left two years ago.", "two years ago=2021")]
    [InlineData("The envoy left ten days ago.", "ten days ago=2023-09-03")]
    [InlineData("The envoy left two hours ago.", "two hours ago=2023-09-13T06")]
    [InlineData("The envoy will leave in two weeks.", "two weeks=2023-W39")]
    [InlineData("It was the first visit in four years.", "four years=P4Y")]
    [InlineData("The war has lasted nearly 19 months.", "nearly 19 months=P19M")]
    [InlineData("They met twice this year.", "this year=2023")]
    [InlineData("They have met since 2019.", "2019=2019")]
    [InlineData("Sales fell in the third quarter of 2022.", "the third quarter of 2022=2022-Q3")]
    [InlineData("Sales fell in the fiscal second quarter.", "the fiscal second quarter=2023-Q2")]
    [InlineData("They built it in the late 1990s.", "the late 1990s=199")]
    [InlineData("They built it in the 19th century.", "the 19th century=18")]
    [InlineData("They built it last summer.", "last summer=2023-SU")]
    [InlineData("They met on March 30, 2019. They met again the following day.", "March 30, 2019=2019-03-30|the following day=2019-03-31")]
    [InlineData("They meet every Tuesday.", "every Tuesday=XXXX-WXX-2")]
    [InlineData("The ferry sails daily.", "daily=P1D")]
    [InlineData("They will meet on the first Monday of October.", "the first Monday of October=2023-10-02")]
    [InlineData("They met on Thanksgiving Day in 2022.", "Thanksgiving Day=2022-11-24|2022=2022")]
    [InlineData("They met on Sunday, 10 September.", "Sunday, 10 September=2023-09-10")]
    public void Words_are_placed_from_the_report_s_own_date(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("He was there from Monday to Friday, they said.", "2023-09-11", "2023-09-16")]
    [InlineData("They fought from December to May 2022.", "2021-12-01", "2022-06-01")]
    [InlineData("They met on March 3-5, 2022.", "2022-03-03", "2022-03-06")]
    public void A_range_opens_with_one_time_and_ends_with_the_next(string text, string begin, string end)
    {
        var times = Analyzer.Analyze(text).Times;
        var resolved = TimeResolver.Resolve(times, Written);
        Assert.Equal([true, false], times.Select(time => time.Opens));
        Assert.Equal((begin, end), ($"{resolved[0].Begin:yyyy-MM-dd}", $"{resolved[1].End:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("It fell soon after the vote, and shortly before the meeting.", "")]
    [InlineData("The envoy may leave and may march home.", "")]
    [InlineData("It costs $20 a year.", "")]
    [InlineData("The F-16 and the 747-400 were late.", "")]
    [InlineData("Prime Minister Theresa May spoke.", "")]
    public void What_only_looks_like_a_time_is_left(string text, string expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void A_report_at_the_edge_of_the_calendar_places_nothing_beyond_it()
    {
        var times = Analyzer.ReadTimes("They met yesterday, last month, ten years ago, and will meet tomorrow, next century and in 9999 years.");
        foreach (var day in (DateTime[])[DateTime.MinValue, DateTime.MaxValue])
            Assert.All(TimeResolver.Resolve(times, day), time => Assert.False(time.Begin > time.End));
    }
}
