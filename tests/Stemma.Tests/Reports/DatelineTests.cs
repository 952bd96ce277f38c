using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class DatelineTests
{
    const string Prose = " The harbour master said on Monday that no ship would leave before the storm had passed the cape.";

    [Theory]
    [InlineData("PORT SELWICK, Norland, Sept 13 (Reuters) -", "PORT SELWICK, Norland", "Sept 13", "2031-09-13")]
    [InlineData("SELWICK. September 13. /TASS/.", "SELWICK", "September 13", "2031-09-13")]
    [InlineData("PORT SELWICK, Norland (AP) —", "PORT SELWICK, Norland", null, null)]
    [InlineData("SELWICK, Dec. 30, 2030 (AFP) -", "SELWICK", "Dec. 30, 2030", "2030-12-30")]
    [InlineData("SELWICK, 13 September (dpa) –", "SELWICK", "13 September", "2031-09-13")]
    [InlineData("(Bloomberg) --", null, null, null)]
    [InlineData("SELWICK, Feb 31 (Reuters) -", "SELWICK", "Feb 31", null)]
    public void A_dateline_comes_in_its_parts(string line, string? place, string? date, string? day)
    {
        var text = line + Prose + "\n" + Prose.TrimStart();
        var report = ReportReader.Read(new ReportFields(Published: "2031-09-14"), text);
        var found = report.Dateline!;
        Assert.Equal(line, found.Range.Of(text));
        Assert.Equal((place, date), (found.Place?.Of(text), found.Date?.Of(text)));
        Assert.Equal(day, found.Day(report.Published.Day)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_day_of_December_on_a_report_of_January_is_of_the_year_before() =>
        Assert.Equal(new DateOnly(2030, 12, 31), ReportReader.Read(new ReportFields(Published: "2031-01-01"), "SELWICK, Dec 31 (Reuters) -" + Prose + "\n" + Prose).Dateline!.Day(new DateOnly(2031, 1, 1)));

    [Fact]
    public void A_report_without_one_has_none() => Assert.Null(ReportReader.Read(ReportFields.None, Prose.TrimStart() + "\n" + Prose).Dateline);

    [Theory]
    [InlineData("UPDATE 2-Ferry held over missing oars", "UPDATE 2-", AdvisoryKind.Update)]
    [InlineData("CORRECTED-Ferry held over missing oars", "CORRECTED-", AdvisoryKind.Correction)]
    [InlineData("KILL: Ferry held", "KILL:", AdvisoryKind.Withdrawal)]
    [InlineData("Ferry held over missing oars", null, AdvisoryKind.Update)]
    public void A_slug_in_the_headline_is_testimony(string title, string? slug, AdvisoryKind kind)
    {
        var advisory = AdvisoryLines.OfTitle(title);
        Assert.Equal(slug, advisory?.Range.Of(title));
        Assert.Equal(kind, advisory?.Kind ?? kind);
    }

    [Theory]
    [InlineData("(Adds quote in paragraph 3)", new[] { 3 })]
    [InlineData("(Adds quote in paragraphs 3-5, 8; changes paras 10, 12)", new[] { 3, 4, 5, 8, 10, 12 })]
    [InlineData("(Updates with arrival of 40 ships)", new int[0])]
    [InlineData("(Corrects paragraph two)", new int[0])]
    public void The_paragraphs_an_advisory_names_are_read(string advisory, int[] paragraphs) => Assert.Equal(paragraphs, AdvisoryLines.ParagraphsIn(advisory));
}
