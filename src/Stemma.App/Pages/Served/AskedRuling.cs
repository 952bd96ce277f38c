using Stemma.Evidence;
using Stemma.Rulings;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>A ruling as a form asks for it: what it comes to, or a sentence that says what is missing.</summary>
sealed record AskedRuling(RulingKind Kind, string A, string B, string? Refusal)
{
    public static AskedRuling Of(Store store, PackStory story, string kind, Func<string, string> value) => kind switch
    {
        "together" => Together(store, story, value("other")),
        "apart" => Apart(story, value("report")),
        "pin" => Pin(store, story, value("other")),
        "same-source" => Same(story, value("a"), value("b")),
        "not-same-source" => value("pair").Split(' ') is [var a, var b] && PageRoutes.IsId(a) && PageRoutes.IsId(b) ? new(RulingKind.NotSameSource, a, b, null) : No("Choose the two names."),
        _ => No("Choose what is to be set right."),
    };

    static AskedRuling No(string refusal) => new(default, "", "", refusal);

    static AskedRuling Together(Store store, PackStory story, string other)
    {
        // Somebody may paste the address of a report of the other story instead.
        var id = PageRoutes.IdIn(other, 's') ?? (PageRoutes.IdIn(other, 'r') is { } report ? store.StoryOfReport(report) : null);
        if (id is null || store.FindStory(id) is not { Stories: [var found, ..] })
            return No("Give the address of the other story: open it, and copy the address from the browser.");
        return found.Id == story.Id ? No("That is this story itself: give the address of another one.") : new(RulingKind.Together, story.Reports[0], found.Reports[0], null);
    }

    // The ruling names one that stays, by which the story is known.
    static AskedRuling Apart(PackStory story, string report) => story.Reports.Contains(report, StringComparer.Ordinal) && story.Reports.FirstOrDefault(other => other != report) is { } stays
        ? new(RulingKind.Apart, report, stays, null)
        : No("Choose a report of this story; the only one there is cannot leave it.");

    static AskedRuling Pin(Store store, PackStory story, string other)
    {
        if (PageRoutes.IdIn(other, 'r') is not { } report || store.FindReport(report) is null)
            return No("Give the address of the report: open it, and copy the address from the browser.");
        return story.Reports.FirstOrDefault(here => here != report) is { } anchor ? new(RulingKind.Pin, report, anchor, null) : No("That report is the only one of this story.");
    }

    static AskedRuling Same(PackStory story, string a, string b) => a != b && story.Sources.Any(source => source.Id == a) && story.Sources.Any(source => source.Id == b)
        ? new(RulingKind.SameSource, a, b, null)
        : No("Choose two different sources of this story.");
}
