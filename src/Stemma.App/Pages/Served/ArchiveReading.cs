using System.Globalization;
using Microsoft.AspNetCore.Http;
using Stemma.App.Archive;
using Stemma.App.Output;
using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>Stories and reports of the archive as the pages look at them.</summary>
static class ArchiveReading
{
    public const string NameCookie = "stemma-name";

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
        List<Ruling> rulings = [.. store.Rulings().Where(ruling => named.Contains(ruling.A) || named.Contains(ruling.B))];
        return new Editing(story?.Story.Id ?? "", DeskWording.Uncounted(desk.Status))
        {
            By = http.Request.Cookies[NameCookie] ?? "",
            Notes = (story is null ? [] : store.Notes(story.Story.Id)).ToLookup(static note => note.Target, StringComparer.Ordinal),
            Rulings = rulings,
            Names = ArchiveNames.In(store, rulings.SelectMany(static ruling => (string[])[ruling.A, ruling.B])),
        };
    }

    /// <summary>
    /// Stands for all that a story's page or the page of one of its reports shows: the story as computed, the notes on it, the
    /// rulings in force, what was removed (a ruling may name it), what the desk is at, and the reader's name in the forms. Null where there is no such story.
    /// </summary>
    public static string? KeyOf(HttpContext http, Store store, Desk desk, string story) => store.StoryKey(story) is not { } computed ? null : ContentId.Of(
        'p', ProgramVersion.Text, http.Request.Path, story, computed, string.Join(' ', store.Notes(story).Select(static note => note.Number)), string.Join(' ', store.Rulings().Select(static ruling => ruling.Number)),
        store.Tombstones().Count.ToString(CultureInfo.InvariantCulture), DeskWording.Line(DeskWording.Uncounted(desk.Status)), http.Request.Cookies[NameCookie]);

    /// <summary>What the server is called by whoever asks; the host has checked that it is one of its names.</summary>
    public static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
