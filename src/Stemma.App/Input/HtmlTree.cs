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
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => AttributeOf(name.Span) is not null,
    };

    public static PageTree Parse(string html)
    {
        using var document = new HtmlParser(Options).ParseDocument(html);
        var builder = new PageTree.Builder();
        var root = document.DocumentElement;
        for (INode? node = root; node is not null;)
        {
            var entered = Enter(builder, node);
            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            if (entered)
                builder.Close();
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                builder.Close();
            }
            node = node is null || node == root ? null : node.NextSibling;
        }
        return builder.Build();
    }

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
