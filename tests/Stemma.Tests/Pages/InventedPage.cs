using Stemma.App.Input;
using Stemma.Pages;

namespace Stemma.Tests.Pages;

/// <summary>Pieces of invented pages, in the manner of several kinds of sites.</summary>
static class InventedPage
{
    public const string First = "The ferry Alma Brandis was held at the quay of Port Selwick on Tuesday after an inspector found two of its lifeboats without oars, the harbour office said.";

    public const string Second = "“Nobody was in danger at any time,” said Tove Arnesen, who speaks for the owners, adding that the oars had been ashore for repair since the weekend.";

    public const string Third = "The ship may sail again once the inspector has seen the boats, which the office expects to happen before the evening tide on Wednesday.";

    public const string Comment = "I have taken this ferry for thirty years and never once have I seen an oar in any of those boats, so I wonder what all the fuss is about now, honestly.";

    public static readonly string[] Body = [First, Second, Third];

    public static string Paragraphs(string tag = "p") => string.Concat(Body.Select(text => $"<{tag}>{text}</{tag}>\n"));

    public const string Menu = """
        <ul class="menu"><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sea">At sea</a></li><li><a href="/weather">Weather</a></li></ul>
        """;

    public const string Teasers = """
        <div class="related-articles"><h3>Related stories</h3>
        <div class="card"><h4><a href="/1">Harbour dues to rise in spring</a></h4><p>The council will vote on new dues for boats over twelve metres next week, its chair said.</p></div>
        <div class="card"><h4><a href="/2">Lighthouse gets a new lamp</a></h4><p>Visitors can see the old lamp in the museum from May, together with the keeper's diaries.</p></div></div>
        """;

    public static PageArticle Read(string html, string? address = null) => PageReader.Read(HtmlTree.Parse(html).Tree, address);

    public static string Page(string body, string head = "", string title = "Ferry held over missing oars", string attributes = "lang=\"en\"") =>
        $"<!doctype html><html {attributes}><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>";
}
