using Microsoft.AspNetCore.Components;
using Stemma.App.Output;
using Stemma.Evidence;

namespace Stemma.App.Pages;

/// <summary>
/// What every component of the pages may use. Razor encodes all text; what it would let through (bidirectional overrides,
/// control characters) is written out by <see cref="Shown"/>, through which all text from outside goes.
/// </summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>Lines, reports or rows shown of one list; the pack has all.</summary>
    internal const int ListMax = 500;

    internal static string Shown(string? text, int lengthMax = 300) => text is null ? "" : VisibleText.Line(text, lengthMax);

    [Inject]
    internal PageLinks Links { get; set; } = null!;

    internal string Href(ReportView report) => Links.Report(report.Report.Id);

    internal string Href(ReportView report, PackStatement statement) => $"{Href(report)}#{PageNames.Anchor("s", statement.Id)}";

    internal string Href(StoryView story) => Links.Story(story.Story.Id);

    /// <summary>An address that may be followed: http or https. Anything else is shown as text.</summary>
    internal static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
