using Microsoft.AspNetCore.Http;
using Stemma.App.Archive;
using Stemma.App.Output;
using Stemma.Evidence;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>Stories and reports of the archive as the pages look at them.</summary>
static class ArchiveReading
{
    public const string NameCookie = "stemma-name";

    const int OthersMax = 100;

    public static StoryView? Story(Store store, string id) =>
        store.FindStory(id) is { Stories: [var story, ..] } pack ? new StoryView(story, pack.Reports.ToDictionary(static report => report.Id, StringComparer.Ordinal)) : null;

    /// <summary>The report as its story has it; by itself where no story holds it yet.</summary>
    public static (ReportView Report, StoryView? Story) Report(Store store, StoredReport stored)
    {
        if (store.StoryOfReport(stored.Report.Id) is { } id && Story(store, id) is { } story && story.Report(stored.Report.Id) is { } placed)
            return (placed, story);
        return (new ReportView(1, PackBuilder.Build([stored.Report], ProgramVersion.Text).Reports[0]), null);
    }

    public static Editing Editing(HttpContext http, Store store, Desk desk, StoryView? story)
    {
        var named = story is null ? [] : story.Story.Reports.Concat(story.Story.Sources.Select(static source => source.Id)).ToHashSet(StringComparer.Ordinal);
        return new Editing(story?.Story.Id ?? "", desk.Status)
        {
            By = http.Request.Cookies[NameCookie] ?? "",
            Notes = (story is null ? [] : store.Notes(story.Story.Id)).ToLookup(static note => note.Target, StringComparer.Ordinal),
            Rulings = [.. store.Rulings().Where(ruling => named.Contains(ruling.A) || named.Contains(ruling.B))],
            Others = story is null ? [] : store.Stories(1, OthersMax).Items,
        };
    }

    /// <summary>What the server is called by whoever asks; the host has checked that it is one of its names.</summary>
    public static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
