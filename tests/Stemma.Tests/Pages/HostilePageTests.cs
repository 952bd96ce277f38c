using System.Text;
using Stemma.App.Input;
using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Pages;

/// <summary>Pages made to hurt. That they end at all is the test; how long they took is not asserted.</summary>
public sealed class HostilePageTests
{
    static string Repeat(string part, int count) => new StringBuilder().Insert(0, part, count).ToString();

    static PageArticle Taken(string html) => PageInput.Read(Encoding.UTF8.GetBytes(html));

    public static TheoryData<string, string> Deep => new()
    {
        { "<div>", "elements open at once" }, { "<b>", "elements of style left open" }, { "<b id=x><p>", "elements of style left open" }, { "<a href=x><div>", "elements of style left open" },
        { "<table><tr><td>", "elements open at once" }, { "<ul><li>", "elements open at once" }, { "<template>", "elements open at once" }, { "<svg>", "elements open at once" }, { "<x></y>", "elements open at once" }, { "<div></p>", "elements open at once" },
        { "<svg><td>", "elements open at once" }, { "<br>", "elements" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void A_million_open_tags_are_read_up_to_a_limit_that_is_named(string tag, string what)
    {
        var read = Taken($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>{Repeat(tag, 1_000_000)}");
        Assert.Equal(PageKind.Error, read.Kind);
        Assert.Contains(what, read.Reason, StringComparison.Ordinal);
        Assert.StartsWith(First, read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<table>x<p>")]
    [InlineData("<font><p></font>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</div>")]
    [InlineData("&amp;&nosuch;&#x10ffff;")]
    [InlineData("<p>word word word word word word word word word word word word.</p>")]
    [InlineData("<h1>Ferry held over missing oars</h1>")]
    [InlineData("<ul><li>Related stories</li></ul>")]
    [InlineData("<time>10:10</time>")]
    [InlineData("\0\uFFFD\u202E")]
    [InlineData("Comments<br><br>")]
    public void Long_rows_of_anything_end(string part) => Assert.NotNull(Taken("<!doctype html><title>Ferry held over missing oars</title>" + Repeat(part, 30_000)).Text);

    [Fact]
    public void A_tag_with_a_million_attributes_ends() => Assert.NotNull(Taken("<!doctype html><div " + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"a{i}=1 ")) + "class='" + Repeat("ad-", 100_000) + "'>text"));

    [Fact]
    public void Real_looking_pages_are_never_cut()
    {
        var html = Page($"<article><h1>Ferry held over missing oars</h1>{Repeat(Paragraphs(), 2000)}<table>{Repeat("<tr><td>one<td>two", 3000)}</table></article>{Repeat("<p>loose<li>ends<td>here", 500)}");
        Assert.Equal((html.Length, null), PageGuard.Check(html, PageLimits.Default));
        Assert.Equal(PageKind.Article, Taken(html).Kind);
    }

    [Fact]
    public void Cut_short_anywhere_a_page_still_gives_something()
    {
        var html = Page($"<header>{Menu}</header><article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>{Teasers}", "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Ferry\"}</script>");
        for (var length = 0; length < html.Length; length += 7)
            Assert.NotNull(PageReader.Read(HtmlTree.Parse(html[..length]).Tree).Text);
    }
}
