namespace Stemma.Pages;

/// <summary>
/// What the body of a page marks: its author (<c>rel="author"</c>, <c>itemprop</c>, names such as "byline"), its
/// times (<c>itemprop</c>, <c>time</c>), beside its main heading.
/// </summary>
sealed record MarkedFacts(string? Heading, string? Author, string? Byline, string? Published, string? Modified, string? Time, string? Agency)
{
    public static MarkedFacts Of(PageTree tree, PageBlocks page)
    {
        string? author = null, byline = null, published = null, modified = null, time = null, agency = null;
        for (var node = page.Body; node < tree.EndOf(page.Body); node++)
        {
            var tag = tree.TagOf(node);
            if (tag == PageTag.Time && (page.CuesOf(node) & PageCue.Comments) == PageCue.None)
            {
                var stamp = tree.Attribute(node, PageAttributeName.DateTime) ?? (page.TextLengthOf(node) is > 0 and < 60 ? string.Join(' ', tree.WordsIn(node, 60)) : null);
                if (tree.Attribute(node, PageAttributeName.ItemProp) == "dateModified" || (page.CuesOf(node) & PageCue.Details) != PageCue.None)
                    modified ??= stamp;
                else
                    time ??= stamp;
            }
            switch (tree.Attribute(node, PageAttributeName.ItemProp))
            {
                case "datePublished" or "dateCreated":
                    published ??= tree.Attribute(node, PageAttributeName.Content) ?? tree.Attribute(node, PageAttributeName.DateTime);
                    break;
                case "dateModified":
                    modified ??= tree.Attribute(node, PageAttributeName.Content) ?? tree.Attribute(node, PageAttributeName.DateTime);
                    break;
                case "author" when page.TextLengthOf(node) is > 1 and < 120:
                    author ??= string.Join(' ', tree.WordsIn(node, 60));
                    break;
                case "sourceOrganization" or "provider" when page.TextLengthOf(node) is > 1 and < 60:
                    agency ??= string.Join(' ', tree.WordsIn(node, 60));
                    break;
            }
            if (agency is null && page.TextLengthOf(node) is > 1 and < 60 && tree.Attribute(node, PageAttributeName.Class) is { } names && IsAgency(names))
                agency = string.Join(' ', tree.WordsIn(node, 60));
            if (tree.Attribute(node, PageAttributeName.Rel) == "author" && page.TextLengthOf(node) is > 1 and < 80)
                author ??= string.Join(' ', tree.WordsIn(node, 60));
            else if (byline is null && page.TextLengthOf(node) is > 3 and < 120 && tree.Attribute(node, PageAttributeName.Class) is { } name && IsByline(name))
                byline = string.Join(' ', tree.WordsIn(node, 60));
        }
        return new MarkedFacts(page.Heading < 0 ? null : page.HeadingText, author, byline, published, modified, time, agency);
    }

    static bool IsAgency(string name) => name.Contains("news-agency", StringComparison.OrdinalIgnoreCase) || name.Contains("article-source", StringComparison.OrdinalIgnoreCase) || name.Contains("article__source", StringComparison.OrdinalIgnoreCase)
        || name.Contains("story-source", StringComparison.OrdinalIgnoreCase) || name.Contains("article-agency", StringComparison.OrdinalIgnoreCase);

    static bool IsByline(string name) => name.Contains("byline", StringComparison.OrdinalIgnoreCase) || name.Contains("author", StringComparison.OrdinalIgnoreCase) || name.Contains("autor", StringComparison.OrdinalIgnoreCase);
}
