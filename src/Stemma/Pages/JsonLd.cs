using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.Pages;

/// <summary>
/// The structured data of a page (schema.org in JSON-LD): the object that describes its article, and the types of all objects.
/// Objects are found at the top, in arrays, in <c>@graph</c> and under <c>mainEntity</c>; a reference by <c>@id</c> is followed
/// once. Of several articles the first with the page's headline counts, else the first: teasers come after. Data that is no
/// JSON is repaired where the fault is a known one (line breaks within strings, wrappers, a comma too many) and else ignored.
/// </summary>
sealed partial class JsonLd
{
    const int ScriptsMax = 50;
    const int LengthMax = 4_000_000;
    const int ObjectsMax = 5_000;

    static readonly HashSet<string> ArticleTypes = new(StringComparer.Ordinal)
    {
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle",
        "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "SatiricalArticle", "AdvertiserContentArticle", "MedicalScholarlyArticle", "DiscussionForumPosting",
    };

    readonly List<JsonElement> objects = [];
    readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    readonly HashSet<string> types = new(StringComparer.Ordinal);
    readonly List<JsonElement> articles = [];

    /// <summary>The types named anywhere on the page.</summary>
    public IReadOnlySet<string> Types => types;

    public int ArticleCount => articles.Count;

    public static JsonLd Of(IEnumerable<string> scripts)
    {
        var data = new JsonLd();
        foreach (var script in scripts.Take(ScriptsMax))
        {
            if (script.Length <= LengthMax && Parsed(script) is { } root)
                data.Collect(root, 0);
        }
        return data;
    }

    /// <summary>The object that describes the page's article, if any.</summary>
    public JsonElement? Article(string? headline)
    {
        if (headline is not null)
        {
            foreach (var article in articles)
            {
                if (Text(article, "headline") is { } own && own.StartsWith(headline[..Math.Min(headline.Length, 30)], StringComparison.OrdinalIgnoreCase))
                    return article;
            }
        }
        return articles.Count > 0 ? articles[0] : null;
    }

    /// <summary>The text of the article, where the data repeats it: line ends as paragraphs, without markup.</summary>
    public string? Body(string? headline)
    {
        if (Plain(Article(headline), "articleBody") is not { } body)
            return null;
        var text = System.Net.WebUtility.HtmlDecode(Markup().Replace(body, " "));
        return string.Join("\n\n", text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>What it says of whether the text is free; null where it does not say.</summary>
    public bool? IsFree(string? headline) => Flag(Article(headline), "isAccessibleForFree");

    public bool IsArticleOf(string type) => articles.Count > 0 && HasType(articles[0], type);

    /// <summary>A value as text: of an object its name, of an array all that it holds.</summary>
    public string? Text(JsonElement? within, string property)
    {
        if (within is not { ValueKind: JsonValueKind.Object } element || !element.TryGetProperty(property, out var value))
            return null;
        var texts = new List<string>();
        AddTexts(value, texts, 0);
        return texts.Count == 0 ? null : string.Join(", ", texts.Distinct(StringComparer.Ordinal));
    }

    public static string? Plain(JsonElement? within, string property) =>
        within is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(property, out var value) && StringOf(value) is { } text ? text : null;

    public static bool? Flag(JsonElement? within, string property) =>
        within is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(property, out var value)
            ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, JsonValueKind.String => !string.Equals(StringOf(value), "false", StringComparison.OrdinalIgnoreCase), _ => null }
            : null;

    void AddTexts(JsonElement value, List<string> texts, int depth)
    {
        if (texts.Count >= 20 || depth > 4)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.String when StringOf(value) is { } text:
                texts.Add(text);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    AddTexts(item, texts, depth + 1);
                break;
            case JsonValueKind.Object when value.TryGetProperty("name", out var name):
                AddTexts(name, texts, depth + 1);
                break;
            case JsonValueKind.Object when Plain(value, "@id") is { } id && byId.TryGetValue(id, out var meant) && meant.TryGetProperty("name", out var named):
                AddTexts(named, texts, depth + 1);
                break;
        }
    }

    void Collect(JsonElement element, int depth)
    {
        if (depth > 8 || objects.Count >= ObjectsMax)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, depth + 1);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        objects.Add(element);
        if (Plain(element, "@id") is { } id && element.TryGetProperty("name", out _))
            byId.TryAdd(id, element);
        var isArticle = false;
        foreach (var type in TypesOf(element))
        {
            types.Add(type);
            isArticle |= ArticleTypes.Contains(type);
        }
        if (isArticle)
            articles.Add(element);
        foreach (var inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "author", "publisher"])
        {
            if (element.TryGetProperty(inner, out var value))
                Collect(value, depth + 1);
        }
    }

    static bool HasType(JsonElement element, string type) => TypesOf(element).Contains(type, StringComparer.Ordinal);

    static IEnumerable<string> TypesOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return [];
        if (type.ValueKind == JsonValueKind.Array)
            return type.EnumerateArray().Select(StringOf).OfType<string>().Select(Bare);
        return StringOf(type) is { } one ? [Bare(one)] : [];
    }

    /// <summary>Null for what is no text, an empty one, and one whose escapes make no text (half of a surrogate pair).</summary>
    static string? StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static string Bare(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    static JsonElement? Parsed(string script)
    {
        var json = script.AsSpan().Trim();
        foreach (var (before, after) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>")])
        {
            if (json.StartsWith(before, StringComparison.Ordinal))
                json = json[before.Length..].Trim();
            if (json.EndsWith(after, StringComparison.Ordinal))
                json = json[..^after.Length].Trim();
        }
        json = json.TrimEnd("; ");
        return TryParse(json.ToString()) ?? TryParse(WithoutBareControls(json));
    }

    static JsonElement? TryParse(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Line breaks and tabs within strings, which JSON forbids and pages write, as blanks.</summary>
    static string WithoutBareControls(ReadOnlySpan<char> json)
    {
        var clean = new StringBuilder(json.Length);
        foreach (var c in json)
            clean.Append(c < ' ' ? ' ' : c);
        return clean.ToString();
    }

    [GeneratedRegex("<[a-zA-Z/][^<>]{0,300}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
