using System.Globalization;
using Microsoft.Data.Sqlite;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Storage;

/// <summary>
/// Reports are kept as they came, their fields and their text, and read anew each time: what a later program reads better
/// out of the same text is better in an old archive too.
/// </summary>
public sealed partial class Store
{
    /// <summary>Reports read in one go, at most, and the characters of text after which a go ends early.</summary>
    const int ReportsAtATime = 200, CharactersAtATime = 1_000_000;

    const string ReportColumns = "id, input_id, title, published, outlet, byline, url, path, page_sha256, seen, text, agency, agency_basis";

    /// <summary>Keeps reports in one transaction; durable when it returns. One result per report, in order.</summary>
    /// <remarks>Kept are <see cref="Report.Fields"/>, text, path and page hash; a date inferred from siblings is not.</remarks>
    public IReadOnlyList<AddResult> Add(IReadOnlyList<StoredReport> reports)
    {
        foreach (var (report, _) in reports)
            if (report.Id != ReportReader.IdOf(report.Fields, report.TextSha256))
                throw new ArgumentException($"Report {report.Id} does not follow from its fields and its text.", nameof(reports));
        if (reports.Count == 0)
            return [];
        return Write(db =>
        {
            AddResult[] results = [.. reports.Select(report => Add(db, report))];
            AuditImport(db, reports, results);
            return results;
        });
    }

    static AddResult Add(ArchiveConnection db, StoredReport stored)
    {
        var (report, fields) = (stored.Report, stored.Report.Fields);
        if (db.Number("SELECT 1 FROM tombstone WHERE report = $id", ("$id", report.Id)) is not null)
            return AddResult.Deleted;
        var added = db.Run(
            """
            INSERT INTO report (id, input_id, title, published, outlet, byline, url, path, page_sha256, seen, heading, text, agency, agency_basis)
            VALUES ($id, $inputId, $title, $published, $outlet, $byline, $url, $path, $pageSha256, $seen, $heading, $text, $agency, $agencyBasis)
            ON CONFLICT (id) DO NOTHING
            """,
            ("$id", report.Id), ("$inputId", fields.Id), ("$title", fields.Title), ("$published", fields.Published), ("$outlet", fields.Outlet),
            ("$byline", fields.Byline), ("$url", fields.Url), ("$path", report.Path), ("$pageSha256", report.PageSha256),
            ("$seen", Iso(stored.Seen)), ("$heading", Story.TitleOf(report)), ("$text", report.Text), ("$agency", fields.Agency), ("$agencyBasis", fields.AgencyBasis));
        if (added == 0)
            return AddResult.AlreadyHere;
        db.Run("INSERT INTO report_search (rowid, title, body) SELECT number, title, body FROM report_words WHERE number = last_insert_rowid()");
        return AddResult.Added;
    }

    static void AuditImport(ArchiveConnection db, IReadOnlyList<StoredReport> reports, AddResult[] results)
    {
        var added = results.Count(static result => result == AddResult.Added);
        if (added == 0)
            return;
        var here = results.Count(static result => result == AddResult.AlreadyHere);
        var removed = results.Count(static result => result == AddResult.Deleted);
        Audit(db, reports.Max(static report => report.Seen), "import", "import", reports.Count == 1 ? reports[0].Report.Id : "",
            string.Create(CultureInfo.InvariantCulture, $"{added} added, {here} already here, {removed} removed before"));
    }

    /// <summary>Removes a report's text everywhere (search, derived stories, free pages of the file) and leaves a tombstone.</summary>
    /// <remarks>
    /// Deleted pages are overwritten with zeros and the log is emptied. Other stories that held the report are gone until they are
    /// computed anew. Not reached: backups made before, and what the disk itself remembers.
    /// </remarks>
    public bool Remove(string reportId, string by, string reason, DateTimeOffset at) => Write(db =>
    {
        if (db.Number("SELECT number FROM report WHERE id = $id", ("$id", reportId)) is not { } number)
            return false;
        foreach (var (story, id) in db.All(
            "SELECT story.number, story.id FROM story_report JOIN story ON story.number = story_report.story WHERE story_report.report = $id ORDER BY story.number",
            static row => (row.GetInt64(0), row.GetString(1)), ("$id", reportId)))
        {
            Redirect(db, story, id, without: reportId);
            // What led here by this report now leads by one that stays, so that notes on the story keep their place.
            db.Run("UPDATE redirect SET report = coalesce((SELECT report FROM redirect WHERE former = $id), report) WHERE report = $report", ("$id", id), ("$report", reportId));
            StoryWriter.Remove(db, story);
        }
        db.Run("DELETE FROM redirect WHERE report = $report", ("$report", reportId));
        db.Run("INSERT INTO report_search (report_search, rowid, title, body) SELECT 'delete', number, title, body FROM report_words WHERE number = $number", ("$number", number));
        db.Run("DELETE FROM report_features WHERE number = $number", ("$number", number));
        db.Run("DELETE FROM report WHERE number = $number", ("$number", number));
        db.Run("INSERT INTO tombstone (report, at, who, reason) VALUES ($report, $at, $who, $reason)",
            ("$report", reportId), ("$at", Iso(at)), ("$who", by), ("$reason", reason));
        Audit(db, at, by, "remove", reportId, reason);
        logNotEmptied = true;
        return true;
    });

    public StoredReport? FindReport(string id) =>
        Read(db => db.First($"SELECT {ReportColumns} FROM report WHERE id = $id", ReadReport, ("$id", id)));

    /// <summary>All reports, streamed in the order of their ids.</summary>
    /// <remarks>Read a few at a time, so that a slow caller holds up nobody; what arrives meanwhile may or may not be among them.</remarks>
    public IEnumerable<StoredReport> ReadReports()
    {
        var after = "";
        while (true)
        {
            var some = Read(db => db.Some(
                $"SELECT {ReportColumns} FROM report WHERE id > $after ORDER BY id LIMIT $most", ReadReport,
                CharactersAtATime, static stored => stored.Report.Text.Length, ("$after", after), ("$most", ReportsAtATime)));
            if (some.Count == 0)
                yield break;
            foreach (var report in some)
                yield return report;
            after = some[^1].Report.Id;
        }
    }

    public int CountReports() => (int)Read(static db => db.Number("SELECT count(*) FROM report"))!.Value;

    static StoredReport ReadReport(SqliteDataReader row)
    {
        var fields = new ReportFields(row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(11), row.TextOrNull(12));
        // The id it was given stays, whatever a later program would give it.
        var report = ReportReader.Read(fields, row.GetString(10), row.TextOrNull(8), row.TextOrNull(7)) with { Id = row.GetString(0) };
        return new StoredReport(report, Moment(row.GetString(9)));
    }

    public IReadOnlyList<Tombstone> Tombstones() => Read(static db => db.All(
        "SELECT report, at, who, reason FROM tombstone ORDER BY at, report",
        static row => new Tombstone(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))));
}
