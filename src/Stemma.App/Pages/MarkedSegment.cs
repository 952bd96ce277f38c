using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Stemma.Evidence;

namespace Stemma.App.Pages;

/// <summary>
/// One segment of a report's text. Marked text is a link to its statement; where a statement begins stands its number, and
/// the anchor to which the statement links back. Written by hand because white space between elements would show.
/// </summary>
public sealed class MarkedSegment : ComponentBase
{
    static readonly (MarkRole Role, string Class)[] Roles = [(MarkRole.Source, "source"), (MarkRole.Cue, "cue"), (MarkRole.Content, "content"), (MarkRole.Hedge, "hedge"), (MarkRole.Plain, "plain")];

    [Parameter, EditorRequired]
    public TextSegment Segment { get; set; } = null!;

    /// <summary>Anchor of each statement of the report.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Anchors { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var number in Segment.Opens)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "ref");
            builder.AddAttribute(2, "id", "m" + name);
            builder.AddAttribute(3, "href", "#" + Anchors[number - 1]);
            builder.AddAttribute(4, "aria-label", "statement " + name);
            builder.AddContent(5, name);
            builder.CloseElement();
        }
        var text = VisibleText.Of(Segment.Text, keepLines: true);
        if (Segment.Furniture is { } furniture)
        {
            builder.OpenElement(6, "span");
            builder.AddAttribute(7, "class", "furniture");
            builder.AddAttribute(8, "title", VisibleText.Line(furniture, 20));
            builder.AddContent(9, text);
            builder.CloseElement();
        }
        else if (Segment.Statement > 0 && !string.IsNullOrWhiteSpace(text))
        {
            builder.OpenElement(10, "a");
            builder.AddAttribute(11, "class", "mk " + string.Join(' ', Roles.Where(role => Segment.Roles.HasFlag(role.Role)).Select(role => role.Class)));
            builder.AddAttribute(12, "href", "#" + Anchors[Segment.Statement - 1]);
            builder.AddContent(13, text);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(14, text);
        }
    }
}
