using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Pages;

public sealed class PageFactsTests
{
    const string Data = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"The Selwick Mail"},{"@type":"Person","@id":"#ada","name":"Ada Brook"},
        {"@type":"NewsArticle","headline":"Ferry held over missing oars","datePublished":"2031-03-04T18:20:00+01:00","dateModified":"2031-03-04T19:00:00+01:00","author":{"@id":"#ada"},"publisher":{"@id":"#org"},"articleSection":["Sea"],"inLanguage":"en-GB"}]}</script>
        """;

    static readonly string Text = $"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>";

    [Fact]
    public void Structured_data_is_trusted_most_and_the_basis_is_told()
    {
        var facts = Read(Page(Text, Data + "<meta property=og:title content='Oars!'><meta property=article:published_time content=2031-01-01><meta name=author content='Somebody Else'><link rel=canonical href=https://mail.example/ferry>")).Facts;
        Assert.Equal(new PageFact("Ferry held over missing oars", PageBasis.JsonLd), facts.Title);
        Assert.Equal(new PageFact("Ada Brook", PageBasis.JsonLd), facts.Byline);
        Assert.Equal(new PageFact("The Selwick Mail", PageBasis.JsonLd), facts.Outlet);
        Assert.Equal(new PageFact("2031-03-04T18:20:00+01:00", PageBasis.JsonLd), facts.Published);
        Assert.Equal(new PageFact("2031-03-04T19:00:00+01:00", PageBasis.JsonLd), facts.Modified);
        Assert.Equal(new PageFact("https://mail.example/ferry", PageBasis.Meta), facts.Url);
        Assert.Equal(new PageFact("en", PageBasis.JsonLd), facts.Language);
        Assert.Equal(new PageFact("Sea", PageBasis.JsonLd), facts.Section);
    }

    [Fact]
    public void Open_graph_and_meta_tags_come_next()
    {
        var facts = Read(Page(Text, "<meta property='og:title' content='Ferry held over missing oars - The Selwick Mail'><meta property='og:site_name' content='The Selwick Mail'><meta property='article:published_time' content='2031-03-04T18:20:00Z'><meta name='Author' content='By Ada Brook'><meta property='og:locale' content='en_GB'><meta name='source' content='Reuters'>")).Facts;
        Assert.Equal(new PageFact("Ferry held over missing oars", PageBasis.OpenGraph), facts.Title);
        Assert.Equal(new PageFact("The Selwick Mail", PageBasis.OpenGraph), facts.Outlet);
        Assert.Equal(new PageFact("2031-03-04T18:20:00Z", PageBasis.OpenGraph), facts.Published);
        Assert.Equal(new PageFact("Ada Brook", PageBasis.Meta), facts.Byline);
        Assert.Equal(new PageFact("en", PageBasis.OpenGraph), facts.Language);
        Assert.Equal(new PageFact("Reuters", PageBasis.Meta), facts.Agency);
    }

    [Fact]
    public void Markup_serves_where_nothing_else_is_said()
    {
        var facts = Read(Page($"<article><h1>Ferry held over missing oars</h1><p class=byline>Von Ada Brook</p><time datetime=2031-03-04T18:20:00+01:00>heute</time>{Paragraphs()}</article>", attributes: "lang=de", title: "Ferry held over missing oars | Mail"), "https://www.mail.example/ferry?utm_source=x").Facts;
        Assert.Equal(new PageFact("Ferry held over missing oars", PageBasis.Heading), facts.Title);
        Assert.Equal(new PageFact("Ada Brook", PageBasis.Byline), facts.Byline);
        Assert.Equal(new PageFact("2031-03-04T18:20:00+01:00", PageBasis.Time), facts.Published);
        Assert.Equal(new PageFact("de", PageBasis.Markup), facts.Language);
        Assert.Equal(new PageFact("mail.example", PageBasis.Address), facts.Outlet);
    }

    [Fact]
    public void What_is_not_said_is_null()
    {
        var facts = Read(Page(Text, attributes: "", title: "")).Facts;
        Assert.Null(facts.Byline);
        Assert.Null(facts.Published);
        Assert.Null(facts.Outlet);
        Assert.Null(facts.Language);
        Assert.Null(facts.Agency);
    }

    [Theory]
    [InlineData("<!-- {\"@type\":\"Article\",\"headline\":\"Oars and boats\",\"datePublished\":\"2031-03-04\"} -->")]
    [InlineData("{\"@type\":[\"Article\"],\"headline\":\"Oars and boats\",\"datePublished\":\"2031-03-04\",}")]
    [InlineData("[{\"@type\":\"http://schema.org/Article\",\"headline\":\"Oars and boats\",\"description\":\"two\nlines\",\"datePublished\":\"2031-03-04\"}];")]
    public void Data_with_common_faults_is_read(string json) =>
        Assert.Equal(new PageFact("2031-03-04", PageBasis.JsonLd), Read(Page(Text, $"<script type=application/ld+json>{json}</script>")).Facts.Published);

    [Theory]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"\\ud800\",\"author\":[[[[[[[[\"a\"]]]]]]]],\"datePublished\":7}")]
    [InlineData("{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"},\"@id\":\"a\",\"name\":{\"@id\":\"a\"}}")]
    [InlineData("][")]
    public void Data_that_is_nonsense_is_passed_over(string json)
    {
        var read = Read(Page(Text, $"<script type=application/ld+json>{json}</script>"));
        Assert.Equal(PageKind.Article, read.Kind);
        Assert.Null(read.Facts.Published);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("https://mail.example/author/7")]
    [InlineData("4 March 2031")]
    public void A_login_an_address_and_a_date_are_no_names(string author) =>
        Assert.Null(Read(Page(Text, $"<meta name=author content='{author}'>")).Facts.Byline);

    [Theory]
    [InlineData("<p class='byline'>By Ada Brook, AP</p>", "", "Associated Press", PageBasis.Byline)]
    [InlineData("<span itemprop='author'>Ada Brook of Reuters</span>", "", "Reuters", PageBasis.Markup)]
    [InlineData("<span itemprop='sourceOrganization'>dpa</span>", "", "dpa", PageBasis.Markup)]
    [InlineData("<p class='article-source'>Source: Reuters</p>", "", "Reuters", PageBasis.Markup)]
    [InlineData("<p class='byline'>By Ada Brook</p>", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry held over missing oars\",\"author\":{\"name\":\"Ada Brook, AFP\"}}</script>", "Agence France-Presse", PageBasis.JsonLd)]
    [InlineData("<p class='byline'>By Ada Brook</p>", "<meta name='news_source' content='Reuters'>", "Reuters", PageBasis.Meta)]
    [InlineData("<p class='byline'>By CP Smith, Selwick</p>", "", null, PageBasis.Meta)]
    public void An_agency_outside_the_text_is_found_where_it_stands_and_reaches_the_report(string byline, string head, string? agency, PageBasis basis)
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1>{byline}{Paragraphs()}</article>", head));
        Assert.Equal(agency is null ? null : new PageFact(agency, basis), read.Facts.Agency);
        var report = Stemma.App.Input.PageInput.ToReport(read, "", null);
        Assert.Equal(agency is null ? [] : [agency], report.CreditedAgencies.Select(name => Stemma.Reports.Agencies.Find(name)!.Name).Distinct());
    }

    [Fact]
    public void A_slug_in_the_headline_of_a_page_reaches_the_report()
    {
        var read = Read(Page($"<article><h1>UPDATE 2-Ferry held over missing oars</h1>{Paragraphs()}</article>", title: "UPDATE 2-Ferry held over missing oars"));
        var report = Stemma.App.Input.PageInput.ToReport(read, "", null);
        Assert.Equal("UPDATE 2-", report.TitleAdvisory!.Range.Of(report.Title!));
        Assert.Empty(report.Advisories);
    }

    [Fact]
    public void A_headline_in_the_place_of_the_house_is_no_outlet() =>
        Assert.Equal(new PageFact("mail.example", PageBasis.Address), Read(Page(Text, "<meta name='application-name' content='Ferry held over missing oars'>"), "https://mail.example/ferry").Facts.Outlet);
}
