using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.App.Input;
using Stemma.Language;
using Stemma.Pages;
using Stemma.Reports;

namespace Stemma.App.Output;

/// <summary>What was read from a page as one line of JSON: what <c>stemma extract</c> prints. Offsets are UTF-16 code units of "text".</summary>
static class PageJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, PageRead page)
    {
        var (article, facts) = (page.Article, page.Article.Facts);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("path", page.Path);
            json.WriteString("kind", article.Kind.ToString().ToLowerInvariant());
            if (article.Reason is { } reason)
                json.WriteString("reason", reason);
            json.WriteString("title", page.Report?.Title ?? facts.Title?.Value);
            json.WriteString("text", article.Text);
            json.WriteString("byline", page.Report?.Byline ?? facts.Byline?.Value);
            json.WriteString("outlet", facts.Outlet?.Value);
            json.WriteString("published", PublishedReader.Read(facts.Published?.Value).ToIso() ?? page.Report?.Published.ToIso());
            json.WriteString("modified", PublishedReader.Read(facts.Modified?.Value).ToIso());
            json.WriteString("url", facts.Url?.Value ?? page.Address);
            json.WriteString("language", facts.Language?.Value);
            json.WriteString("section", facts.Section?.Value);
            Basis(json, article);
            if (page.Report is { } report)
                Print(json, report, facts.Agency);
            json.WriteString("pageSha256", page.PageSha256);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Where on the page each fact was read.</summary>
    static void Basis(Utf8JsonWriter json, PageArticle article)
    {
        json.WriteStartObject("basis");
        if (article.FromData)
            json.WriteString("text", "jsonLd");
        foreach (var (name, fact) in (ReadOnlySpan<(string, PageFact?)>)
        [
            ("title", article.Facts.Title), ("byline", article.Facts.Byline), ("outlet", article.Facts.Outlet), ("published", article.Facts.Published), ("modified", article.Facts.Modified),
            ("url", article.Facts.Url), ("language", article.Facts.Language), ("section", article.Facts.Section), ("agency", article.Facts.Agency),
        ])
        {
            if (fact is not null)
                json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(fact.Basis.ToString()));
        }
        json.WriteEndObject();
    }

    /// <summary>What stands in the text for editors, and what is not its prose.</summary>
    static void Print(Utf8JsonWriter json, Report report, PageFact? agency)
    {
        json.WriteString("agency", report.Credits.Count > 0 ? Agencies.Find(report.Credits[0].Agency)?.Name ?? report.Credits[0].Agency : agency?.Value);
        json.WriteStartArray("agencies");
        foreach (var credit in report.Credits)
            Range(json, report.Text, credit.Range, ("agency", credit.Agency));
        json.WriteEndArray();
        json.WriteStartArray("advisories");
        foreach (var advisory in report.Advisories)
            Range(json, report.Text, advisory.Range, ("kind", advisory.Kind.ToString().ToLowerInvariant()));
        json.WriteEndArray();
        json.WriteStartArray("furniture");
        foreach (var part in report.Furniture)
            Range(json, report.Text, part.Range, ("kind", part.Kind.ToString().ToLowerInvariant()));
        json.WriteEndArray();
        json.WriteString("textSha256", report.TextSha256);
    }

    static void Range(Utf8JsonWriter json, string text, TextRange range, (string Name, string Value) what)
    {
        json.WriteStartObject();
        json.WriteString(what.Name, what.Value);
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
        json.WriteString("text", range.In(text));
        json.WriteEndObject();
    }
}
