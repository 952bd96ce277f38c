using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class ReportReaderTests
{
    [Fact]
    public void The_id_rests_on_outlet_address_and_text_not_on_the_path()
    {
        var fields = new ReportFields(Outlet: "Bay Post", Url: "HTTPS://Example.ORG:443/a?utm_source=x&b=1#top");
        var report = ReportReader.Read(fields, "The harbour closed.", "ab", "one.txt");
        var same = ReportReader.Read(fields with { Url = "https://example.org/a?b=1", Title = "Harbour" }, "The harbour closed.", null, "two.txt");
        Assert.Equal(report.Id, same.Id);
        Assert.NotEqual(report.Id, ReportReader.Read(fields with { Outlet = "Bay Mail" }, "The harbour closed.").Id);
        Assert.NotEqual(report.Id, ReportReader.Read(fields, "The harbour opened.").Id);
        Assert.Equal("one.txt", report.Path);
        Assert.Equal(fields.Url, report.Url);
    }

    [Fact]
    public void Without_an_address_the_id_it_came_with_counts() =>
        Assert.NotEqual(ReportReader.Read(new ReportFields("1"), "Closed.").Id, ReportReader.Read(new ReportFields("2"), "Closed.").Id);

    [Fact]
    public void A_metadata_line_gives_what_the_fields_do_not()
    {
        const string text = " date 2023-09-13 Harbour Closed For A Third Week\nThe harbour stayed closed on Monday, the port's master said.\n";
        var report = ReportReader.Read(ReportFields.None, text);
        Assert.Equal("Harbour Closed For A Third Week", report.Title);
        Assert.Equal(("2023-09-13", PublishedBasis.Metadata), (report.Published.ToIso(), report.Published.Basis));
        var stated = ReportReader.Read(new ReportFields(Title: "Port shut", Published: "2023-09-12"), text);
        Assert.Equal("Port shut", stated.Title);
        Assert.Equal(("2023-09-12", PublishedBasis.Stated), (stated.Published.ToIso(), stated.Published.Basis));
    }

    [Theory]
    [InlineData("http://a.org:80/B/?c=1&fbclid=2&D=3", "http://a.org/B/?c=1&D=3")]
    [InlineData("https://User@A.org/x?utm_medium=rss", "https://User@a.org/x")]
    [InlineData("https://a.org:8443?gclid=1", "https://a.org:8443")]
    [InlineData("urn:NewsML:x", "urn:NewsML:x")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void The_canonical_address_drops_what_does_not_name_the_report(string? given, string? canonical) =>
        Assert.Equal(canonical, ReportUrl.Canonical(given));
}
