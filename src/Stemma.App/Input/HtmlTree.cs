using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Stemma.Pages;

namespace Stemma.App.Input;

/// <summary>
/// HTML to a <see cref="PageTree"/>, by AngleSharp's parser: the algorithm of the HTML standard, so that a broken page is read as a
/// browser reads it. Only attributes that the tree keeps are made at all. The walk is a loop, whatever the depth.
/// </summary>
static class HtmlTree
{
    static readonly HtmlParserOptions Options = new()
    {
        IsNotSupportingFrames = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => AttributeOf(name.Span) is not null || name.Span is "shadowrootmode",
    };

    /// <summary>Templates read in one page, at most.</summary>
    const int TemplatesMax = 20;

    /// <summary>A shorter template is no article.</summary>
    const int TemplateLengthMin = 400;

    /// <summary>The tree of a page; and why it is not the whole page, where it is not.</summary>
    public static (PageTree Tree, string? Cut) Parse(string html, PageLimits? limits = null)
    {
        var (length, cut) = PageGuard.Check(html, limits ?? PageLimits.Default);
        using var document = new HtmlParser(Options).ParseDocument(length == html.Length ? html.AsMemory() : html.AsMemory(0, length));
        var builder = new PageTree.Builder();
        var templates = new List<IDocument>();
        // By place among the children: a sibling is found by counting, which makes a long row of them cost its square.
        var open = new Stack<(INode Node, int Next, bool Opened)>();
        if (document.DocumentElement is { } root && Enter(builder, root))
            open.Push((root, 0, true));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                if (at.Opened)
                    builder.Close();
                continue;
            }
            open.Push(at with { Next = at.Next + 1 });
            var child = at.Node.ChildNodes[at.Next];
            if (Enter(builder, child))
                open.Push((child, 0, true));
            // Declarative shadow DOM: shown in place of what the element itself holds.
            if (child is IElement { ShadowRoot: { } shadow })
                open.Push((shadow, 0, false));
            else if (templates.Count < TemplatesMax && WrittenAsTemplate(child) is { } written)
            {
                var inside = new HtmlParser(Options).ParseDocument(written.AsMemory(0, PageGuard.Check(written, limits ?? PageLimits.Default).Length));
                templates.Add(inside);
                if (inside.Body is { } body)
                    open.Push((body, 0, false));
            }
        }
        foreach (var template in templates)
            template.Dispose();
        return (builder.Build(), cut);
    }

    /// <summary>
    /// The markup of a page that writes its article as a template, which a script then puts in its place: in the element named as the
    /// article's, without gaps to fill. One within another is not looked for.
    /// </summary>
    static string? WrittenAsTemplate(INode node) =>
        node is IElement { LocalName: "script" } script && script.GetAttribute("type") is { } type && (type.Contains("template", StringComparison.OrdinalIgnoreCase) || type.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            && script.ParentElement is { } parent && (parent.GetAttribute("itemprop") is "articleBody" || (parent.GetAttribute("class") is { } names && (names.Contains("post-content", StringComparison.Ordinal) || names.Contains("article-body", StringComparison.Ordinal))))
            && script.TextContent is { Length: >= TemplateLengthMin } written && !written.Contains("{{", StringComparison.Ordinal) && !written.Contains("<%", StringComparison.Ordinal) ? written : null;

    /// <summary>True for an element, which is then open.</summary>
    static bool Enter(PageTree.Builder builder, INode node)
    {
        if (node is IText text)
        {
            builder.Text(text.Data);
            return false;
        }
        if (node is not IElement element)
            return false;
        var tag = PageTags.Of(element.LocalName);
        builder.Open(tag);
        foreach (var attribute in element.Attributes)
        {
            if (AttributeOf(attribute.Name) is { } name)
                builder.Attribute(name, attribute.Value);
        }
        // Of scripts only structured data is of use; the rest is half of many a page.
        if ((tag == PageTag.Script && element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true) || tag == PageTag.Style)
        {
            builder.Close();
            return false;
        }
        return true;
    }

    static PageAttributeName? AttributeOf(ReadOnlySpan<char> name) => name switch
    {
        "class" => PageAttributeName.Class,
        "id" => PageAttributeName.Id,
        "role" => PageAttributeName.Role,
        "itemprop" => PageAttributeName.ItemProp,
        "itemtype" => PageAttributeName.ItemType,
        "datetime" => PageAttributeName.DateTime,
        "content" => PageAttributeName.Content,
        "property" => PageAttributeName.Property,
        "name" => PageAttributeName.Name,
        "rel" => PageAttributeName.Rel,
        "href" => PageAttributeName.Href,
        "hidden" => PageAttributeName.Hidden,
        "style" => PageAttributeName.Style,
        "aria-hidden" => PageAttributeName.AriaHidden,
        "lang" => PageAttributeName.Lang,
        "type" => PageAttributeName.Type,
        "http-equiv" => PageAttributeName.HttpEquiv,
        "pubdate" => PageAttributeName.PubDate,
        _ => null,
    };
}
