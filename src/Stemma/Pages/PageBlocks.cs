using System.Text;

namespace Stemma.Pages;

/// <summary>
/// A page's tree to its blocks of text, in document order. One walk: block elements end a block, as do two line breaks in a row;
/// everything else runs on. What is never text (scripts, controls, pictures) and what the page itself hides is passed over; what
/// classes and elements such as <c>nav</c>, <c>aside</c> and <c>footer</c> say is inherited, unless the element holds most of the
/// page's text: a wrapper named "has-sidebar" is no sidebar. Cost: linear in the nodes.
/// </summary>
sealed class PageBlocks
{
    /// <summary>Share of the page's running text above which an element's name is not believed; of the name of comments, which may be long.</summary>
    const double WrapperShare = 0.5, CommentsShare = 0.75;

    /// <summary>A text node of so many characters that is in no link counts as running text.</summary>
    const int ProseLengthMin = 60;

    const int BlocksMax = 200_000;

    readonly PageTree tree;
    readonly int[] textLengths;
    readonly int[] prose;
    readonly PageCue[] cues;
    readonly List<PageBlock> blocks = [];
    readonly StringBuilder line = new();

    // What is open: node, its inherited cues, the block element and the tag that count for text in it, whether in a link or set off.
    readonly List<Open> open = [];
    int start = -1;
    int words, linkWords, emphasis;
    bool pendingBlank, proseSinceHeading;
    int breaks;

    readonly record struct Open(int Node, PageCue Cues, int Holder, PageTag Tag, bool Link, bool Strong, bool Pre);

    readonly PageCue trusted;

    PageBlocks(PageTree tree, PageCue trusted)
    {
        (this.tree, this.trusted) = (tree, trusted);
        textLengths = new int[tree.Count];
        prose = new int[tree.Count];
        cues = new PageCue[tree.Count];
    }

    public IReadOnlyList<PageBlock> All => blocks;

    /// <summary>What an element's own names and kind say.</summary>
    public PageCue CuesOf(int node) => cues[node];

    /// <summary>Characters of text in it, white space at the ends aside.</summary>
    public int TextLengthOf(int node) => textLengths[node];

    public int Body { get; private set; }

    /// <summary>The heading that also stands in the page's <c>title</c>, or its only main heading; -1 where there is none.</summary>
    public int Heading { get; private set; } = -1;

    public string HeadingText => Heading < 0 ? "" : string.Join(' ', tree.WordsIn(Heading, 60));

    /// <param name="trusted">Cues that are believed at all.</param>
    public static PageBlocks Of(PageTree tree, PageCue trusted = (PageCue)~0)
    {
        var read = new PageBlocks(tree, trusted);
        read.Measure();
        read.Walk();
        return read;
    }

    /// <summary>Index of the first block that begins at this node or after it.</summary>
    public int FirstFrom(int node)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (blocks[middle].Start < node)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>How much text each element holds, and what its names say.</summary>
    void Measure()
    {
        Body = Math.Max(0, FirstOf(PageTag.Body));
        var names = new Dictionary<string, PageCue>(StringComparer.Ordinal);
        var headings = new List<int>();
        for (var node = Body; node < tree.EndOf(Body);)
        {
            var tag = tree.TagOf(node);
            if (PageTags.IsNoText(tag))
            {
                node = tree.EndOf(node);
                continue;
            }
            if (tag == PageTag.Text)
            {
                textLengths[node] = tree.TextOf(node).AsSpan().Trim().Length;
                prose[node] = textLengths[node] >= ProseLengthMin && tree.TagOf(tree.ParentOf(node)) != PageTag.A ? textLengths[node] : 0;
            }
            else if (tree.HasAttributes(node))
                cues[node] = NamedCues(node, names);
            if (tag is PageTag.H1 or PageTag.H2 && headings.Count < 100)
                headings.Add(node);
            node++;
        }
        for (var node = tree.EndOf(Body) - 1; node > Body; node--)
        {
            textLengths[tree.ParentOf(node)] += textLengths[node];
            prose[tree.ParentOf(node)] += prose[node];
        }
        FindHeading(headings);
    }

    void FindHeading(List<int> headings)
    {
        var title = FirstOf(PageTag.Title) is >= 0 and var node ? string.Join(' ', tree.WordsIn(node, 60)) : "";
        var main = headings.Where(heading => tree.TagOf(heading) == PageTag.H1 && textLengths[heading] > 0).ToList();
        foreach (var heading in headings)
        {
            if (textLengths[heading] is >= 8 and < 400 && title.Contains(string.Join(' ', tree.WordsIn(heading, 60)), StringComparison.OrdinalIgnoreCase))
            {
                Heading = heading;
                return;
            }
        }
        Heading = main.Count == 1 ? main[0] : -1;
    }

    int FirstOf(PageTag tag)
    {
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree.TagOf(node) == tag)
                return node;
        }
        return -1;
    }

    /// <summary>True for a short text that shares its box with a picture and with nothing else.</summary>
    public bool IsCaption(PageBlock block)
    {
        if (block.Words > 40 || (block.Tag != PageTag.Div && block.EndsSentence && block.Words > 12))
            return false;
        var box = block.Holder;
        while (box > Body && textLengths[tree.ParentOf(box)] == textLengths[box])
            box = tree.ParentOf(box);
        if (box == Body || textLengths[box] > block.Text.Length + 20)
            return false;
        for (var node = box + 1; node < tree.EndOf(box); node++)
        {
            if (tree.TagOf(node) is PageTag.Img or PageTag.Picture)
                return true;
        }
        return false;
    }

    PageCue NamedCues(int node, Dictionary<string, PageCue> names)
    {
        var found = PageCue.None;
        foreach (var attribute in (ReadOnlySpan<PageAttributeName>)[PageAttributeName.Class, PageAttributeName.Id])
        {
            if (tree.Attribute(node, attribute) is not { Length: > 0 } value)
                continue;
            if (!names.TryGetValue(value, out var cue))
                names[value] = cue = PageCues.Of(value);
            found |= cue;
        }
        found |= PageCues.OfRole(tree.Attribute(node, PageAttributeName.Role));
        if (tree.Attribute(node, PageAttributeName.ItemProp) is { } property)
            found |= property switch { "articleBody" or "reviewBody" => PageCue.Body, "comment" => PageCue.Comments, "breadcrumb" => PageCue.Navigation, _ => PageCue.None };
        if (tree.Has(node, PageAttributeName.Hidden) || tree.Attribute(node, PageAttributeName.AriaHidden) is "true" || IsUnseen(tree.Attribute(node, PageAttributeName.Style)))
            found |= PageCue.Unseen;
        return found & trusted;
    }

    static bool IsUnseen(string? style) => style is not null
        && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    void Walk()
    {
        open.Add(new Open(Body, PageCue.None, Body, PageTag.Body, false, false, false));
        var end = tree.EndOf(Body);
        for (var node = Body + 1; node < end && blocks.Count < BlocksMax;)
        {
            while (tree.EndOf(open[^1].Node) <= node)
                CloseLast();
            var tag = tree.TagOf(node);
            if (tag == PageTag.Text)
                AddText(node);
            else if (tag == PageTag.Br)
                AddBreak();
            else if (PageTags.IsNoText(tag))
                node = tree.EndOf(node) - 1;
            else
                Enter(node, tag);
            node++;
        }
        while (open.Count > 0)
            CloseLast();
    }

    void Enter(int node, PageTag tag)
    {
        var around = open[^1];
        var isBlock = PageTags.IsBlock(tag);
        if (isBlock)
            EndBlock();
        var own = Believed(node, cues[node] | OfTag(tag));
        open.Add(new Open(node, around.Cues | own, isBlock ? node : around.Holder, isBlock && IsTelling(tag) ? tag : isBlock && around.Tag is PageTag.P ? PageTag.Div : around.Tag,
            around.Link || (tag == PageTag.A && tree.Has(node, PageAttributeName.Href)), around.Strong, around.Pre || tag == PageTag.Pre));
    }

    /// <summary>Without the cues that how much the element holds makes unlikely.</summary>
    PageCue Believed(int node, PageCue own)
    {
        // Right under the headline a teaser is the words that lead into the article, anywhere else those that lead away from it.
        if ((own & PageCue.Promotion) != PageCue.None && (own & PageCue.Lead) != PageCue.None && Heading >= 0 && node > Heading && !proseSinceHeading)
            own &= ~PageCue.Promotion;
        if ((own & PageCues.Boilerplate) == PageCue.None)
            return own;
        if (prose[node] > CommentsShare * prose[Body] || (node < Heading && Heading < tree.EndOf(node) && tree.TagOf(node) != PageTag.Header))
            return own & ~PageCues.Boilerplate;
        if ((own & PageCue.Body) != PageCue.None || prose[node] > WrapperShare * prose[Body])
            return own & (~PageCues.Boilerplate | PageCue.Comments);
        return own;
    }

    static PageCue OfTag(PageTag tag) => tag switch
    {
        PageTag.Nav or PageTag.Menu => PageCue.Navigation,
        PageTag.Aside => PageCue.Side,
        PageTag.Footer => PageCue.Footer,
        PageTag.Header => PageCue.Header,
        PageTag.Form or PageTag.Search or PageTag.Label => PageCue.Form,
        PageTag.FigCaption => PageCue.Caption,
        PageTag.Dialog => PageCue.Consent,
        PageTag.Article or PageTag.Main => PageCue.Content,
        _ => PageCue.None,
    };

    /// <summary>A paragraph in an item is part of the item; a box in a box says nothing new.</summary>
    static bool IsTelling(PageTag tag) => PageTags.IsHeading(tag)
        || tag is PageTag.P or PageTag.Li or PageTag.Td or PageTag.Th or PageTag.BlockQuote or PageTag.Pre or PageTag.Dt or PageTag.Dd or PageTag.FigCaption or PageTag.Caption or PageTag.Address or PageTag.Summary;

    void CloseLast()
    {
        if (PageTags.IsBlock(tree.TagOf(open[^1].Node)))
            EndBlock();
        open.RemoveAt(open.Count - 1);
    }

    void AddBreak()
    {
        if (start < 0)
            return;
        if (++breaks == 2)
            EndBlock();
    }

    void AddText(int node)
    {
        var text = tree.TextOf(node).AsSpan();
        var inside = open[^1];
        if (inside.Pre)
        {
            AddLines(node, text, inside);
            return;
        }
        while (true)
        {
            var first = text.IndexOfAnyExcept(White);
            if (first < 0)
            {
                pendingBlank |= text.Length > 0;
                return;
            }
            pendingBlank |= first > 0;
            text = text[first..];
            var length = text.IndexOfAny(White);
            AddWord(node, length < 0 ? text : text[..length], inside);
            if (length < 0)
                return;
            text = text[length..];
        }
    }

    void AddWord(int node, ReadOnlySpan<char> word, Open inside)
    {
        if (start < 0)
            start = node;
        var begins = line.Length == 0 || pendingBlank || breaks > 0;
        if (line.Length > 0 && breaks > 0)
            line.Append('\n');
        else if (line.Length > 0 && pendingBlank)
            line.Append(' ');
        (pendingBlank, breaks) = (false, 0);
        line.Append(word);
        var count = word[0] >= '\u2E80' && word.Length > 2 ? word.Length / 2 : begins ? 1 : 0;
        words += count;
        linkWords += inside.Link ? count : 0;
        emphasis += inside.Strong ? count : 0;
    }

    void AddLines(int node, ReadOnlySpan<char> text, Open inside)
    {
        start = start < 0 ? node : start;
        line.Append(text);
        foreach (var part in text.SplitAny(White))
            words += part.End.Value > part.Start.Value ? 1 : 0;
        linkWords += inside.Link ? 1 : 0;
    }

    void EndBlock()
    {
        if (start >= 0 && line.Length > 0)
        {
            var inside = open[^1];
            var text = inside.Pre ? line.ToString().Trim('\n', '\r', ' ') : line.ToString();
            if (text.Length > 0)
                blocks.Add(new PageBlock(start, inside.Holder, inside.Tag, inside.Cues, text, words, Math.Min(words, linkWords), emphasis));
            proseSinceHeading |= start > Heading && words > 15 && linkWords == 0 && (inside.Cues & PageCues.Boilerplate) == PageCue.None;
        }
        line.Clear();
        (start, words, linkWords, emphasis, pendingBlank, breaks) = (-1, 0, 0, 0, false, 0);
    }

    // No-break spaces are how pages lay out lines; they are blanks to a reader.
    static readonly System.Buffers.SearchValues<char> White = System.Buffers.SearchValues.Create(" \t\n\r\f\u000b\u00a0");
}
