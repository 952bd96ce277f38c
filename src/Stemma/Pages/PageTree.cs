namespace Stemma.Pages;

/// <summary>What is kept of an element's attributes.</summary>
public enum PageAttributeName : byte { Class, Id, Role, ItemProp, ItemType, DateTime, Content, Property, Name, Rel, Href, Hidden, Style, AriaHidden, Lang, Type, HttpEquiv, PubDate }

/// <summary>
/// A parsed page as parallel arrays in document order: a node's subtree is the run from itself to <see cref="EndOf"/>. It knows
/// nothing of the parser that filled it, keeps only what reading an article needs, and is walked without recursion, so that no
/// depth of nesting can exhaust a stack.
/// </summary>
public sealed class PageTree
{
    readonly PageTag[] tags;
    readonly int[] parents;
    readonly int[] ends;
    readonly string?[] texts;
    readonly int[] attributesFrom;
    readonly (PageAttributeName Name, string Value)[] attributes;

    PageTree(PageTag[] tags, int[] parents, int[] ends, string?[] texts, int[] attributesFrom, (PageAttributeName, string)[] attributes) =>
        (this.tags, this.parents, this.ends, this.texts, this.attributesFrom, this.attributes) = (tags, parents, ends, texts, attributesFrom, attributes);

    public int Count => tags.Length;

    public PageTag TagOf(int node) => tags[node];

    /// <summary>-1 for a root.</summary>
    public int ParentOf(int node) => parents[node];

    /// <summary>The first node after this one's subtree.</summary>
    public int EndOf(int node) => ends[node];

    /// <summary>Of a text node; null for any other.</summary>
    public string? TextOf(int node) => texts[node];

    public string? Attribute(int node, PageAttributeName name)
    {
        for (var at = attributesFrom[node]; at < attributesFrom[node + 1]; at++)
        {
            if (attributes[at].Name == name)
                return attributes[at].Value;
        }
        return null;
    }

    public bool Has(int node, PageAttributeName name) => Attribute(node, name) is not null;

    public bool HasAttributes(int node) => attributesFrom[node + 1] > attributesFrom[node];

    /// <summary>The first words of text in a node.</summary>
    internal List<string> WordsIn(int node, int max)
    {
        var words = new List<string>();
        for (var at = node; at < EndOf(node) && words.Count < max; at++)
        {
            if (texts[at] is { } text)
                words.AddRange(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return words;
    }

    /// <summary>Filled in document order: open, its attributes, what it holds, close.</summary>
    public sealed class Builder
    {
        readonly List<PageTag> tags = [];
        readonly List<int> parents = [];
        readonly List<int> ends = [];
        readonly List<string?> texts = [];
        readonly List<int> attributesFrom = [];
        readonly List<(PageAttributeName, string)> attributes = [];
        readonly Stack<int> open = new();

        public int Count => tags.Count;

        public void Open(PageTag tag) => open.Push(Add(tag, null));

        /// <summary>Of the element opened last; before anything is put into it.</summary>
        public void Attribute(PageAttributeName name, string value) => attributes.Add((name, value));

        public void Text(string text) => Add(PageTag.Text, text);

        public void Close() => ends[open.Pop()] = tags.Count;

        public PageTree Build()
        {
            while (open.Count > 0)
                Close();
            attributesFrom.Add(attributes.Count);
            return new PageTree([.. tags], [.. parents], [.. ends], [.. texts], [.. attributesFrom], [.. attributes]);
        }

        int Add(PageTag tag, string? text)
        {
            tags.Add(tag);
            parents.Add(open.TryPeek(out var parent) ? parent : -1);
            texts.Add(text);
            attributesFrom.Add(attributes.Count);
            ends.Add(tags.Count);
            return tags.Count - 1;
        }
    }
}
