using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Stemma.App.Output;
using Stemma.Evidence;

namespace Stemma.App.Pages.Served;

/// <summary>A stretch of two compared texts. The signs around it say in print and without colour what the element says to a screen reader. Written by hand because white space between elements would show.</summary>
public sealed class ChangedText : ComponentBase
{
    [Parameter, EditorRequired]
    public ChangePiece Piece { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = VisibleText.Of(Piece.Text, keepLines: true);
        switch (Piece.Kind)
        {
            case ChangeKind.Added: Changed(builder, "ins", "[+", text.Trim(), "+]"); break;
            case ChangeKind.Removed: Changed(builder, "del", "[−", text.Trim(), "−]"); break;
            case ChangeKind.Moved: Sign(builder, "↕"); break;
            default: builder.AddContent(8, text); break;
        }
    }

    static void Changed(RenderTreeBuilder builder, string name, string open, string text, string close)
    {
        if (text.Length == 0)
            return;
        builder.AddContent(0, " ");
        Sign(builder, open);
        builder.OpenElement(1, name);
        builder.AddContent(2, text);
        builder.CloseElement();
        Sign(builder, close);
        builder.AddContent(3, " ");
    }

    static void Sign(RenderTreeBuilder builder, string sign)
    {
        builder.OpenElement(4, "span");
        builder.AddAttribute(5, "class", "sign");
        builder.AddAttribute(6, "aria-hidden", "true");
        builder.AddContent(7, sign);
        builder.CloseElement();
    }
}
