using Stemma.Evidence;
using Stemma.Rulings;

namespace Stemma.App.Output;

/// <summary>An editor's ruling as a sentence. Reports and sources of the story at hand go by their names, others by their ids.</summary>
static class RulingWording
{
    public static string Of(Ruling ruling, StoryView? story)
    {
        string Report(string id) => story?.Report(id) is { } report ? $"“{VisibleText.Line(report.Title, 80)}” ({VisibleText.Line(report.Name, 60)})" : $"report {VisibleText.Line(id, 40)}";
        string Named(string id) => story?.Source(id) is { } source ? $"{VisibleText.Line(source.Name, 60)}" : $"source {VisibleText.Line(id, 40)}";
        return ruling.Kind switch
        {
            RulingKind.Together => $"The stories of {Report(ruling.A)} and of {Report(ruling.B)} are one.",
            RulingKind.Apart => $"{Report(ruling.A)} does not belong with {Report(ruling.B)}.",
            RulingKind.Pin => $"{Report(ruling.A)} belongs with {Report(ruling.B)}.",
            RulingKind.SameSource => $"{Named(ruling.A)} and {Named(ruling.B)} are the same.",
            RulingKind.NotSameSource => $"{Named(ruling.A)} and {Named(ruling.B)} are not the same.",
            _ => ruling.Kind.ToString(),
        };
    }
}
