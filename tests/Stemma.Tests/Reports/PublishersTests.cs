using Stemma.Evidence;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class PublishersTests
{
    [Theory]
    [InlineData("Reuters", null, "Thomson Reuters", "private")]
    [InlineData("the guardian", null, "Guardian Media Group", "nonprofit")]
    [InlineData(null, "https://www.vancouversun.com/news/1", "Postmedia", "private")]
    [InlineData("Sun of the Coast", "https://english.news.cn/2031/c.htm", "Xinhua", "state")]
    public void An_outlet_is_found_by_its_name_or_its_address(string? outlet, string? url, string family, string control)
    {
        var found = Publishers.Shipped.Find(outlet, url)!;
        Assert.Equal((family, control), (found.Family, found.Control));
        Assert.StartsWith("https://", found.SaidBy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Selwick Mail", "https://mail.example/1")]
    [InlineData(null, null)]
    [InlineData(null, "https://news.cn.example/")]
    [InlineData(null, "http://127.0.0.1/")]
    [InlineData("", "no address")]
    public void What_is_not_in_the_table_is_unknown(string? outlet, string? url) => Assert.Null(Publishers.Shipped.Find(outlet, url));

    [Fact]
    public void Rows_of_ones_own_go_first_and_a_bad_row_is_named()
    {
        var (table, problem) = Publishers.With("# ours\nThe Selwick Mail|Mail\tmail.example\tSelwick Press\tprivate\tits imprint\nReuters\t\tSelwick Press\tprivate\nbroken\n");
        Assert.Equal("Selwick Press", table.Find("Mail", null)!.Family);
        Assert.Equal("Selwick Press", table.Find(null, "https://www.mail.example/x")!.Family);
        Assert.Equal("Selwick Press", table.Find("reuters", null)!.Family);
        Assert.Equal("Postmedia", table.Find("National Post", null)!.Family);
        Assert.Equal("line 4: names, hosts, family and control between tabs were expected", problem);
        Assert.NotEqual(Publishers.Shipped.Sha256, table.Sha256);
    }

    [Fact]
    public void Every_shipped_row_says_who_controls_the_house_and_where_that_is_said()
    {
        Assert.True(Publishers.Shipped.Count > 100);
        using var reader = new StreamReader(typeof(Publishers).Assembly.GetManifestResourceStream("Stemma.Reports.publishers.tsv")!);
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            Assert.Equal(6, cells.Length);
            Assert.Contains(cells[3], (string[])["state", "state-funded", "public", "nonprofit", "private"]);
            Assert.StartsWith("https://", cells[4], StringComparison.Ordinal);
            // A day, or the admission that nobody looked.
            Assert.True(cells[5].Length == 0 || DateOnly.TryParseExact(cells[5], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _), line);
        }
    }

    [Fact]
    public void Two_outlets_of_one_house_are_one_family_in_the_pack()
    {
        const string text = "The ferry may not sail before Wednesday, harbour master Tove Arnesen said on Tuesday. The inspector found two of its lifeboats without oars.";
        var reports = ((string[])["Vancouver Sun", "Calgary Herald", "The Selwick Mail"]).Select(outlet => ReportReader.Read(new ReportFields(Outlet: outlet, Published: "2031-03-04"), text)).ToList();
        var pack = PackBuilder.Build(reports, "test");
        Assert.Equal(["Postmedia", "Postmedia", null], pack.Reports.OrderByDescending(report => report.Family, StringComparer.Ordinal).Select(report => report.Family));
        Assert.Contains(pack.Stories.SelectMany(story => story.Claims), claim => claim is { Outlets: 3, Families: 2 });
        Assert.Equal(0, PackVerifier.Verify(PackJson.ToBytes(pack)).ExitCode);
    }
}
