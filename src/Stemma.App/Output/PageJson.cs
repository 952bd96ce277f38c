using System.Globalization;
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
    /// <summary>A shorter text is believed to be in the language that the page names.</summary>
    const int LanguageLengthMin = 40;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, PageRead page, Publishers publishers)
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
            var told = article.Text.Length >= LanguageLengthMin ? TextLanguage.Of(article.Text) : TextLanguage.Undetermined;
            var language = told != TextLanguage.Undetermined ? new PageFact(told, PageBasis.Words) : facts.Language;
            json.WriteString("language", language?.Value ?? TextLanguage.Undetermined);
            json.WriteString("section", facts.Section?.Value);
            var publisher = publishers.Find(facts.Outlet?.Value, facts.Url?.Value ?? page.Address);
            json.WriteString("family", publisher?.Family);
            json.WriteString("control", publisher?.Control ?? "unknown");
            json.WriteString("ownerSaidBy", publisher?.SaidBy);
            Basis(json, article, language);
            if (page.Report is { } report)
                Print(json, report);
            json.WriteString("pageSha256", page.PageSha256);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Where on the page each fact was read.</summary>
    static void Basis(Utf8JsonWriter json, PageArticle article, PageFact? language)
    {
        json.WriteStartObject("basis");
        if (article.FromData)
            json.WriteString("text", "jsonLd");
        foreach (var (name, fact) in (ReadOnlySpan<(string, PageFact?)>)
        [
            ("title", article.Facts.Title), ("byline", article.Facts.Byline), ("outlet", article.Facts.Outlet), ("published", article.Facts.Published), ("modified", article.Facts.Modified),
            ("url", article.Facts.Url), ("language", language), ("section", article.Facts.Section), ("agency", article.Facts.Agency),
        ])
        {
            if (fact is not null)
                json.WriteString(name, PageInput.BasisName(fact.Basis));
        }
        json.WriteEndObject();
    }

    /// <summary>What stands in the text for editors, and what is not its prose.</summary>
    static void Print(Utf8JsonWriter json, Report report)
    {
        json.WriteString("agency", report.CreditedAgencies.FirstOrDefault() is { } agency ? Agencies.Find(agency)?.Name ?? agency : null);
        json.WriteStartArray("agencies");
        foreach (var credit in report.Credits)
            Range(json, report.Text, credit.Range, "agency", credit.Agency);
        json.WriteEndArray();
        if (report.Dateline is { } dateline)
            Write(json, report, dateline);
        json.WriteStartArray("outsideCredits");
        foreach (var credit in report.OutsideCredits)
        {
            json.WriteStartObject();
            json.WriteString("agency", credit.Agency);
            json.WriteString("basis", credit.Basis);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (report is { Title: { } title, TitleAdvisory: { } slug })
        {
            json.WritePropertyName("titleAdvisory");
            Write(json, title, slug);
        }
        json.WriteStartArray("advisories");
        foreach (var advisory in report.Advisories)
            Write(json, report.Text, advisory);
        json.WriteEndArray();
        json.WriteStartArray("furniture");
        foreach (var part in report.Furniture)
            Range(json, report.Text, part.Range, "kind", part.Kind.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("textSha256", report.TextSha256);
    }

    static void Write(Utf8JsonWriter json, Report report, Dateline dateline)
    {
        json.WriteStartObject("dateline");
        Place(json, report.Text, dateline.Range);
        if (dateline.Place is { } place)
        {
            json.WriteStartObject("place");
            Place(json, report.Text, place);
            json.WriteEndObject();
        }
        if (dateline.Date is { } date)
        {
            json.WriteStartObject("date");
            json.WriteString("day", dateline.Day(report.Published.Day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Place(json, report.Text, date);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>"earlierRevision": it testifies to an edition before this one; "paragraphs": those it says it changed.</summary>
    static void Write(Utf8JsonWriter json, string text, Advisory advisory)
    {
        json.WriteStartObject();
        json.WriteString("kind", advisory.Kind.ToString().ToLowerInvariant());
        json.WriteBoolean("earlierRevision", advisory.EarlierRevision);
        if (AdvisoryLines.ParagraphsIn(advisory.Range.In(text)) is { Count: > 0 } paragraphs)
        {
            json.WriteStartArray("paragraphs");
            foreach (var paragraph in paragraphs)
                json.WriteNumberValue(paragraph);
            json.WriteEndArray();
        }
        Place(json, text, advisory.Range);
        json.WriteEndObject();
    }

    static void Range(Utf8JsonWriter json, string text, TextRange range, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        Place(json, text, range);
        json.WriteEndObject();
    }

    static void Place(Utf8JsonWriter json, string text, TextRange range)
    {
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
        json.WriteString("text", range.In(text));
    }
}
