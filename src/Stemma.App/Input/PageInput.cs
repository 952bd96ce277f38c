using System.Buffers;
using System.Text.Json;
using Stemma.Pages;
using Stemma.Reports;

namespace Stemma.App.Input;

/// <summary>The bytes of a web page to its article, within limits; an article to a report.</summary>
static class PageInput
{
    const int HeadBytes = 2048;

    static readonly SearchValues<string> Signs = SearchValues.Create(["<!doctype html", "<html", "<head", "<body", "<meta ", "<title>", "<div", "<script", "<article"], StringComparison.OrdinalIgnoreCase);

    public static bool IsPageName(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".shtml";

    /// <summary>True for bytes that begin as a page does: with a tag, and soon one that only pages have.</summary>
    public static bool LooksLikePage(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        // One byte a character is enough to see tags; UTF-16 leaves zeros between.
        Span<char> text = stackalloc char[HeadBytes];
        var length = 0;
        foreach (var one in head)
        {
            if (one is not 0 and < 128)
                text[length++] = (char)one;
        }
        ReadOnlySpan<char> start = text[..length].TrimStart();
        return start.StartsWith('<') && start.ContainsAny(Signs);
    }

    /// <param name="charset">What the server said of the encoding.</param>
    /// <param name="address">Where the page came from.</param>
    /// <param name="status">What the server answered.</param>
    public static PageArticle Read(ReadOnlySpan<byte> bytes, string? charset = null, string? address = null, int? status = null)
    {
        var decoded = PageDecoding.Decode(bytes, charset);
        if (decoded.Text is null)
            return new PageArticle(PageKind.Error, decoded.Reason, "", new PageFacts());
        var (tree, cut) = HtmlTree.Parse(decoded.Text);
        var article = PageReader.Read(tree, address);
        if (status is >= 400)
            return article with { Kind = PageKind.Error, Reason = $"an error page: the server answered {status}" };
        return cut is null ? article : article with { Kind = PageKind.Error, Reason = cut };
    }

    /// <summary>"jsonLd", "openGraph": what a place on the page is called in data.</summary>
    public static string BasisName(PageBasis basis) => JsonNamingPolicy.CamelCase.ConvertName(basis.ToString());

    /// <summary>The report that an article is.</summary>
    public static Report ToReport(PageArticle article, string pageSha256, string? path) =>
        ReportReader.Read(new ReportFields(null, article.Facts.Title?.Value, article.Facts.Published?.Value, article.Facts.Outlet?.Value, article.Facts.Byline?.Value, article.Facts.Url?.Value,
            article.Facts.Agency?.Value, article.Facts.Agency is { } agency ? BasisName(agency.Basis) : null), article.Text, pageSha256, path);
}
