namespace Stemma.Pages;

/// <summary>What a page is. Only an <see cref="Article"/> is a report.</summary>
public enum PageKind { Article, Live, Gallery, List, Stub, Error }

/// <summary>What was read from a page.</summary>
/// <param name="Text">As well as it could be got, whatever the page is; possibly empty.</param>
/// <param name="Reason">Why it is no article; null for one.</param>
/// <param name="FromData">The text was not in the page itself but in its structured data.</param>
public sealed record PageArticle(PageKind Kind, string? Reason, string Text, PageFacts Facts, bool FromData = false)
{
    public bool IsArticle => Kind == PageKind.Article;
}
