using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Pages;

public sealed class PageKindTests
{
    [Theory]
    [InlineData("404 - Page not found", "<h1>Page not found</h1><p>Sorry, the page you were looking for is not here. Try our search.</p>")]
    [InlineData("Seite nicht gefunden", "<h1>Seite nicht gefunden</h1><p>Die gewünschte Seite existiert nicht mehr.</p>")]
    [InlineData("Just a moment...", "<p>Checking your browser before you can go on to the site, this takes a few seconds.</p>")]
    public void An_error_page_is_none(string title, string body)
    {
        var read = Read(Page(body, title: title));
        Assert.Equal(PageKind.Error, read.Kind);
        Assert.NotNull(read.Reason);
    }

    [Fact]
    public void A_story_about_missing_pages_is_an_article()
    {
        var read = Read(Page($"<article><h1>Page not found: archive loses a diary</h1>{Paragraphs()}{Paragraphs()}<p>{Comment}</p></article>", "<meta property=article:published_time content=2031-03-04T10:00:00Z>", "Page not found: archive loses a diary"));
        Assert.Equal(PageKind.Article, read.Kind);
    }

    [Fact]
    public void A_wall_of_payment_is_a_stub_that_keeps_its_beginning()
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>{First}</p><div class=\"paywall\"><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in.</p></div></article>"));
        Assert.Equal(PageKind.Stub, read.Kind);
        Assert.Contains("Subscribe to continue reading", read.Reason, StringComparison.Ordinal);
        Assert.StartsWith(First, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wall_of_consent_is_a_stub()
    {
        var read = Read(Page("<div><h1>Before you continue</h1><p>We and our partners store cookies on your device to show you advertisements that suit you. You may consent to this or manage your choices.</p><button>Accept all</button><p>Your consent applies to this site only and can be withdrawn in the privacy settings at any time.</p></div>", title: "Before you continue"));
        Assert.Equal(PageKind.Stub, read.Kind);
        Assert.Contains("consent", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cookie_notice_on_an_article_is_no_wall()
    {
        var read = Read(Page($"<div class=\"cookie-notice\"><p>We use cookies to improve this site. By going on you consent to this.</p></div><article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>"));
        Assert.Equal(PageKind.Article, read.Kind);
        Assert.DoesNotContain("cookies", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_blog_is_told_by_its_data_or_by_its_entries()
    {
        var entries = string.Concat(Enumerable.Range(10, 8).Select(hour => $"<div class=entry><h3>{hour}:15</h3><p>{First}</p></div>"));
        Assert.Equal(PageKind.Live, Read(Page($"<main><h1>Ferry held: live updates</h1>{entries}</main>", title: "Ferry held: live updates")).Kind);
        Assert.Equal(PageKind.Live, Read(Page($"<main><h1>Ferry held</h1>{Paragraphs()}</main>", """<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry held"}</script>""")).Kind);
    }

    [Fact]
    public void A_gallery_is_pictures_with_a_few_words()
    {
        var pictures = string.Concat(Enumerable.Range(1, 9).Select(number => $"<figure><img src={number}.jpg><figcaption>The ferry at the quay, picture {number}.</figcaption></figure>"));
        var read = Read(Page($"<main><h1>In pictures: the ferry at the quay</h1><p>Our photographer went to see the ship that may not sail.</p>{pictures}</main>", title: "In pictures: the ferry at the quay"));
        Assert.Equal(PageKind.Gallery, read.Kind);
        Assert.Contains("9 pictures", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_front_page_is_a_list()
    {
        var cards = string.Concat(Enumerable.Range(1, 20).Select(number => $"<div class=card><h2><a href=/story/{number}>The story of the day, as number {number} tells it</a></h2><p>What happened at the quay and who said what about it.</p></div>"));
        var read = Read(Page($"<main>{cards}</main>", "<link rel=canonical href=https://mail.example/>", "The Selwick Mail"));
        Assert.Equal(PageKind.List, read.Kind);
        Assert.Contains("20", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_nothing_says_so()
    {
        foreach (var html in (string[])["<html></html>", "", "<p>", "<script>let a = 1;</script>"])
        {
            var read = Read(html);
            Assert.NotEqual(PageKind.Article, read.Kind);
            Assert.NotNull(read.Reason);
            Assert.Equal("", read.Text);
        }
    }

    static string Commentary(Func<int, string> mark, int count = 12) => string.Concat(Enumerable.Range(1, count).Reverse().Select(i =>
        $"<div class='e'><p>{mark(i)} The ball goes out to the left and comes back to Arnesen, whose shot from twenty yards is held by the keeper at the near post.</p></div>"));

    [Theory]
    [InlineData("{0}' ")]
    [InlineData("{0}’: ")]
    [InlineData("<b>{0}'+2</b> ")]
    [InlineData("{0}. Minute: ")]
    [InlineData("<span>{0}</span><span>′</span> ")]
    public void A_commentary_by_the_minute_is_live(string mark)
    {
        var read = Read(Page($"<article><h1>Selwick 2-1 Quell</h1>{Commentary(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, mark, i * 7))}</article>", title: "Selwick 2-1 Quell"));
        Assert.Equal((PageKind.Live, "a live blog: 12 entries with a time of their own"), (read.Kind, read.Reason));
        Assert.Contains("whose shot from twenty yards", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_with_a_time_and_sentences_newest_first_are_live_without_a_name() =>
        Assert.Equal(PageKind.Live, Read(Page($"<article><h1>Storm at Port Selwick</h1>{Commentary(i => $"{8 + (i / 4)}:{10 + i:00}</p><p>")}</article>")).Kind);

    [Fact]
    public void A_programme_of_events_is_not_live() =>
        Assert.NotEqual(PageKind.Live, Read(Page($"<article><h1>Harbour day</h1>{Paragraphs()}{string.Concat(Enumerable.Range(8, 12).Select(hour => $"<p>{hour:00}:30 Tour of the quay with the harbour master</p>"))}</article>")).Kind);

    [Fact]
    public void An_article_that_names_a_few_minutes_is_one() =>
        Assert.Equal(PageKind.Article, Read(Page($"<article><h1>Selwick beat Quell</h1>{Paragraphs()}<p>12' Arnesen 1-0.</p><p>45' Dane 1-1.</p><p>88' Brook 2-1.</p></article>")).Kind);

    [Theory]
    [InlineData("/sport/live/selwick-quell", PageKind.Live)]
    [InlineData("/sport/selwick-quell", PageKind.Article)]
    public void The_address_tells_where_a_house_keeps_its_live_pages(string path, PageKind kind)
    {
        var entries = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>1{i}:05</p><p>{InventedPage.First}</p><p>{InventedPage.Second} Again {i}.</p>"));
        Assert.Equal(kind, Read(Page($"<article><h1>Storm at Port Selwick</h1>{entries}</article>"), "https://mail.example" + path).Kind);
    }

    [Fact]
    public void The_address_tells_where_a_house_keeps_its_pictures()
    {
        var pictures = string.Concat(Enumerable.Range(1, 8).Select(i => $"<figure><img src='{i}.jpg'><figcaption>The quay at Port Selwick, number {i} of the day.</figcaption></figure>"));
        Assert.Equal(PageKind.Gallery, Read(Page($"<article><h1>A day at the quay</h1><p>{InventedPage.First}</p><p>{InventedPage.Second}</p>{pictures}</article>"), "https://mail.example/gallery/quay").Kind);
    }

    [Fact]
    public void A_notice_of_cookies_is_no_text_of_an_article()
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}<div><p>Privacy &amp; Cookies: This site uses cookies. By continuing to use this website, you agree to their use.</p></div></article>"));
        Assert.Equal(string.Join("\n\n", Body), read.Text);
    }

    [Fact]
    public void An_article_written_as_a_template_for_a_script_is_read()
    {
        var read = Read(Page($"<div class='post'><h2>Ferry held over missing oars</h2><div itemprop='articleBody'><script type='text/template'>{Paragraphs()}</script></div></div><script type='text/template'><p>{{{{name}}}}</p></script>"));
        Assert.Equal(string.Join("\n\n", Body), read.Text);
    }

    [Fact]
    public void An_article_in_a_declared_shadow_is_read() =>
        Assert.Equal(string.Join("\n\n", Body), Read(Page($"<h1>Ferry held over missing oars</h1><story-body><template shadowrootmode='open'><article>{Paragraphs()}</article></template></story-body>")).Text);

    [Fact]
    public void The_comments_on_a_match_are_its_page_and_no_comments()
    {
        var entries = string.Concat(Enumerable.Range(1, 12).Reverse().Select(i => $"<div class='live-match-comment left'><div class='live-match-comment-time'><span>{i * 7}'</span></div><div class='live-match-comment-body'>Arnesen brings the ball up on the left, and the keeper of Quell holds it, for the {i} time.</div></div>"));
        var read = Read(Page($"<h1>Selwick 2-1 Quell</h1><div class='squad'><p>Arnesen</p><p>Brook</p></div><div>{entries}</div>", title: "Selwick 2-1 Quell"));
        Assert.Equal(PageKind.Live, read.Kind);
        Assert.Contains("for the 7 time", read.Text, StringComparison.Ordinal);
    }
}
