namespace Stemma.Pages;

/// <summary>
/// A parsed page to its article: blocks of text, the element that holds the article, its text, what the page says of it, and what
/// kind of page it is. Where what names and classes say leaves next to nothing, they are believed less and the page is read again;
/// where its structured data holds more than twice the text that the page shows, that is taken.
/// <para>Cost: linear in the page. Gets wrong: pages whose text a script puts together and which do not repeat it in their data.</para>
/// </summary>
public static class PageReader
{
    /// <summary>Fewer words than this are next to nothing, and fewer than that worth a second look.</summary>
    const int FewWords = 30, SomeWords = 120;

    /// <summary>Names so widely used for one thing that they are believed even at the second look.</summary>
    const PageCue SureCues = PageCue.Navigation | PageCue.Footer | PageCue.Consent | PageCue.Content | PageCue.Body | PageCue.Header | PageCue.Lead | PageCue.Live | PageCue.Gallery | PageCue.Paywall | PageCue.Weak;

    /// <param name="address">Where the page came from, if that is known.</param>
    public static PageArticle Read(PageTree tree, string? address = null)
    {
        if (tree.Count == 0)
            return new PageArticle(PageKind.Error, "an empty page", "", new PageFacts());
        var meta = MetaTags.Of(tree);
        var data = JsonLd.Of(meta.Scripts);
        var page = PageBlocks.Of(tree);
        var facts = PageFactsReader.Read(tree, meta, data, MarkedFacts.Of(tree, page), address);
        var (text, words, node) = TextOf(tree, page, facts);
        if (words < SomeWords)
        {
            // Of next to nothing anything is better; a short item is left alone but for a text that has nothing to do with it.
            var sure = words < FewWords ? SureCues : SureCues | PageCue.Comments;
            var again = TextOf(tree, PageBlocks.Of(tree, sure), facts);
            if (words < FewWords ? again.Words >= Math.Max(2 * words, 30) : again.Words >= 3 * words && !again.Text.Contains(text[..Math.Min(text.Length, 80)], StringComparison.Ordinal))
                (text, words, node) = again;
        }
        var fromData = false;
        if (data.Body(page.HeadingText) is { } body && WordsIn(body) is var told && told > Math.Max(2 * words, words < FewWords ? 0 : 2 * FewWords))
            (text, words, fromData) = (body, told, true);
        var (kind, reason) = new PageKinds(tree, page, meta, data, facts).Of(text, words, node);
        return new PageArticle(kind, reason, text, facts, fromData);
    }

    static (string Text, int Words, int Node) TextOf(PageTree tree, PageBlocks page, PageFacts facts)
    {
        var node = new ArticleFinder(tree, page).Find();
        var article = new ArticleText(tree, page, facts.Title?.Value, facts.Byline?.Value);
        var first = page.FirstFrom(node);
        article.TakeLead(first);
        article.Take(first, page.FirstFrom(tree.EndOf(node)));
        return (article.Join(), article.Words, node);
    }

    static int WordsIn(string text)
    {
        var words = 0;
        foreach (var part in text.AsSpan().Split(' '))
            words += part.End.Value > part.Start.Value ? 1 : 0;
        return words;
    }
}
