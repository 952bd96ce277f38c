using System.Globalization;
using Stemma.Evidence;
using Stemma.Reports;

namespace Stemma.Storage;

/// <summary>Writes one computed story with its rows for lists, source pages and search, and takes them away again.</summary>
static class StoryWriter
{
    public static void Add(ArchiveConnection db, PackStory story, string key, IReadOnlyList<PackReport> reports, string toolVersion, string computed)
    {
        var byTime = reports.Select(static report => (Iso: report.Published, Instant: PublishedReader.Read(report.Published).SortKey))
            .Where(static published => published.Iso is not null).OrderBy(static published => published.Instant).ToList();
        var (first, last) = byTime.Count == 0 ? (null, null) : (byTime[0].Iso, byTime[^1].Iso);
        var instant = byTime.Count == 0 ? null : byTime[^1].Instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        // Those that are known, as the story's page counts them: without an outlet, the first credited agency.
        var outlets = reports.Select(static report => report.Outlet ?? (report.Agencies.Count > 0 ? report.Agencies[0] : null)).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        db.Run(
            """
            INSERT INTO story (id, key, title, reports, outlets, first, last, last_instant, computed, pack)
            VALUES ($id, $key, $title, $reports, $outlets, $first, $last, $instant, $computed, $pack)
            """,
            ("$id", story.Id), ("$key", key), ("$title", story.Title), ("$reports", story.Reports.Count), ("$outlets", outlets),
            ("$first", first), ("$last", last), ("$instant", instant), ("$computed", computed),
            ("$pack", StoryCodec.ToBytes(story, reports, toolVersion, last)));
        var number = db.Number("SELECT last_insert_rowid()")!.Value;
        for (var position = 0; position < story.Reports.Count; position++)
            db.Run("INSERT INTO story_report (story, position, report) VALUES ($story, $position, $report)",
                ("$story", number), ("$position", position), ("$report", story.Reports[position]));
        AddStatements(db, number, story);
        AddSources(db, number, story);
        db.Run("INSERT INTO statement_search (rowid, speaker, words) SELECT number, speaker, words FROM statement WHERE story = $story", ("$story", number));
        db.Run("INSERT INTO source_search (rowid, name, role, aliases) SELECT number, name, role, aliases FROM source WHERE story = $story", ("$story", number));
    }

    static void AddStatements(ArchiveConnection db, long number, PackStory story)
    {
        var names = story.Sources.ToDictionary(static source => source.Id, static source => source.Name, StringComparer.Ordinal);
        foreach (var statement in story.Statements.Where(static statement => statement.Attribution))
            db.Run("INSERT INTO statement (id, story, report, speaker, words) VALUES ($id, $story, $report, $speaker, $words)",
                ("$id", statement.Id), ("$story", number), ("$report", statement.Report),
                ("$speaker", HitMarks.Without(statement.Chain.Count == 0 ? "" : names.GetValueOrDefault(statement.Chain[0].Source, ""))),
                ("$words", HitMarks.Without(statement.Words())));
    }

    static void AddSources(ArchiveConnection db, long number, PackStory story)
    {
        var cited = story.Statements.SelectMany(CitedIn).CountBy(static source => source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var source in story.Sources)
            db.Run("INSERT INTO source (id, story, name, kind, role, aliases, statements) VALUES ($id, $story, $name, $kind, $role, $aliases, $statements)",
                ("$id", source.Id), ("$story", number), ("$name", HitMarks.Without(source.Name)), ("$kind", source.Kind),
                ("$role", source.Role is null ? null : HitMarks.Without(source.Role)), ("$aliases", HitMarks.Without(string.Join(", ", source.Aliases))),
                ("$statements", cited.GetValueOrDefault(source.Id)));
    }

    /// <summary>The speaker and the relays of an attributed statement; that its outlet printed it is no citation.</summary>
    static IEnumerable<string> CitedIn(PackStatement statement) => statement.Attribution
        ? statement.Chain.Where((_, i) => i == 0 || i < statement.Chain.Count - 1).Select(static link => link.Source).Distinct(StringComparer.Ordinal)
        : [];

    public static void Remove(ArchiveConnection db, long number)
    {
        db.Run("INSERT INTO source_search (source_search, rowid, name, role, aliases) SELECT 'delete', number, name, role, aliases FROM source WHERE story = $story", ("$story", number));
        db.Run("INSERT INTO statement_search (statement_search, rowid, speaker, words) SELECT 'delete', number, speaker, words FROM statement WHERE story = $story", ("$story", number));
        db.Run("DELETE FROM source WHERE story = $story", ("$story", number));
        db.Run("DELETE FROM statement WHERE story = $story", ("$story", number));
        db.Run("DELETE FROM story_report WHERE story = $story", ("$story", number));
        db.Run("DELETE FROM story WHERE number = $story", ("$story", number));
    }
}
