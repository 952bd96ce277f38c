using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.App.Archive;
using Stemma.App.Output;
using Stemma.App.Pages.Served;
using Stemma.Lineage;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Pages;

/// <summary>
/// The pages of <c>stemma serve</c>: what each address shows. Everything a page shows follows from its address and the archive.
/// Forms are in <see cref="PageForms"/>; who may send them, and the security headers, are the host's business.
/// </summary>
public static class PageEndpoints
{
    const int StoriesAPage = 50;
    const int HitsAPage = 20;
    const int EntriesAPage = 100;

    /// <summary>Stories of a source on one page: each is read whole.</summary>
    const int SourceStoriesAPage = 10;

    /// <summary>What asks for a page and changes nothing.</summary>
    internal static readonly string[] Reading = ["GET", "HEAD"];

    const int TableRowsMax = 1000;
    const int QueryMax = 400;

    /// <summary>Texts together longer than this, in characters, are not compared word by word.</summary>
    const int CompareMax = 1_000_000;

    /// <summary>Store and Desk are singletons of the services.</summary>
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(PageAnswers.WithSentences).ExcludeFromDescription();
        foreach (var file in PageFiles.All)
            pages.MapMethods(file.Path, Reading, (HttpContext http) => PageAnswers.File(http, file));
        pages.MapMethods("/", Reading, StoriesAsync);
        pages.MapMethods("/stories/{id}", Reading, StoryAsync);
        pages.MapMethods("/stories/{id}/cite/{claim}", Reading, CiteClaimAsync);
        pages.MapMethods("/reports/{id}", Reading, ReportAsync);
        pages.MapMethods("/reports/{id}/cite/{statement}", Reading, CiteStatementAsync);
        pages.MapMethods("/reports/{id}/sentences/{number:int}", Reading, SentenceAsync);
        pages.MapMethods("/compare/{a}/{b}", Reading, CompareAsync);
        pages.MapMethods("/search", Reading, SearchAsync);
        pages.MapMethods("/search.csv", Reading, SearchTable);
        pages.MapMethods("/sources/{id}", Reading, SourceAsync);
        pages.MapMethods("/sources/{id}/table.csv", Reading, SourceTable);
        pages.MapMethods("/audit", Reading, AuditAsync);
        pages.MapMethods("/keys", Reading, static () => PageAnswers.Page<KeysPage>(new()));
        PageForms.Map(pages);
    }

    static Task<IResult> StoriesAsync(HttpContext http, Store store, Desk desk) => PageAnswers.Page<StoriesPage>(new()
    {
        [nameof(StoriesPage.Stories)] = store.Stories(NumberOf(http), StoriesAPage), [nameof(StoriesPage.ReportCount)] = store.CountReports(), [nameof(StoriesPage.Desk)] = desk.Status,
    });

    static async Task<IResult> StoryAsync(HttpContext http, Store store, Desk desk, string id)
    {
        if (store.CurrentId(id) is not { } current)
            return await PageAnswers.NotFound("There is no such story in this archive. It may have been made part of another one, or its reports were removed.");
        if (current != id)
            return PageAnswers.Moved(http, PageLinks.Routes.Story(current) + http.Request.QueryString);
        string? Key() => ArchiveReading.KeyOf(http, store, desk, current);
        if (Key() is not { } key)
            return await PageAnswers.NotFound("There is no such story in this archive.");
        return await PageAnswers.Page<ServedStory>(http, key, Key, () => ArchiveReading.Story(store, current) is not { } story ? null : new()
        {
            [nameof(ServedStory.Story)] = story, [nameof(ServedStory.Editing)] = ArchiveReading.Editing(http, store, desk, story),
        });
    }

    static async Task<IResult> ReportAsync(HttpContext http, Store store, Desk desk, string id)
    {
        if (store.FindReport(id) is not { } stored)
            return await Missing(store, id);
        PageValues Values()
        {
            var (report, story) = ArchiveReading.Report(store, stored);
            return new() { [nameof(ServedReport.Report)] = report, [nameof(ServedReport.Story)] = story, [nameof(ServedReport.Editing)] = ArchiveReading.Editing(http, store, desk, story) with { Seen = stored.Seen, Document = stored.Report.Annotated() } };
        }
        string? Key() => store.StoryOfReport(id) is { } placed ? ArchiveReading.KeyOf(http, store, desk, placed) : null;
        return Key() is { } key
            ? await PageAnswers.Page<ServedReport>(http, key, Key, Values)
            : await PageAnswers.Page<ServedReport>(Values());
    }

    static Task<IResult> Missing(Store store, string id) =>
        store.Tombstones().FirstOrDefault(stone => stone.ReportId == id) is { } stone
            ? PageAnswers.Message(StatusCodes.Status410Gone, "This report was removed", $"{stone.By} removed it from the archive on {Wording.Moment(stone.At)}. The reason given: {stone.Reason}")
            : PageAnswers.NotFound("There is no such report in this archive.");

    static async Task<IResult> SentenceAsync(Store store, string id, int number)
    {
        if (store.FindReport(id) is not { } stored)
            return await Missing(store, id);
        var document = stored.Report.Annotated();
        if (!document.Analysed || number < 1 || number > document.SentenceCount)
            return await PageAnswers.NotFound("This report has no such sentence.");
        return await PageAnswers.Page<SentencePage>(new()
        {
            [nameof(SentencePage.Report)] = ArchiveReading.Report(store, stored).Report, [nameof(SentencePage.Document)] = document, [nameof(SentencePage.Number)] = number,
        });
    }

    static async Task<IResult> CiteStatementAsync(HttpContext http, Store store, string id, string statement)
    {
        if (store.FindReport(id) is not { } stored)
            return await Missing(store, id);
        var (report, story) = ArchiveReading.Report(store, stored);
        if (story?.Statement(statement) is not { } said || said.Report != id)
            return await PageAnswers.NotFound("There is no such statement in this report now. Open the report: its statements may have been read anew.");
        var back = $"{PageLinks.Routes.Report(id)}#{PageNames.Anchor("s", said.Id)}";
        return await PageAnswers.Page<CitePage>(new()
        {
            [nameof(CitePage.Title)] = said.Attribution ? "Cite this statement" : "Cite this assertion", [nameof(CitePage.Words)] = Wording.Words(said, 700), [nameof(CitePage.Story)] = story,
            [nameof(CitePage.Report)] = report, [nameof(CitePage.Back)] = back, [nameof(CitePage.Pack)] = $"/api{PageLinks.Routes.Report(id)}/pack",
            [nameof(CitePage.Citation)] = Citation.OfStatement(story, said, ArchiveReading.Base(http) + back),
        });
    }

    static async Task<IResult> CiteClaimAsync(HttpContext http, Store store, Desk desk, string id, string claim)
    {
        if (store.CurrentId(id) is { } current && current != id)
            return PageAnswers.Moved(http, PageLinks.Routes.CiteClaim(current, claim)!);
        if (ArchiveReading.Story(store, id) is not { } story || story.Claim(claim) is not { } said)
            return await PageAnswers.NotFound("There is no such claim in this story now. Open the story: it may have been computed anew.");
        var back = $"{PageLinks.Routes.Story(id)}#{PageNames.Anchor("c", said.Id)}";
        return await PageAnswers.Page<CitePage>(new()
        {
            [nameof(CitePage.Title)] = "Cite this claim", [nameof(CitePage.Words)] = said.Text, [nameof(CitePage.Story)] = story, [nameof(CitePage.Back)] = back,
            [nameof(CitePage.Pack)] = $"/api{PageLinks.Routes.Story(id)}/claims/{Uri.EscapeDataString(said.Id)}/pack", [nameof(CitePage.Target)] = said.Id,
            [nameof(CitePage.Citation)] = Citation.OfClaim(story, said, ArchiveReading.Base(http) + back), [nameof(CitePage.Editing)] = ArchiveReading.Editing(http, store, desk, story),
        });
    }

    static async Task<IResult> CompareAsync(Store store, string a, string b)
    {
        if (store.FindReport(a) is not { } first)
            return await Missing(store, a);
        if (store.FindReport(b) is not { } second)
            return await Missing(store, b);
        var (reportA, story) = ArchiveReading.Report(store, first);
        var reportB = story?.Report(b) ?? ArchiveReading.Report(store, second).Report;
        var comparison = PairComparison.Compare(first.Report, first.Report.Outlined(), second.Report, second.Report.Outlined());
        return await PageAnswers.Page<ComparePage>(new()
        {
            [nameof(ComparePage.A)] = reportA, [nameof(ComparePage.B)] = reportB, [nameof(ComparePage.Comparison)] = comparison, [nameof(ComparePage.Story)] = story?.Report(b) is null ? null : story,
            [nameof(ComparePage.Paragraphs)] = first.Report.Text.Length + second.Report.Text.Length > CompareMax ? null : RevisionText.Of(first.Report.Text, second.Report.Text, comparison.Sentences),
        });
    }

    static async Task<IResult> SearchAsync(HttpContext http, Store store)
    {
        var query = QueryOf(http);
        if (!TryKind(http, out var kind))
            return await PageAnswers.Message(StatusCodes.Status400BadRequest, "Not a kind of hit", "Search finds reports, statements and sources: kind is report, statement or source, or is left out.");
        var hits = string.IsNullOrWhiteSpace(query) ? null : store.Search(query, kind, NumberOf(http), HitsAPage);
        return await PageAnswers.Page<SearchPage>(new()
        {
            [nameof(SearchPage.Query)] = query, [nameof(SearchPage.Kind)] = kind, [nameof(SearchPage.Hits)] = hits, [nameof(SearchPage.Reports)] = ReportsOf(store, hits?.Items ?? []),
        });
    }

    /// <summary>The reports that hits stand in: the same words in two reports are two hits, told apart by them.</summary>
    static Dictionary<string, Report> ReportsOf(Store store, IReadOnlyList<SearchHit> hits) => hits.Select(static hit => hit.ReportId).OfType<string>().Distinct(StringComparer.Ordinal)
        .Select(id => store.FindReport(id)?.Report).OfType<Report>().ToDictionary(static report => report.Id, StringComparer.Ordinal);

    static IResult SearchTable(HttpContext http, Store store)
    {
        var table = new CsvTable("kind", "title", "words", "report", "outlet", "published", "address");
        var hits = TryKind(http, out var kind) ? store.Search(QueryOf(http), kind, 1, TableRowsMax).Items : [];
        var reports = ReportsOf(store, hits);
        foreach (var hit in hits)
        {
            var report = reports.GetValueOrDefault(hit.ReportId ?? "");
            table.Add(PageRoutes.Name(hit.Kind), HitMarks.Removed(hit.Title), HitMarks.Removed(hit.Snippet), report?.Title, report?.Outlet, report?.Published.ToIso(), ArchiveReading.Base(http) + PageRoutes.Hit(PageLinks.Routes, hit));
        }
        return PageAnswers.Table(table, "search.csv");
    }

    static async Task<IResult> SourceAsync(HttpContext http, Store store, string id)
    {
        var rows = store.Source(id);
        if (rows.Count == 0)
            return await PageAnswers.NotFound("No report of this archive cites such a source now. Rulings of an editor may have made it one with another.");
        var number = Math.Min(NumberOf(http), (rows.Count + SourceStoriesAPage - 1) / SourceStoriesAPage);
        var stories = rows.Skip((number - 1) * SourceStoriesAPage).Take(SourceStoriesAPage).Select(row => (Row: row, Story: ArchiveReading.Story(store, row.StoryId)!)).Where(static item => item.Story is not null).ToList();
        return await PageAnswers.Page<SourcePage>(new()
        {
            [nameof(SourcePage.Id)] = id, [nameof(SourcePage.Rows)] = rows, [nameof(SourcePage.Stories)] = stories, [nameof(SourcePage.Number)] = number, [nameof(SourcePage.Size)] = SourceStoriesAPage,
        });
    }

    static IResult SourceTable(HttpContext http, Store store, string id)
    {
        var table = new CsvTable("source", "stance", "words", "quoted", "report", "outlet", "published", "story", "address");
        foreach (var story in store.Source(id).Select(row => ArchiveReading.Story(store, row.StoryId)).OfType<StoryView>())
        {
            foreach (var said in story.Statements.Where(statement => statement.Chain.Any(link => link.Source == id)).Take(TableRowsMax))
            {
                var report = story.Report(said.Report);
                table.Add(story.SpeakerName(said), said.Stance, Wording.Words(said, 2000), said.Quoted, report?.Title, report?.Name, report?.Report.Published, story.Story.Title, $"{ArchiveReading.Base(http)}{PageLinks.Routes.Report(said.Report)}#{PageNames.Anchor("s", said.Id)}");
            }
        }
        return PageAnswers.Table(table, "source.csv");
    }

    static Task<IResult> AuditAsync(HttpContext http, Store store)
    {
        var entries = store.Audit(NumberOf(http), EntriesAPage);
        return PageAnswers.Page<AuditPage>(new()
        {
            [nameof(AuditPage.Entries)] = entries, [nameof(AuditPage.Names)] = ArchiveNames.In(store, entries.Items.SelectMany(static entry => (string[])[entry.Target, entry.Detail])),
        });
    }

    static int NumberOf(HttpContext http) =>
        int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1;

    static string QueryOf(HttpContext http) => http.Request.Query["q"].ToString() is var query && query.Length > QueryMax ? query[..QueryMax] : query;

    static bool TryKind(HttpContext http, out HitKind? kind)
    {
        kind = http.Request.Query["kind"].ToString() switch { "report" => HitKind.Report, "statement" => HitKind.Statement, "source" => HitKind.Source, _ => null };
        return kind is not null || string.IsNullOrEmpty(http.Request.Query["kind"]);
    }
}
