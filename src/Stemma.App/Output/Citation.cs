using System.Text;
using Stemma.App.Serve;
using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>
/// A line of a story as somebody else's text would cite it: who says what, in which report of which outlet, when, and where it
/// can be looked up. The same sentence as plain text, Markdown and HTML, each safe to paste: nothing from a report is markup in it.
/// </summary>
public sealed record Citation(string Text, string Markdown, string Html)
{
    const int WordsMax = 700;

    /// <param name="address">Where this archive shows the words.</param>
    public static Citation OfStatement(StoryView story, PackStatement statement, string address)
    {
        var report = story.Report(statement.Report);
        var title = report is null ? "a report" : VisibleText.Line(report.Title, 200);
        var published = report?.Report.Published is { } at ? ", " + Wording.Moment(at) : "";
        var who = statement.Attribution ? $"{VisibleText.Line(story.SpeakerName(statement), 100)} {Wording.Verb(story, statement)}: " : "";
        return Make($"{who}{Sentence(Wording.Words(statement, WordsMax))}", title, PageUrl(report?.Report.Url), report is null ? "" : $", {VisibleText.Line(report.Name, 80)}{published}", address);
    }

    /// <summary>A claim with what stands behind it.</summary>
    public static Citation OfClaim(StoryView story, PackClaim claim, string address) =>
        Make($"{Marked(VisibleText.Line(claim.Text, WordsMax))} ({Wording.Behind(story, claim)}; {string.Join(", ", Wording.Flags(claim).Prepend(Wording.Standing(claim)))}).", VisibleText.Line(story.Story.Title, 200), null, $", {Wording.Period(story.Reports)}", address);

    static Citation Make(string said, string title, string? page, string rest, string address) => new(
        $"{said} In “{title}”{rest}.{(page is null ? "" : $" {page}")} {address}",
        $"{Escaped(said)} In {(page is null ? $"“{Escaped(title)}”" : $"[{Escaped(title)}]({InMarkdown(page)})")}{Escaped(rest)}. [evidence]({InMarkdown(address)})",
        $"<p>{PlainPage.Encode(said)} In {(page is null ? $"<cite>{PlainPage.Encode(title)}</cite>" : $"<cite><a href=\"{PlainPage.Encode(page)}\">{PlainPage.Encode(title)}</a></cite>")}{PlainPage.Encode(rest)}. <a href=\"{PlainPage.Encode(address)}\">evidence</a></p>");

    // A claim's words may hold the marks of a report already: a second pair around them would be nobody's.
    static string Marked(string words) => words.AsSpan().IndexOfAny("“”\"«»") >= 0 ? words : $"“{words}”";

    static string Sentence(string words) => words.Length > 0 && words[^1] is '.' or '?' or '!' or '”' or '…' ? words : words + ".";

    static string? PageUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page.AbsoluteUri : null;

    static string InMarkdown(string address) => address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    // A Markdown reader may take any of these for markup somewhere in a line; a backslash before one is always taken literally.
    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '!')
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
