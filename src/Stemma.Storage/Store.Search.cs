namespace Stemma.Storage;

/// <summary>
/// Full text of reports, attributed statements and named sources: all words must occur, best first by BM25. Each kind has an
/// index of its own whose ranks are merged; ranks of different indexes are near enough to compare, no more.
/// Cost: linear in the places of the rarest words, plus one look-up for each hit shown.
/// </summary>
public sealed partial class Store
{
    // Columns of each: number of the row, rank. The number alone is asked for first: a snippet costs a text.
    const string RankedReports = "SELECT rowid, rank FROM report_search WHERE report_search MATCH $query ORDER BY rank LIMIT $most";

    const string RankedStatements = "SELECT rowid, rank FROM statement_search WHERE statement_search MATCH $query ORDER BY rank LIMIT $most";

    // A source has a row for each story it is cited in, and is one hit. Unnamed ones are nobody that could be looked for.
    const string RankedSources =
        """
        SELECT source.number, min(source_search.rank) FROM source_search JOIN source ON source.number = source_search.rowid
        WHERE source_search MATCH $query AND source.kind <> 'unnamed'
        GROUP BY source.id ORDER BY 2, source.id LIMIT $most
        """;

    const string CountReportHits = "SELECT count(*) FROM report_search WHERE report_search MATCH $query";

    const string CountStatementHits = "SELECT count(*) FROM statement_search WHERE statement_search MATCH $query";

    const string CountSourceHits =
        "SELECT count(DISTINCT source.id) FROM source_search JOIN source ON source.number = source_search.rowid WHERE source_search MATCH $query AND source.kind <> 'unnamed'";

    // Columns of each: id, story, report, title, snippet.
    const string ReportHit =
        """
        SELECT report.id, NULL, report.id, report.heading, snippet(report_search, -1, char(2), char(3), '…', 24)
        FROM report_search JOIN report ON report.number = report_search.rowid
        WHERE report_search MATCH $query AND report_search.rowid = $number
        """;

    const string StatementHit =
        """
        SELECT statement.id, story.id, statement.report, statement.speaker, snippet(statement_search, 1, char(2), char(3), '…', 32)
        FROM statement_search JOIN statement ON statement.number = statement_search.rowid JOIN story ON story.number = statement.story
        WHERE statement_search MATCH $query AND statement_search.rowid = $number
        """;

    const string SourceHit =
        """
        SELECT source.id, story.id, NULL, source.name, snippet(source_search, -1, char(2), char(3), '…', 16)
        FROM source_search JOIN source ON source.number = source_search.rowid JOIN story ON story.number = source.story
        WHERE source_search MATCH $query AND source_search.rowid = $number
        """;

    /// <summary>Best first. Any text is a valid query: words are looked for, whatever stands between them.</summary>
    /// <remarks>The title of a hit is the report's, the statement's speaker, or the source's name.</remarks>
    public Page<SearchHit> Search(string query, HitKind? kind, int number, int size)
    {
        (number, size) = Bounded(number, size);
        if (SearchQuery.Of(query) is not { } terms)
            return new Page<SearchHit>([], number, size, 0);
        return Read(db =>
        {
            HitKind[] kinds = kind is { } one ? [one] : [HitKind.Report, HitKind.Statement, HitKind.Source];
            var total = kinds.Sum(kind => (int)db.Number(kind switch { HitKind.Report => CountReportHits, HitKind.Statement => CountStatementHits, _ => CountSourceHits }, ("$query", terms))!.Value);
            var skipped = Skipped(number, size);
            if (skipped >= total)
                return new Page<SearchHit>([], number, size, total);
            var ranked = kinds.SelectMany(kind => Ranked(db, kind, terms, skipped + size)).OrderBy(static hit => hit.Rank).ThenBy(static hit => hit.Kind).ThenBy(static hit => hit.Number);
            return new Page<SearchHit>([.. ranked.Skip((int)skipped).Take(size).Select(hit => Describe(db, hit.Kind, terms, hit.Number))], number, size, total);
        });
    }

    static List<(HitKind Kind, long Number, double Rank)> Ranked(ArchiveConnection db, HitKind kind, string terms, long most) => db.All(
        kind switch { HitKind.Report => RankedReports, HitKind.Statement => RankedStatements, _ => RankedSources },
        row => (kind, row.GetInt64(0), row.GetDouble(1)), ("$query", terms), ("$most", most));

    static SearchHit Describe(ArchiveConnection db, HitKind kind, string terms, long number)
    {
        var hit = db.First(
            kind switch { HitKind.Report => ReportHit, HitKind.Statement => StatementHit, _ => SourceHit },
            row => new SearchHit(kind, row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.GetString(3), row.GetString(4)), ("$query", terms), ("$number", number))!;
        return kind == HitKind.Report ? hit with { StoryId = db.Text(StoryOfReportSql, ("$report", hit.Id)) } : hit;
    }
}
