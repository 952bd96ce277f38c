using System.Text;

namespace Stemma.Pages;

/// <summary>
/// Which blocks of the element that holds the article are its text. Left out: what names and elements call something else; lists
/// and lines of links; short lines before the first and after the last paragraph; short lines that stand in no paragraph; what
/// begins with a line such as "Related stories" or "Leave a comment"; headings with nothing under them; the headline itself.
/// <para>Cost: linear in the blocks, lists measured once each. Gets wrong: an article whose own heading is such a line.</para>
/// </summary>
sealed class ArticleText(PageTree tree, PageBlocks page, string? title, string? byline)
{
    readonly List<int> kept = [];
    readonly Dictionary<int, double> linkShares = [];

    public IReadOnlyList<int> Kept => kept;

    public int Words => kept.Sum(block => page.All[block].Words);

    /// <summary>The blocks of this run that are the article's.</summary>
    public void Take(int first, int end)
    {
        var (start, last) = Bounds(first, end);
        for (var block = first; block < end; block++)
        {
            // Another main heading begins another article: pages that go on for ever put one after the other.
            if (page.All[block].Tag == PageTag.H1 && page.Heading >= 0 && page.All[block].Start > tree.EndOf(page.Heading) && Words >= 60)
                break;
            if ((block < start || block > last || page.All[block].IsBoilerplate) && PageTestimony.IsOne(page.All[block], block < start))
            {
                kept.Add(block);
                continue;
            }
            var line = PageLines.Of(page.All[block]);
            if (line is PageLine.Comments or PageLine.Elsewhere or PageLine.Author && !page.All[block].IsBoilerplate && EndOfSection(block, end, line) is var after && after > block)
            {
                block = after - 1;
                continue;
            }
            if (line == PageLine.Plain && Belongs(block) && !LeadsToLinks(block, end) && (block >= start && block <= last || StandsOutside(page.All[block], block < start)))
                kept.Add(block);
        }
        DropBareHeadings();
    }

    /// <summary>The words under the headline that stand outside the element of the article: blocks from the headline to it.</summary>
    public void TakeLead(int first)
    {
        for (var block = page.FirstFrom(page.Heading); page.Heading >= 0 && block < first; block++)
        {
            var one = page.All[block];
            var isLead = (one.Cues & PageCue.Lead) != PageCue.None ? one.Words >= 5 : one.Words >= 8 && (one.EndsSentence || one.IsHeading);
            if (isLead && one.Start >= tree.EndOf(page.Heading) && one.Words <= 150 && one.LinkShare < 0.35 && Belongs(block) && PageLines.Of(one) == PageLine.Plain)
                kept.Add(block);
        }
    }

    /// <summary>The first and the last paragraph; all where there is none.</summary>
    (int First, int Last) Bounds(int first, int end)
    {
        var (start, last) = (end, first - 1);
        for (var block = first; block < end; block++)
        {
            if (!IsProse(page.All[block]))
                continue;
            start = Math.Min(start, block);
            last = block;
        }
        return start == end ? (first, end) : (start, last);
    }

    static bool IsProse(PageBlock block) => !block.IsBoilerplate && !block.IsHeading && block.LinkShare <= 0.35 && (block.Words >= 12 || (block.Words >= 6 && block.EndsSentence && block.Tag != PageTag.Td));

    /// <summary>A short block before the first or after the last paragraph that is still of the article.</summary>
    static bool StandsOutside(PageBlock block, bool before)
    {
        if (block.IsHeading)
            return before && block.Words >= 6;
        return block.Tag is PageTag.P or PageTag.BlockQuote or PageTag.Li or PageTag.Pre or PageTag.Td && (block.Cues & (PageCue.Body | PageCue.Lead)) != PageCue.None
            && (block.Cues & PageCue.Date) == PageCue.None && (block.Words >= 3 || block.EndsSentence) && block.LinkShare < 0.3;
    }

    /// <summary>
    /// Where what such a line opens ends: with the element around it that holds more than the line. Nothing is dropped with it
    /// where that would take running text that the rest of the article goes on with.
    /// </summary>
    int EndOfSection(int block, int end, PageLine line)
    {
        var around = page.All[block].Holder;
        var after = block + 1;
        while (around > page.Body && after < end && page.All[after].Start >= tree.EndOf(around))
            around = tree.ParentOf(around);
        var stop = tree.EndOf(around);
        int dropped = 0, left = 0;
        var at = after;
        for (; at < end && page.All[at].Start < stop; at++)
        {
            if (line != PageLine.Comments && at > after && page.All[at].IsHeading && page.All[block].IsHeading && page.All[at].Tag <= page.All[block].Tag)
                break;
            dropped += IsProse(page.All[at]) ? page.All[at].Words : 0;
        }
        for (var earlier = block - 1; earlier >= 0 && left < 120; earlier--)
            left += IsProse(page.All[earlier]) ? page.All[earlier].Words : 0;
        return line == PageLine.Comments ? left >= 60 || dropped < 60 ? at : block + 1 : dropped * 2 <= left ? at : block + 1;
    }

    bool Belongs(int index)
    {
        var block = page.All[index];
        if (block.IsBoilerplate || page.IsCaption(block))
            return false;
        if (block.IsHeading)
            return block.LinkShare < 0.8 && !IsTitle(block.Text);
        if (block.LinkShare > 0.5 && block.Words < 40 || IsByline(block))
            return false;
        if (block.Tag is PageTag.Li && ListLinkShare(block) > 0.5)
            return false;
        return block.Tag is not (PageTag.Div or PageTag.Body) || block.Words >= 5 || block.EndsSentence;
    }

    /// <summary>True for a short line with nothing but links under it: "More of this column:".</summary>
    bool LeadsToLinks(int index, int end)
    {
        var block = page.All[index];
        return block.Words <= 8 && !IsProse(block) && (block.IsHeading || block.Text[^1] is ':' or '?') && index + 1 < end && page.All[index + 1] is { LinkShare: > 0.8 } next && next.Words >= 2 && next.Tag != PageTag.P;
    }

    /// <summary>Of the list this item stands in.</summary>
    double ListLinkShare(PageBlock block)
    {
        var list = block.Holder;
        while (list > page.Body && tree.TagOf(list) is not (PageTag.Ul or PageTag.Ol))
            list = tree.ParentOf(list);
        if (linkShares.TryGetValue(list, out var share))
            return share;
        int words = 0, links = 0;
        for (var at = page.FirstFrom(list); at < page.All.Count && page.All[at].Start < tree.EndOf(list); at++)
            (words, links) = (words + page.All[at].Words, links + page.All[at].LinkWords);
        return linkShares[list] = words == 0 ? 1 : (double)links / words;
    }

    /// <summary>"By Ada Brook, in Selwick": at the head, the names the page gives as its authors and little else.</summary>
    bool IsByline(PageBlock block) => kept.Count <= 3 && byline is { Length: >= 5 } && block.Words <= 14 && !block.EndsSentence && block.Text.Length <= byline.Length + 30 && block.Text.Contains(byline, StringComparison.OrdinalIgnoreCase);

    bool IsTitle(string text) => title is not null && text.Length >= 4 && (text.Equals(title, StringComparison.OrdinalIgnoreCase) || title.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    void DropBareHeadings()
    {
        for (var at = kept.Count - 1; at >= 0; at--)
        {
            var block = page.All[kept[at]];
            if (block.IsHeading && (at == kept.Count - 1 || (page.All[kept[at + 1]] is { IsHeading: true } next && next.Tag < block.Tag)))
                kept.RemoveAt(at);
        }
    }

    /// <summary>The kept blocks, each once, a paragraph each; cells of one row in one line.</summary>
    public string Join()
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var row = -1;
        foreach (var index in kept)
        {
            var block = page.All[index];
            if (block.Words >= 6 && !seen.Add(block.Text))
                continue;
            var ownRow = RowOf(block);
            if (text.Length > 0)
                text.Append(ownRow >= 0 && ownRow == row ? " | " : "\n\n");
            text.Append(block.Text);
            row = ownRow;
        }
        return text.ToString();
    }

    int RowOf(PageBlock block) =>
        block.Tag is PageTag.Td or PageTag.Th && tree.TagOf(block.Holder) is PageTag.Td or PageTag.Th && block.Words <= 12 ? tree.ParentOf(block.Holder) : -1;
}
