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

    const string ReportColumns = "id, input_id, title, published, outlet, byline, url, path, page_sha256, seen, text";

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
            INSERT INTO report (id, input_id, title, published, outlet, byline, url, path, page_sha256, seen, heading, text)
            VALUES ($id, $inputId, $title, $published, $outlet, $byline, $url, $path, $pageSha256, $seen, $heading, $text)
            ON CONFLICT (id) DO NOTHING
            """,
            ("$id", report.Id), ("$inputId", fields.Id), ("$title", fields.Title), ("$published", fields.Published), ("$outlet", fields.Outlet),
            ("$byline", fields.Byline), ("$url", fields.Url), ("$path", report.Path), ("$pageSha256", report.PageSha256),
            ("$seen", Iso(stored.Seen)), ("$heading", Story.TitleOf(report)), ("$text", report.Text));
        return added == 0 ? AddResult.AlreadyHere : AddResult.Added;
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
        var fields = new ReportFields(row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6));
        // The id it was given stays, whatever a later program would give it.
        var report = ReportReader.Read(fields, row.GetString(10), row.TextOrNull(8), row.TextOrNull(7)) with { Id = row.GetString(0) };
        return new StoredReport(report, Moment(row.GetString(9)));
    }

    public IReadOnlyList<Tombstone> Tombstones() => Read(static db => db.All(
        "SELECT report, at, who, reason FROM tombstone ORDER BY at, report",
        static row => new Tombstone(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))));
}
