using Stemma.Pages;
using Xunit;
using static Stemma.Tests.Pages.InventedPage;

namespace Stemma.Tests.Pages;

public sealed class PageReaderTests
{
    static readonly string Article = string.Join("\n\n", Body);

    [Fact]
    public void Paragraphs_come_out_and_nothing_else_of_a_news_page()
    {
        var read = Read(Page($"""
            <header class="site-header"><a href="/">The Selwick Mail</a>{Menu}</header>
            <main><article><header><h1>Ferry held over missing oars</h1><p class="byline">By Ada Brook</p><time datetime="2031-03-04T18:20:00+01:00">4 March 2031</time></header>
            <figure><img src="a.jpg"><figcaption>The ferry at the quay. Photo: Jon Veld</figcaption></figure>
            <div class="article-body">{Paragraphs()}<div class="newsletter-box"><p>Sign up for our newsletter and get all the news of the harbour every morning.</p></div></div>
            <footer><ul class="tags"><li><a href="/t/ferry">ferry</a></li></ul></footer></article>{Teasers}</main>
            <section id="comments"><h2>2 Comments</h2><p>{Comment}</p><p>{Comment} And so on.</p></section>
            <footer><p>© 2031 The Selwick Mail. All rights reserved. Use of this site is subject to our terms, which you may read here.</p></footer>
            """));
        Assert.Equal(Article, read.Text);
        Assert.Equal(PageKind.Article, read.Kind);
        Assert.Null(read.Reason);
    }

    [Fact]
    public void A_wrapper_named_like_something_else_is_not_believed()
    {
        var read = Read(Page($"""<div class="layout has-comments with-sidebar"><div class="promo-free sharing-enabled"><h1>Ferry held over missing oars</h1>{Paragraphs()}</div><div class="sidebar"><p>{Comment}</p></div></div>"""));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void Machine_made_names_say_nothing()
    {
        var read = Read(Page($"""<div class="sc-ad7xQ jpAd"><div class="css-1nAvx"><h1>Ferry held over missing oars</h1>{Paragraphs()}</div></div>"""));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void Text_in_pieces_between_advertisements_is_gathered()
    {
        var read = Read(Page($"""
            <div class="story"><h1>Ferry held over missing oars</h1><div class="chunk"><p>{First}</p></div><div class="ad-slot"><p>Advertisement</p></div>
            <div class="chunk"><p>{Second}</p></div><aside><p>More about the sea and its ships can be found in our large dossier on this page.</p></aside><div class="chunk"><p>{Third}</p></div></div>{Teasers}
            """));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void The_words_under_the_headline_belong_to_the_article()
    {
        const string lead = "Zwei Rettungsboote der Fähre hatten keine Ruder, wie ein Inspektor am Dienstag feststellte.";
        var read = Read(Page($"""<div class="kopf"><h1>Fähre muss im Hafen bleiben</h1><p class="teaser">{lead}</p><p class="autor">Von Ada Brook</p></div><div class="artikeltext">{Paragraphs()}</div><div class="teaser"><p>Mehr über die Küste und ihre Schiffe lesen Sie jeden Morgen in unserem Newsletter.</p></div>""", title: "Fähre muss im Hafen bleiben"));
        Assert.Equal(lead + "\n\n" + Article, read.Text);
    }

    [Fact]
    public void Comments_longer_than_the_article_stay_out()
    {
        var comments = string.Concat(Enumerable.Range(0, 12).Select(i => $"<li class=\"comment\"><p>{i} {Comment}</p></li>"));
        var read = Read(Page($"""<div id="content"><div class="post"><h1>Ferry held over missing oars</h1><div class="entry">{Paragraphs()}</div></div><ol class="commentlist">{comments}</ol></div>"""));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void A_page_of_tables_and_line_breaks_is_read()
    {
        var read = Read($"<html><head><title>Ferry held over missing oars</title></head><body><table><tr><td width=150><a href=a>Home</a><br><a href=b>News</a><br><a href=c>Archive</a></td><td><b>Ferry held</b><br><br>{First}<br><br>{Second}<br><br>{Third}</td></tr></table></body></html>");
        Assert.Contains(Article, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Archive", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_goes_on_with_other_articles_gives_the_first()
    {
        var read = Read(Page($"<div class=\"feed\"><article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article><article><h1>Lighthouse gets a new lamp</h1><p>{Comment}</p><p>The museum opens in May and will show the old lamp together with all the diaries of its keepers.</p></article></div>"));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void Lines_that_lead_elsewhere_are_left_out_in_any_language()
    {
        foreach (var line in (string[])["Lesen Sie auch: Neue Lampe für den Leuchtturm", "Related stories", "Te puede interesar", "Lire aussi", "Share this article", "Photo: Jon Veld", "Zobacz także"])
        {
            var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>{First}</p><p>{line}</p><p>{Second}</p><p>{Third}</p></article>"));
            Assert.Equal(Article, read.Text);
        }
    }

    [Fact]
    public void Headings_within_the_text_stay_and_bare_ones_go()
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>{First}</p><h2>What the owners say</h2><p>{Second}</p><p>{Third}</p><h2>Our picks</h2></article>"));
        Assert.Equal($"{First}\n\nWhat the owners say\n\n{Second}\n\n{Third}", read.Text);
    }

    [Fact]
    public void A_line_that_leads_to_links_and_a_call_for_a_newsletter_are_left_out()
    {
        var read = Read(Page($"""
            <article><h1>Ferry held over missing oars</h1><p>{First}</p><p>{Second}</p><p><strong>More of this column:</strong></p><ul><li><a href=/1>Harbour dues to rise in spring</a></li></ul><p>{Third}</p>
            <p>You like what we write? Then sign up for our newsletter and have it in your inbox every Friday.</p></article>
            """));
        Assert.Equal(Article, read.Text);
    }

    [Fact]
    public void The_names_of_the_authors_over_the_text_are_no_text()
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>By Ada Brook, Port Selwick</p><p>{First}</p><p>{Second}</p><p>{Third}</p></article>", "<meta name=author content='Ada Brook'>"));
        Assert.Equal(Article, read.Text);
        Assert.Equal("Ada Brook", read.Facts.Byline!.Value);
    }

    [Fact]
    public void A_text_cut_short_on_the_page_is_taken_whole_from_its_data()
    {
        var whole = string.Join("\n\n", Enumerable.Range(0, 6).SelectMany(_ => Body));
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}</article>", $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry held over missing oars","articleBody":{{System.Text.Json.JsonSerializer.Serialize(whole)}}}</script>"""));
        Assert.True(read.FromData);
        Assert.Equal(whole, read.Text);
    }

    [Fact]
    public void A_short_item_is_not_filled_up_with_what_stands_beside_it()
    {
        var beside = string.Concat(Enumerable.Range(0, 6).Select(i => $"<p>{i} The ferry of today, seen from the quay.</p>"));
        var read = Read(Page($"<div class=page><div class=content><h1>Ferry held over missing oars</h1><p>{First}</p><p>{Second}</p></div><div class=sidebar>{beside}</div></div>"));
        Assert.Equal($"{First}\n\n{Second}", read.Text);
    }

    [Theory]
    [InlineData("<p>{0}</p>", "(Adds quote in paragraph 2)")]
    [InlineData("<p class=credit>{0}</p>", "(Reporting by Ada Brook; Editing by Jon Veld)")]
    [InlineData("<p><em>{0}</em></p>", "--With assistance from Ada Brook and Jon Veld.")]
    [InlineData("<footer><p>{0}</p></footer>", "A previous version of this article misspelled the name of the harbour.")]
    [InlineData("<div class=correction><p>{0}</p></div>", "Correction: The ferry has eight boats, not seven.")]
    [InlineData("<p>{0}</p>", "Reuters")]
    public void What_the_newsroom_left_at_the_foot_stays(string html, string line)
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1>{Paragraphs()}{string.Format(System.Globalization.CultureInfo.InvariantCulture, html, line)}</article>"));
        Assert.Equal(Article + "\n\n" + line, read.Text);
    }

    [Fact]
    public void White_space_is_joined_and_line_breaks_kept()
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>{First.Replace(" ", "\n   ", StringComparison.Ordinal)}</p><p>{Second}<br>{Third}</p></article>"));
        Assert.Equal($"{First}\n\n{Second}\n{Third}", read.Text);
    }

    [Fact]
    public void Text_without_blanks_between_words_is_counted_too()
    {
        const string text = "火曜日、検査官が救命ボート二隻に櫂がないことを見つけたため、渡し船は港にとどめられたと港湾事務所が発表した。";
        var read = Read(Page($"<nav>{Menu}</nav><div id=main><h1>渡し船、港にとどまる</h1><p>{text}</p><p>{text}船主は危険はなかったと述べた。</p></div>", title: "渡し船、港にとどまる"));
        Assert.StartsWith(text, read.Text, StringComparison.Ordinal);
        Assert.Equal(PageKind.Article, read.Kind);
    }

    [Fact]
    public void Text_that_only_the_data_holds_is_taken_from_there()
    {
        var read = Read(Page("<div id=app></div>", $$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry held over missing oars","articleBody":"{{string.Join("\\n", Body)}}"}</script>"""));
        Assert.True(read.FromData);
        Assert.Equal(Article, read.Text);
    }

    [Theory]
    [InlineData("Sorry, but your browser needs JavaScript to use this site. If you are not sure how to turn it on, ask a friend at the harbour.")]
    [InlineData("The quay of Port Selwick at low tide, seen from the lighthouse in the evening (Getty/Ada Brook)")]
    [InlineData("The quay of Port Selwick at low tide, seen from the lighthouse. (Photo by Ada Brook/AFP)")]
    [InlineData("Header image: the quay of Port Selwick at low tide.")]
    public void Words_about_pictures_and_browsers_are_left_out(string line)
    {
        var read = Read(Page($"<article><h1>Ferry held over missing oars</h1><p>{line}</p>{Paragraphs()}</article>"));
        Assert.Equal(string.Join("\n\n", Body), read.Text);
    }
}
