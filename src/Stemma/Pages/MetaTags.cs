namespace Stemma.Pages;

/// <summary>
/// The head of a page by name: <c>meta</c> tags (name, property, http-equiv or itemprop, in lower case, the first of each), the
/// canonical address, the <c>title</c>, the language, and scripts that hold JSON-LD. They are looked for in the whole page: a
/// broken head ends early and its tags stand in the body.
/// </summary>
sealed class MetaTags
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    readonly List<string> scripts = [];

    public string? Title { get; private set; }

    public string? Canonical { get; private set; }

    public string? Language { get; private set; }

    public IReadOnlyList<string> Scripts => scripts;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static MetaTags Of(PageTree tree)
    {
        var head = new MetaTags();
        for (var node = 0; node < tree.Count; node++)
        {
            switch (tree.TagOf(node))
            {
                case PageTag.Meta:
                    head.Add(tree, node);
                    break;
                case PageTag.Link when tree.Attribute(node, PageAttributeName.Rel) is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    head.Canonical ??= Filled(tree.Attribute(node, PageAttributeName.Href));
                    break;
                case PageTag.Title:
                    head.Title ??= Filled(string.Join(' ', tree.WordsIn(node, 100)));
                    break;
                case PageTag.Html:
                    head.Language ??= Filled(tree.Attribute(node, PageAttributeName.Lang));
                    break;
                case PageTag.Script when tree.EndOf(node) > node + 1 && tree.TextOf(node + 1) is { Length: > 0 } data:
                    head.scripts.Add(data);
                    break;
            }
        }
        return head;
    }

    /// <summary>The first of these names that has a value.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value))
                return value;
        }
        return null;
    }

    void Add(PageTree tree, int node)
    {
        if (Filled(tree.Attribute(node, PageAttributeName.Content)) is not { } content)
            return;
        foreach (var attribute in (ReadOnlySpan<PageAttributeName>)[PageAttributeName.Property, PageAttributeName.Name, PageAttributeName.HttpEquiv, PageAttributeName.ItemProp])
        {
            if (Filled(tree.Attribute(node, attribute)) is { Length: < 80 } name)
                values.TryAdd(name.ToLowerInvariant(), content);
        }
    }

    static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
