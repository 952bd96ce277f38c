namespace Stemma.Pages;

/// <summary>
/// Which element of a page holds its article. Every block of text is weighed: running text speaks for the elements around it,
/// links, navigation and comments speak against them, and the element with the greatest sum is taken (a maximum subtree sum,
/// after Pasternack and Roth 2009, with weights argued by hand instead of learned). What the page itself calls its article
/// (<c>itemprop="articleBody"</c>, class names, <c>article</c>) is preferred to that where it holds nearly as much.
/// Cost: linear in the blocks, with a search for each element.
/// </summary>
sealed class ArticleFinder
{
    /// <summary>Share of the best sum that an element named as the article's must hold to be preferred.</summary>
    const double NamedShare = 0.5;

    /// <summary>Share of the best sum that an element around it must keep for the article to be widened to it.</summary>
    const double WideShare = 0.93;

    readonly PageTree tree;
    readonly PageBlocks page;
    readonly double[] sums;
    readonly double[] prose;

    public ArticleFinder(PageTree tree, PageBlocks page)
    {
        (this.tree, this.page) = (tree, page);
        sums = new double[page.All.Count + 1];
        prose = new double[page.All.Count + 1];
        for (var block = 0; block < page.All.Count; block++)
        {
            // Before the headline stands what is not under it.
            var weight = WeightOf(page.All[block]) * (page.Heading > page.All[block].Start ? 0.6 : 1);
            sums[block + 1] = sums[block] + weight;
            prose[block + 1] = prose[block] + Math.Max(0, weight);
        }
    }

    /// <summary>Sum of the weights of what stands in an element.</summary>
    public double SumOf(int node) => sums[page.FirstFrom(tree.EndOf(node))] - sums[page.FirstFrom(node)];

    /// <summary>Sum of the weights of the running text in an element.</summary>
    double ProseOf(int node) => prose[page.FirstFrom(tree.EndOf(node))] - prose[page.FirstFrom(node)];

    /// <summary>The element that holds the article.</summary>
    public int Find()
    {
        var (best, bestSum) = (page.Body, double.MinValue);
        var (named, namedProse) = (-1, 0.0);
        foreach (var node in Holders())
        {
            var sum = SumOf(node);
            // Ties go to the inner one, which comes later.
            if (sum >= bestSum)
                (best, bestSum) = (node, sum);
            if (IsNamed(node) && ProseOf(node) * (node < page.Heading && page.Heading < tree.EndOf(node) ? 1.5 : 1) is var own && own > namedProse)
                (named, namedProse) = (node, own);
        }
        if (named >= 0 && namedProse >= NamedShare * ProseOf(best))
            return named;
        for (var around = tree.ParentOf(best); around > page.Body && SumOf(around) >= WideShare * bestSum; around = tree.ParentOf(around))
            best = around;
        return best;
    }

    /// <summary>What a block says of the elements around it, in words of running text.</summary>
    public static double WeightOf(PageBlock block)
    {
        var words = block.Words;
        if (block.IsBoilerplate)
            return -0.5 * Math.Min(words, 60);
        if (block.LinkShare > 0.6)
            return -Math.Min(words, 12);
        if (block.LinkShare > 0.35)
            return 0;
        if (block.IsHeading)
            return Math.Min(words, 10) * 0.2;
        if (words >= 12 || (words >= 6 && block.EndsSentence))
            return words * (1 - block.LinkShare) * ((block.Cues & PageCue.Body) != PageCue.None ? 1.3 : 1) * (block.Tag is PageTag.Li or PageTag.Td ? 0.7 : 1);
        return words < 5 ? -0.5 : 0;
    }

    bool IsNamed(int node) => (page.CuesOf(node) & PageCue.Body) != PageCue.None || tree.TagOf(node) == PageTag.Article;

    IEnumerable<int> Holders()
    {
        for (var node = page.Body; node < tree.EndOf(page.Body); node++)
        {
            if (PageTags.IsBlock(tree.TagOf(node)) && page.TextLengthOf(node) > 0)
                yield return node;
        }
    }
}
