using Microsoft.Data.Sqlite;
using Stemma.Evidence;

namespace Stemma.Storage;

/// <summary>Stories are derived: each is replaced as a whole by what was computed, and none says more than the reports kept here.</summary>
public sealed partial class Store
{
    // Of two stories that hold a report while stories are being replaced, the one computed last is right.
    const string StoryOfReportSql =
        "SELECT story.id FROM story_report JOIN story ON story.number = story_report.story WHERE story_report.report = $report ORDER BY story.number DESC LIMIT 1";

    /// <summary>Key of each stored story: the hash of everything it was computed from.</summary>
    public IReadOnlyDictionary<string, string> StoryKeys() =>
        Read(static db => db.All("SELECT id, key FROM story", static row => (Id: row.GetString(0), Key: row.GetString(1))))
            .ToDictionary(static story => story.Id, static story => story.Key, StringComparer.Ordinal);

    /// <summary>The key of one story: what is shown of it stays the same while this does.</summary>
    public string? StoryKey(string id) => Read(db => db.Text("SELECT key FROM story WHERE id = $id", ("$id", id)));

    /// <summary>
    /// Replaces stories in one transaction: <paramref name="computed"/> are written (with their statements, sources and search rows)
    /// in place of what was kept under their ids, and stories in <paramref name="gone"/> are removed, each id redirected to whatever
    /// story holds its first report. A computed story is passed over where one of its reports was removed meanwhile: its words must not come back.
    /// </summary>
    /// <remarks>Other writers wait for it: a few stories at a time.</remarks>
    public void Replace(IReadOnlyList<(PackStory Story, string Key, IReadOnlyList<PackReport> Reports)> computed, IReadOnlyCollection<string> gone, DateTimeOffset at)
    {
        if (computed.Count + gone.Count == 0)
            return;
        Write(db =>
        {
            foreach (var id in gone.Concat(computed.Select(static item => item.Story.Id)))
            {
                if (db.Number("SELECT number FROM story WHERE id = $id", ("$id", id)) is not { } number)
                    continue;
                if (gone.Contains(id, StringComparer.Ordinal))
                    Redirect(db, number, id, without: null);
                StoryWriter.Remove(db, number);
            }
            foreach (var (story, key, reports) in computed)
                if (story.Reports.All(report => db.Number("SELECT 1 FROM report WHERE id = $id", ("$id", report)) is not null))
                    StoryWriter.Add(db, story, key, InOrder(story, reports), ToolVersion, Iso(at));
            return true;
        });
    }

    static List<PackReport> InOrder(PackStory story, IReadOnlyList<PackReport> reports)
    {
        var byId = reports.ToDictionary(static report => report.Id, StringComparer.Ordinal);
        return [.. story.Reports.Select(id => byId[id])];
    }

    /// <summary>From now on this id leads to the first of its reports that stays.</summary>
    static void Redirect(ArchiveConnection db, long number, string id, string? without)
    {
        var first = db.Text("SELECT report FROM story_report WHERE story = $story AND report IS NOT $without ORDER BY position LIMIT 1", ("$story", number), ("$without", without));
        if (first is not null)
            db.Run("INSERT INTO redirect (former, report) VALUES ($id, $report) ON CONFLICT (former) DO UPDATE SET report = excluded.report", ("$id", id), ("$report", first));
    }

    /// <summary>Newest publication first.</summary>
    public Page<StoryRow> Stories(int number, int size)
    {
        (number, size) = Bounded(number, size);
        return Read(db => new Page<StoryRow>(
            db.All(
                """
                SELECT id, title, reports, outlets, first, last, computed FROM story
                ORDER BY last_instant DESC, id LIMIT $size OFFSET $skipped
                """,
                static row => new StoryRow(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.TextOrNull(4), row.TextOrNull(5), row.GetString(6)),
                ("$size", size), ("$skipped", Skipped(number, size))),
            number, size, (int)db.Number("SELECT count(*) FROM story")!.Value));
    }

    /// <summary>A pack of one story with its reports and texts; null where no such story is kept. Follows redirects.</summary>
    public EvidencePack? FindStory(string id) => Read(db =>
    {
        if (CurrentId(db, id) is not { } current)
            return null;
        var kept = db.First("SELECT pack FROM story WHERE id = $id", static row => StoryCodec.FromBytes(row.GetFieldValue<byte[]>(0)), ("$id", current));
        if (kept is null)
            return null;
        var story = kept.Stories[0] with { Formerly = Formerly(db, current) };
        return kept with { Reports = [.. kept.Reports.Select(report => WithText(db, report))], Stories = [story], Rulings = RulingsOn(db, story) };
    });

    static PackReport WithText(ArchiveConnection db, PackReport report) =>
        db.First("SELECT text, seen FROM report WHERE id = $id", row => report with { Text = row.GetString(0), Seen = row.GetString(1) }, ("$id", report.Id)) ?? report;

    /// <summary>The id under which this story is kept now, or null.</summary>
    public string? CurrentId(string storyId) => Read(db => CurrentId(db, storyId));

    static string? CurrentId(ArchiveConnection db, string id)
    {
        if (db.Text("SELECT id FROM story WHERE id = $id", ("$id", id)) is { } kept)
            return kept;
        return db.Text("SELECT report FROM redirect WHERE former = $id", ("$id", id)) is { } report ? db.Text(StoryOfReportSql, ("$report", report)) : null;
    }

    /// <summary>The ids that lead here and are no story's any more.</summary>
    static List<string> Formerly(ArchiveConnection db, string id) => db.All(
        """
        SELECT redirect.former FROM story
        JOIN story_report ON story_report.story = story.number
        JOIN redirect ON redirect.report = story_report.report
        WHERE story.id = $id AND redirect.former NOT IN (SELECT id FROM story)
        ORDER BY redirect.former
        """,
        static row => row.GetString(0), ("$id", id));

    public string? StoryOfReport(string reportId) => Read(db => db.Text(StoryOfReportSql, ("$report", reportId)));

    /// <summary>One row per story that names this source, newest publication first.</summary>
    public IReadOnlyList<SourceRow> Source(string sourceId) => Read(db => db.All(
        """
        SELECT source.id, source.name, source.kind, source.role, story.id, story.title, source.statements
        FROM source JOIN story ON story.number = source.story
        WHERE source.id = $id ORDER BY story.last_instant DESC, story.id
        """,
        ReadSource, ("$id", sourceId)));

    static SourceRow ReadSource(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.GetString(5), row.GetInt32(6));
}
