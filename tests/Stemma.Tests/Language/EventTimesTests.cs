using System.Globalization;
using Stemma.Language;
using Stemma.Language.Times;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>The time of what is stated, in invented sentences of a report of Wednesday 5 March 2031. What is stated stands between brackets.</summary>
public sealed class EventTimesTests
{
    static readonly DateTime Reported = new(2031, 3, 5, 9, 0, 0);

    static (Document Document, EventTime Time) Read(string marked, Stance? stance = Stance.Says)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var (start, end) = (marked.IndexOf('[', StringComparison.Ordinal), marked.IndexOf(']', StringComparison.Ordinal) - 1);
        var document = Analyzer.Deepen(Analyzer.Outline(text));
        return (document, new EventTimes(document, Reported).Of([new TextRange(start, end)], [], stance));
    }

    static string Written(EventTime time) => time is { Begin: { } begin, End: { } end }
        ? string.Create(CultureInfo.InvariantCulture, $"{begin:yyyy-MM-dd} to {end.AddTicks(-1):yyyy-MM-dd} {time.Precision}") : "none";

    [Theory]
    [InlineData("The minister said on Tuesday that [the bridge had moved on Sunday].", "2031-03-02 to 2031-03-02 Day")]
    [InlineData("The minister said on Tuesday that [the bridge was safe].", "none")]
    [InlineData("On Monday the mayor told reporters that [the ferry sank in the harbour in 2019].", "2019-01-01 to 2019-12-31 Year")]
    [InlineData("The police said [two boats left the harbour on Monday morning].", "2031-03-03 to 2031-03-03 Part")]
    [InlineData("The police said [the crew was rescued at a base in the north on Saturday].", "2031-03-01 to 2031-03-01 Day")]
    [InlineData("The company said [it opened the plant in January].", "2031-01-01 to 2031-01-31 Month")]
    [InlineData("The agency said [Tuesday's meeting ended without a result].", "2031-03-04 to 2031-03-04 Day")]
    [InlineData("The union said [its members voted at Monday's meeting to go on strike].", "2031-03-03 to 2031-03-03 Day")]
    [InlineData("The judge called on Tuesday for calm and said [the trial would open on Friday].", "2031-03-07 to 2031-03-07 Day")]
    [InlineData("The harbour master said [she expected the port to reopen on Friday].", "2031-03-07 to 2031-03-07 Day")]
    [InlineData("Officials said [the envoy phoned the governor on Monday to thank him].", "2031-03-03 to 2031-03-03 Day")]
    public void A_time_counts_where_it_hangs_on_what_is_stated(string marked, string expected) => Assert.Equal(expected, Written(Read(marked).Time));

    [Theory]
    [InlineData("The police said [the man who fled on Sunday was a baker].")]
    [InlineData("The ministry said [prices were higher than in 2029].")]
    [InlineData("The captain said [the crew had left before Tuesday].")]
    [InlineData("The bank said [the 2029 winner was wrong about Friday].")]
    [InlineData("The doctor said [he resigned after losing the vote on Monday].")]
    [InlineData("The clerk said [the hall was old].")]
    public void A_time_of_something_beside_it_is_none(string marked) => Assert.Equal("none", Written(Read(marked).Time));

    [Theory]
    [InlineData("The owner said [the mill had stood empty since 2028].", "2028-01-01 to 2031-03-05 Year")]
    [InlineData("The mayor said [the road would stay shut until Sunday].", "2031-03-05 to 2031-03-09 Day")]
    [InlineData("The mayor said [the wall would be finished by Saturday].", "2031-03-05 to 2031-03-08 Day")]
    [InlineData("The museum said [it would be closed from Monday to Thursday].", "2031-03-10 to 2031-03-13 Day")]
    public void A_preposition_makes_an_interval(string marked, string expected) => Assert.Equal(expected, Written(Read(marked).Time));

    [Theory]
    [InlineData("The mayor said [ferries will run every ten minutes].", true)]
    [InlineData("The mayor said [ferries would run from the west quay].", true)]
    [InlineData("The company said [it plans to rebuild the bridge].", true)]
    [InlineData("Officials said [the two leaders are expected to meet on Friday].", true)]
    [InlineData("Officials said [the two leaders met on Monday].", false)]
    [InlineData("Officials said [the bridge is safe].", false)]
    [InlineData("The owner said [the ship would have sunk without the tug].", false)]
    [InlineData("[Funerals begin on Monday at the old church].", true)]
    public void What_was_still_to_come_is_told_from_what_was_not(string marked, bool future) => Assert.Equal(future, Read(marked).Time.Future);

    [Theory]
    [InlineData("The harbour opened on Saturday. The pilot said [the ferry came in at two o'clock in the afternoon].", "2031-03-01T14:00")]
    [InlineData("The pilot said [the ferry came in at two o'clock on Saturday afternoon].", "2031-03-01T14:00")]
    [InlineData("The pilot said [the ferry came in at six o'clock].", "none")]
    [InlineData("The pilot said on Tuesday that [the ferry came in at six o'clock].", "none")]
    [InlineData("The pilot said [the alarm rang 25 minutes later].", "none")]
    public void A_time_of_day_needs_a_day_told_of_nearby(string marked, string expected) =>
        Assert.Equal(expected, Read(marked).Time.Begin?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "none");

    [Fact]
    public void A_promise_in_the_infinitive_is_still_to_come() => Assert.True(Read("The mayor promised [to publish the letters].", Stance.Promises).Time.Future);

    [Fact]
    public void Other_words_of_the_report_date_the_same_happening()
    {
        var (document, time) = Read("President Varn visited the town of Orvale on Monday. The mayor said [Varn visited two schools there].");
        Assert.Equal(("2031-03-03 to 2031-03-03 Day", TimeBasis.Context, "Monday"), (Written(time), time.Basis, time.Words.Of(document.Text)));
    }

    [Fact]
    public void Words_that_date_it_to_two_days_date_nothing() =>
        Assert.Equal("none", Written(Read("President Varn visited Orvale on Monday. President Varn visited Orvale again on Tuesday. The mayor said [Varn visited two schools there].").Time));

    [Fact]
    public void Without_a_date_of_the_report_nothing_is_dated()
    {
        var document = Analyzer.Deepen(Analyzer.Outline("The minister said the bridge had moved on Sunday."));
        Assert.Equal(default, new EventTimes(document, null).Of([new TextRange(18, 48)], [], Stance.Says));
    }
}
