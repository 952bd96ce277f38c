using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Pages;

/// <summary>
/// What a page says of its article, each fact from the most trusted place that has it: structured data, Open Graph, other meta
/// tags, marked-up elements, <c>time</c>, lines that look like a byline, the headline and <c>title</c>.
/// <para>Gets wrong: houses that put their own name or a login into the author's place are believed unless it is the outlet's
/// name; a date is taken as given even where the structured data gives the day of the template.</para>
/// </summary>
static class PageFactsReader
{
    public static PageFacts Read(PageTree tree, MetaTags meta, JsonLd data, MarkedFacts marked, string? address)
    {
        var article = data.Article(marked.Heading);
        var headline = Clean(JsonLd.Plain(article, "headline")) ?? Clean(meta["og:title"]) ?? marked.Heading;
        var outlet = First((House(data.Text(article, "publisher"), headline), PageBasis.JsonLd), (House(meta["og:site_name"], headline), PageBasis.OpenGraph),
            (House(meta.First("application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title", "twitter:app:name:iphone", "apple-mobile-web-app-title"), headline), PageBasis.Meta), (Host(address ?? meta.Canonical ?? meta["og:url"]), PageBasis.Address));
        var url = First((Absolute(meta.Canonical), PageBasis.Meta), (Absolute(meta["og:url"]), PageBasis.OpenGraph), (Absolute(JsonLd.Plain(article, "url") ?? JsonLd.Plain(article, "mainEntityOfPage")), PageBasis.JsonLd), (address, PageBasis.Address));
        return new PageFacts
        {
            Title = TitleOf(article, meta, marked, outlet?.Value),
            Byline = BylineOf(data, article, meta, marked, outlet?.Value),
            Outlet = outlet,
            Published = First(
                (Date(JsonLd.Plain(article, "datePublished") ?? JsonLd.Plain(article, "dateCreated")), PageBasis.JsonLd),
                (Date(meta.First("article:published_time", "og:article:published_time", "og:published_time")), PageBasis.OpenGraph),
                (Date(meta.First("datepublished", "article.published", "published_time", "publishdate", "publish_date", "publish-date", "pubdate", "published", "date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "displaydate", "last-published")), PageBasis.Meta),
                (Date(marked.Published), PageBasis.Markup), (Date(marked.Time), PageBasis.Time)),
            Modified = First(
                (Date(JsonLd.Plain(article, "dateModified")), PageBasis.JsonLd), (Date(meta.First("article:modified_time", "og:updated_time", "og:article:modified_time")), PageBasis.OpenGraph),
                (Date(meta.First("datemodified", "last-modified", "modified_time", "dcterms.modified", "dc.date.modified", "lastmod", "article.updated", "revised")), PageBasis.Meta), (Date(marked.Modified), PageBasis.Markup)),
            Url = url,
            Language = First((Code(JsonLd.Plain(article, "inLanguage")), PageBasis.JsonLd), (Code(meta["og:locale"]), PageBasis.OpenGraph), (Code(meta.First("content-language", "language", "dc.language", "dcterms.language")), PageBasis.Meta), (Code(meta.Language), PageBasis.Markup)),
            Section = First((data.Text(article, "articleSection"), PageBasis.JsonLd), (meta.First("article:section", "og:article:section"), PageBasis.OpenGraph), (meta.First("section", "parsely-section", "cxenseparse:recs:category", "article.section"), PageBasis.Meta)),
            Agency = AgencyOf(data, article, meta, marked),
        };
    }

    static PageFact? First(params ReadOnlySpan<(string? Value, PageBasis Basis)> said)
    {
        foreach (var (value, basis) in said)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return new PageFact(Tidy(value), basis);
        }
        return null;
    }

    static string? Date(string? written) => PublishedReader.Read(written).At is null ? null : written!.Trim();

    /// <summary>A name that is no headline: templates put that in the house's place, too.</summary>
    static string? House(string? name, string? headline) => name is null || name.Length > 120 || (headline is { Length: >= 12 } && Letters(name) == Letters(headline)) ? null : name;

    static PageFact? TitleOf(JsonElement? article, MetaTags meta, MarkedFacts marked, string? outlet)
    {
        var title = First((Clean(JsonLd.Plain(article, "headline")), PageBasis.JsonLd), (Clean(meta["og:title"]), PageBasis.OpenGraph), (Clean(meta.First("twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title")), PageBasis.Meta),
            (marked.Heading, PageBasis.Heading), (Clean(meta.Title), PageBasis.TitleElement));
        if (title is null)
            return null;
        var bare = WithoutOutlet(title.Value, outlet, marked.Heading);
        return bare == title.Value ? title : title with { Value = bare };
    }

    static string? Clean(string? text) => text is null ? null : System.Net.WebUtility.HtmlDecode(text);

    /// <summary>"Harbour shut - The Courier" without what is not the headline: the outlet's name, or all that the page's own heading has not.</summary>
    internal static string WithoutOutlet(string title, string? outlet, string? heading)
    {
        if (heading is { Length: >= 8 } && title.Length > heading.Length && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && IsSeparator(title.AsSpan(heading.Length)))
            return title[..heading.Length];
        if (heading is { Length: >= 8 } && title.Length > heading.Length && title.EndsWith(heading, StringComparison.OrdinalIgnoreCase) && title[..^heading.Length].TrimEnd() is [.., '|' or '-' or '–' or '—' or ':' or '·' or '»' or '•'])
            return title[^heading.Length..];
        if (outlet is null)
            return title;
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • "])
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last >= 8 && Same(title[(last + separator.Length)..], outlet))
                return WithoutOutlet(title[..last].TrimEnd(), outlet, heading);
        }
        return title;
    }

    static bool IsSeparator(ReadOnlySpan<char> rest) => rest.TrimStart() is ['|' or '-' or '–' or '—' or ':' or '·' or '»' or '•', ..];

    static bool Same(string a, string b) => Letters(a) is { Length: >= 2 } letters && (Letters(b).StartsWith(letters, StringComparison.Ordinal) || letters.StartsWith(Letters(b), StringComparison.Ordinal));

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant() is var all && all.StartsWith("www", StringComparison.Ordinal) ? all[3..] : all;

    static PageFact? BylineOf(JsonLd data, JsonElement? article, MetaTags meta, MarkedFacts marked, string? outlet)
    {
        foreach (var (value, basis) in (ReadOnlySpan<(string?, PageBasis)>)
        [
            (data.Text(article, "author"), PageBasis.JsonLd), (data.Text(article, "creator"), PageBasis.JsonLd), (meta.First("article:author", "og:article:author", "book:author"), PageBasis.OpenGraph),
            (meta.First("byl", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author", "article.author", "twitter:creator:name"), PageBasis.Meta), (marked.Author, PageBasis.Markup), (marked.Byline, PageBasis.Byline),
        ])
        {
            if (Name(value) is { } name && !(outlet is not null && Letters(name) == Letters(outlet)))
                return new PageFact(name, basis);
        }
        return null;
    }

    /// <summary>The names without "By"; null for an address, a login or a sentence.</summary>
    internal static string? Name(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var name = Tidy(System.Net.WebUtility.HtmlDecode(written));
        foreach (var by in (ReadOnlySpan<string>)["By ", "Written by ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af ", "Autor: ", "Author: ", "Text: "])
        {
            if (name.StartsWith(by, StringComparison.OrdinalIgnoreCase))
                name = name[by.Length..].Trim();
        }
        return name.Length is < 2 or > 200 || name.Contains("://", StringComparison.Ordinal) || name.StartsWith('@') || name.Count(static c => c == ' ') > 24 || name.Any(char.IsAsciiDigit)
            || name.ToLowerInvariant() is "admin" or "administrator" or "editor" or "webmaster" or "root" or "user" or "guest" or "unknown" or "null" or "undefined" ? null : name;
    }

    static PageFact? AgencyOf(JsonLd data, JsonElement? article, MetaTags meta, MarkedFacts marked)
    {
        foreach (var (value, basis) in (ReadOnlySpan<(string?, PageBasis)>)
        [
            (data.Text(article, "sourceOrganization"), PageBasis.JsonLd), (data.Text(article, "creditText"), PageBasis.JsonLd), (data.Text(article, "provider"), PageBasis.JsonLd), (data.Text(article, "author"), PageBasis.JsonLd),
            (meta.First("news_source", "source", "article:source", "syndication-source", "original-source", "dc.source", "copyright-holder", "agency", "author"), PageBasis.Meta),
            (marked.Agency, PageBasis.Markup), (marked.Author, PageBasis.Markup), (marked.Byline, PageBasis.Byline),
        ])
        {
            if (value is null)
                continue;
            // "Source: Reuters", "By Ada Brook, AP".
            var said = Tidy(System.Net.WebUtility.HtmlDecode(value));
            said = said.StartsWith("Source:", StringComparison.OrdinalIgnoreCase) ? said["Source:".Length..].Trim() : said;
            if ((Agencies.Find(said)?.Name ?? Agencies.InByline(said).Select(static credit => Agencies.Find(credit.Agency)?.Name ?? credit.Agency).FirstOrDefault()) is { } agency)
                return new PageFact(agency, basis);
        }
        return null;
    }

    static string? Absolute(string? address) => address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? address : null;

    static string? Host(string? address) => Uri.TryCreate(Absolute(address), UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null;

    /// <summary>"de_DE", "en-US" and "en" to "de", "en", "en".</summary>
    static string? Code(string? language)
    {
        var end = language?.AsSpan().IndexOfAnyExcept(Letter) ?? -1;
        var code = end < 0 ? language : language![..end];
        return code is { Length: 2 or 3 } ? code.ToLowerInvariant() : null;
    }

    static readonly System.Buffers.SearchValues<char> Letter = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    internal static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
