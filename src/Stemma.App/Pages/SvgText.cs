using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Stemma.App.Pages;

/// <summary>The SVG element <c>text</c>, whose name Razor keeps for itself.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public double X { get; set; }

    [Parameter, EditorRequired]
    public double Y { get; set; }

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>X and Y are per cent of the drawing.</summary>
    [Parameter]
    public bool InPercent { get; set; }

    [Parameter]
    public double Dx { get; set; }

    [Parameter]
    public double Dy { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public string? Anchor { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Written(X));
        builder.AddAttribute(2, "y", Written(Y));
        builder.AddAttribute(3, "dx", Dx == 0 ? null : Dx.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "dy", Dy == 0 ? null : Dy.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(5, "class", Class);
        builder.AddAttribute(6, "text-anchor", Anchor);
        builder.AddContent(7, Text);
        builder.CloseElement();
    }

    string Written(double number) => InPercent ? number.ToString("0.##", CultureInfo.InvariantCulture) + "%" : number.ToString("0.#", CultureInfo.InvariantCulture);
}
