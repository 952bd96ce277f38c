using Stemma.Language;
using Stemma.Language.Times;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class TimeFinderTests
{
    [Theory]
    [InlineData("It fell on March 3.", "March 3=XXXX-03-03")]
    [InlineData("It fell on March 3, 2031, at noon.", "March 3, 2031, at noon=2031-03-03T12:00")]
    [InlineData("It fell on 3 March 2031.", "3 March 2031=2031-03-03")]
    [InlineData("It fell on the 3rd March.", "the 3rd March=XXXX-03-03")]
    [InlineData("It fell on Sept. 11, 2001.", "Sept. 11, 2001=2001-09-11")]
    [InlineData("It fell on 2031-03-04.", "2031-03-04=2031-03-04")]
    [InlineData("It fell on Feb. 29.", "Feb. 29=XXXX-02-29")]
    [InlineData("It fell on Feb. 29, 2031.", "")]
    [InlineData("It fell on Feb. 30.", "")]
    [InlineData("It fell on April 31.", "")]
    [InlineData("It fell on 0 March and 32 March.", "")]
    [InlineData("It fell on 13/13/2023.", "")]
    [InlineData("It fell on 2031-02-29.", "")]
    [InlineData("It fell on 0000-01-01.", "")]
    [InlineData("It fell on March 3, 0000.", "March 3=XXXX-03-03")]
    [InlineData("It fell on 9/10/2023, they said.", "")]
    [InlineData("It fell on 9/30/2023, they said.", "9/30/2023=2023-09-30")]
    [InlineData("It fell on 10 August 234 BC.", "")]
    [InlineData("It fell on 10 August 2555 BE.", "")]
    [InlineData("It fell between March 9-3, they said.", "")]
    [InlineData("It fell on Monday and TUESDAY.", "Monday=XXXX-WXX-1|TUESDAY=XXXX-WXX-2")]
    [InlineData("It fell today, not yesterday.", "today=PRESENT_REF|yesterday=PAST_REF")]
    [InlineData("They may march 3 miles and may sit.", "")]
    [InlineData("Crane No. 4\nMay it stand long.", "")]
    [InlineData("He was 44 years old, a 44-year-old crane driver.", "")]
    [InlineData("They had 1990 cranes and 300 ships.", "")]
    public void Days_are_found_and_days_that_no_calendar_has_are_not(string text, string expected)
    {
        var times = StageInvariants.Check(text).Times;
        Assert.Equal(expected, string.Join('|', times.Zip(TimeResolver.Resolve(times, null), (time, resolved) => $"{time.Range.Of(text)}={resolved.Value}")));
    }

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
