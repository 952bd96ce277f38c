using Stemma.Evidence;
using Stemma.Lineage;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

/// <summary>What a report says of itself elsewhere than in its text: agencies in byline and page data, slugs in the headline.</summary>
public sealed class OutsideCreditTests
{
    const string Text = "The ferry Alma Brandis was held at the quay of Port Selwick on Tuesday after an inspector found two of its lifeboats without oars, the harbour office said.\n\n" +
        "The office said the boat would not sail before Wednesday. Some forty passengers were taken to Quell by bus.";

    [Theory]
    [InlineData("Ada Brook, AP", "AP")]
    [InlineData("By Ada Brook, The Associated Press", "The Associated Press")]
    [InlineData("AP/Ada Brook", "AP")]
    [InlineData("Ada Brook of Reuters", "Reuters")]
    [InlineData("Ada Brook and Cyrus Dane for Agence France-Presse", "Agence France-Presse")]
    [InlineData("Ada Brook (dpa)", "dpa")]
    [InlineData("Reuters Staff", "Reuters")]
    [InlineData("By REUTERS", "REUTERS")]
    [InlineData("Ada Brook – Harbour News Service", "Harbour News Service")]
    public void A_byline_names_its_agency(string byline, string agency)
    {
        var credit = Assert.Single(Agencies.InByline(byline));
        Assert.Equal(agency, credit.Agency);
        Assert.Equal(agency, credit.Range.Of(byline));
    }

    [Theory]
    [InlineData("Ada Brook")]
    [InlineData("CP Smith")]
    [InlineData("Ana Reuters")]
    [InlineData("Ada Brook, harbour reporter")]
    [InlineData("")]
    public void A_name_is_no_agency(string byline) => Assert.Empty(Agencies.InByline(byline));

    static Report Read(string? byline = null, string? agency = null, string? basis = null, string? title = null, string text = Text, string outlet = "Bay Post", string? published = null) =>
        ReportReader.Read(new ReportFields(Title: title, Published: published, Outlet: outlet, Byline: byline, Agency: agency, AgencyBasis: basis), text);

    [Fact]
    public void An_agency_named_by_the_page_reaches_the_report_with_its_basis()
    {
        var report = Read(agency: "AP", basis: "jsonLd");
        Assert.Equal(new OutsideCredit("Associated Press", "jsonLd"), Assert.Single(report.OutsideCredits));
        Assert.Equal(["Associated Press"], report.CreditedAgencies);
        Assert.Empty(report.Credits);
    }

    [Fact]
    public void An_agency_that_the_text_credits_is_not_credited_twice()
    {
        var report = Read(byline: "Ada Brook, AP", agency: "Associated Press", basis: "meta", text: "PORT SELWICK (AP) — " + Text);
        Assert.Equal(["AP"], report.CreditedAgencies);
        Assert.Empty(report.OutsideCredits);
    }

    [Fact]
    public void Such_credits_reach_the_copy_history_and_the_pack_holds()
    {
        var (byline, data) = (Read(byline: "Ada Brook, AP"), Read(agency: "Reuters", basis: "jsonLd", outlet: "Quell Mail", text: Text.Replace("Wednesday", "Thursday", StringComparison.Ordinal)));
        var graph = LineageTracer.Trace([byline, data], [byline.Annotated(), data.Annotated()]);
        var credits = graph.Edges.Where(edge => edge.Kind == LineageKind.Credits).ToDictionary(edge => edge.To);
        Assert.Equal((byline.Id, "byline", "AP"), (credits["AP"].From, Assert.Single(credits["AP"].Lines).In, credits["AP"].Lines[0].Text));
        Assert.Equal(data.Id, credits["Reuters"].From);
        Assert.Empty(credits["Reuters"].Lines);
        Assert.Equal("The page says outside its text that it is Reuters’s (jsonLd).", credits["Reuters"].Why);

        var pack = PackBuilder.Build([byline, data], "1");
        Assert.Equal(["jsonLd"], pack.Reports.Single(report => report.Outlet == "Quell Mail").OutsideCredits!.Select(credit => credit.Basis));
        var verdict = PackVerifier.Verify(PackJson.ToBytes(pack));
        Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.Message);
        verdict = PackVerifier.Verify(PackJson.ToBytes(PackExcerpts.Of(pack)));
        Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.Message);
    }

    [Fact]
    public void A_slug_in_the_headline_testifies_to_an_earlier_revision()
    {
        var report = Read(title: "UPDATE 2-Ferry held at Port Selwick over missing oars", published: "2031-03-04");
        Assert.Equal("UPDATE 2-", report.TitleAdvisory!.Range.Of(report.Title!));
        var graph = LineageTracer.Trace([report], [report.Annotated()]);
        var lost = Assert.Single(graph.Lost);
        Assert.Equal(("title", "UPDATE 2-"), (lost.Testimony.In, lost.Testimony.Text));
        var pack = PackBuilder.Build([report], "1");
        Assert.Equal("UPDATE 2-", pack.Reports[0].TitleAdvisory!.Range.Text);
        Assert.Equal("title", pack.Stories[0].Lost[0].Testimony.In);
        var verdict = PackVerifier.Verify(PackJson.ToBytes(pack));
        Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.Message);
        var moved = PackJson.ToBytes(pack with { Reports = [pack.Reports[0] with { Title = "Ferry held at Port Selwick" }] });
        Assert.Equal(PackOutcome.Broken, PackVerifier.Verify(moved).Outcome);
    }

    [Fact]
    public void Owners_stand_in_the_pack_with_what_they_rest_on()
    {
        var pack = PackBuilder.Build([Read(outlet: "TASS", published: "2031-03-04")], "1");
        var owner = pack.Reports[0].Owner!;
        Assert.Equal(("TASS", "state", "", "shipped"), (owner.Family, owner.Control, owner.Checked, owner.Table));
        Assert.StartsWith("https://", owner.SaidBy, StringComparison.Ordinal);
        Assert.Equal(owner, pack.Stories[0].Sources.First(source => source.Name == "TASS").Owner);
        Assert.Null(PackBuilder.Build([Read()], "1").Reports[0].Owner);
    }
}
