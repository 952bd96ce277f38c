using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class TimeFinderTests
{
    [Theory]
    [InlineData("It fell on March 3.", "March 3: Date ?-3-3")]
    [InlineData("It fell on March 3, 2031, at noon.", "March 3, 2031: Date 2031-3-3")]
    [InlineData("It fell on 3 March 2031.", "3 March 2031: Date 2031-3-3")]
    [InlineData("It fell on the 3rd March.", "3rd March: Date ?-3-3")]
    [InlineData("It fell on Sept. 11, 2001.", "Sept. 11, 2001: Date 2001-9-11")]
    [InlineData("It fell on 2031-03-04.", "2031-03-04: Date 2031-3-4")]
    [InlineData("It fell on Feb. 29.", "Feb. 29: Date ?-2-29")]
    [InlineData("It fell on Feb. 29, 2031.", "")]
    [InlineData("It fell on Feb. 30.", "")]
    [InlineData("It fell on April 31.", "")]
    [InlineData("It fell on 0 March and 32 March.", "")]
    [InlineData("It fell on 13/13/2023.", "")]
    [InlineData("It fell on 2031-02-29.", "")]
    [InlineData("It fell on 0000-01-01.", "")]
    [InlineData("It fell on March 3, 0000.", "March 3: Date ?-3-3")]
    [InlineData("It fell on Monday and TUESDAY.", "Monday: Weekday Monday|TUESDAY: Weekday Tuesday")]
    [InlineData("It fell today, not yesterday.", "today: Today|yesterday: Yesterday")]
    [InlineData("They may march 3 miles and may sit.", "")]
    [InlineData("Crane No. 4\nMay it stand long.", "")]
    [InlineData("It was crane 4. March was cold.", "")]
    public void Days_are_found_and_days_that_no_calendar_has_are_not(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', StageInvariants.Check(text).Times.Select(time => $"{time.Range.Of(text)}: {time.Kind} {Day(time)}".TrimEnd())));

    static string Day(TimeMention time) => time.Kind switch
    {
        TimeKind.Date => $"{(time.Year is { } year ? year.ToString(System.Globalization.CultureInfo.InvariantCulture) : "?")}-{time.Month}-{time.Day}",
        TimeKind.Weekday => time.Weekday.ToString()!,
        _ => "",
    };

    [Theory]
    [InlineData("The vote will be held on Friday.", true)]
    [InlineData("He is to speak on Friday.", true)]
    [InlineData("The vote scheduled for Friday was short.", true)]
    [InlineData("The vote was held on Friday.", false)]
    [InlineData("He left on Friday.", false)]
    [InlineData("Friday's vote will be short.", true)]
    public void What_is_still_to_come_is_told_from_what_was(string text, bool future) =>
        Assert.Equal(future, Assert.Single(Analyzer.Analyze(text).Times).Future);
}
