using Stemma.Evidence;
using Stemma.Rulings;
using Stemma.Sources;

namespace Stemma.App.Output;

/// <summary>An editor's ruling as a sentence. Reports and sources go by their names where anybody knows them, else by their ids.</summary>
static class RulingWording
{
    /// <param name="otherName">What a report or source goes by that is not of this story; null where nobody knows it.</param>
    public static string Of(Ruling ruling, StoryView? story, Func<string, string?>? otherName = null)
    {
        string Report(string id) => story?.Report(id) is { } report ? $"“{VisibleText.Line(report.Title, 80)}” ({VisibleText.Line(report.Name, 60)})" : otherName?.Invoke(id) ?? $"report {VisibleText.Line(id, 40)}";
        string Named(string id) => story?.Source(id) is { } source ? $"{VisibleText.Line(source.Name, 60)}" : Joined(story, id) ?? otherName?.Invoke(id) ?? $"source {VisibleText.Line(id, 40)}";
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

    /// <summary>The name of a source that the ruling itself has made part of another.</summary>
    static string? Joined(StoryView? story, string id) => story?.Story.Sources
        .SelectMany(static source => source.Aliases.Select(alias => (Alias: alias, Id: SourceId.Of(alias, source.Kind)))).FirstOrDefault(item => item.Id == id).Alias is { } alias ? VisibleText.Line(alias, 60) : null;
}
