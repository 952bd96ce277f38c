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

    internal static string Href(ReportView report) => PageNames.Report(report.Report.Id);

    internal static string Href(ReportView report, PackStatement statement) => $"{PageNames.Report(report.Report.Id)}#{PageNames.Anchor("s", statement.Id)}";

    internal static string Href(StoryView story) => PageNames.Story(story.Story.Id);

    /// <summary>An address that may be followed: http or https. Anything else is shown as text.</summary>
    internal static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
