using System.Buffers;

namespace Stemma.Pages;

/// <summary>
/// How far a page may be parsed. Parsing after the standard takes time in the square of what is left open: each new block looks
/// through the open elements, and opens anew every element of style left open before. So tags are counted before parsing, by name
/// and without building anything, and a page that leaves too much open is cut there. Real pages stay well under: of 398, none leaves
/// more than 100 elements open, 20 of style or 1,000 that end by themselves. Cost: one pass from tag to tag.
/// </summary>
public static class PageGuard
{
    static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
        { "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr" };

    // Shapes of SVG are closed by their own tag ("<path/>"), which outside SVG closes nothing.
    static readonly HashSet<string> Loose = new(StringComparer.OrdinalIgnoreCase)
        { "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "rb", "rtc", "html", "head", "body", "caption", "path", "use", "circle", "rect", "line", "polygon", "polyline", "ellipse", "stop", "image" };

    static readonly HashSet<string> Style = new(StringComparer.OrdinalIgnoreCase)
        { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" };

    /// <summary>Elements whose content is no markup.</summary>
    static readonly string[] Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");

    /// <summary>How many characters may be parsed, and why no more; null where that is all of them.</summary>
    public static (int Length, string? Reason) Check(string html, PageLimits limits)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lookup = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var (voids, loose, style) = (Void.GetAlternateLookup<ReadOnlySpan<char>>(), Loose.GetAlternateLookup<ReadOnlySpan<char>>(), Style.GetAlternateLookup<ReadOnlySpan<char>>());
        int elements = 0, depth = 0, looseEnds = 0, styles = 0;
        for (var at = 0; at < html.Length;)
        {
            var next = html.AsSpan(at).IndexOf('<');
            if (next < 0 || at + next + 1 >= html.Length)
                break;
            at += next;
            if (html[at + 1] == '!')
            {
                at = AfterDeclaration(html, at);
                continue;
            }
            var ends = html[at + 1] == '/';
            var nameAt = at + (ends ? 2 : 1);
            if (nameAt >= html.Length || !char.IsAsciiLetter(html[nameAt]))
            {
                at++;
                continue;
            }
            var length = html.AsSpan(nameAt).IndexOfAny(NameEnds);
            var name = html.AsSpan(nameAt, length < 0 ? html.Length - nameAt : length);
            var by = ends ? -1 : 1;
            if (!voids.Contains(name))
            {
                ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, name, out _);
                if (ends && count == 0)
                    by = 0;
                count += by;
                if (loose.Contains(name))
                    looseEnds += by;
                else
                    depth += by;
                styles += style.Contains(name) ? by : 0;
            }
            elements += ends ? 0 : 1;
            var reason = Over(elements, limits.Elements, "elements") ?? Over(depth, limits.Depth, "elements open at once")
                ?? Over(styles, limits.Styles, "elements of style left open") ?? Over(looseEnds, limits.LooseEnds, "paragraphs, items or cells left open");
            if (reason is not null)
                return (at, reason);
            at = !ends && IsRaw(name) ? AfterRaw(html, nameAt + name.Length, name) : nameAt + name.Length;
        }
        return (html.Length, null);
    }

    static string? Over(int count, int limit, string what) =>
        count > limit ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"more than {limit:N0} {what}: the page was read up to there") : null;

    static int AfterDeclaration(string html, int at)
    {
        var isComment = html.AsSpan(at).StartsWith("<!--");
        var end = html.AsSpan(at + 2).IndexOf(isComment ? "-->" : ">");
        return end < 0 ? html.Length : at + 2 + end + 1;
    }

    static bool IsRaw(ReadOnlySpan<char> name)
    {
        foreach (var raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>At the end tag of an element of raw text, or at the end of the page.</summary>
    static int AfterRaw(string html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length)
        {
            var end = html.AsSpan(at).IndexOf("</");
            if (end < 0)
                return html.Length;
            at += end;
            if (html.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at;
            at += 2;
        }
        return html.Length;
    }
}
