namespace Stemma.Storage;

/// <summary>
/// Full text of reports, attributed statements and named sources: all words must occur, best first by BM25. Each kind has an
/// index of its own whose ranks are merged; ranks of different indexes are near enough to compare, no more.
/// Cost: linear in the places of the rarest words, which are gone through once to rank and once more for the snippets of the hits shown.
/// </summary>
public sealed partial class Store
{
    // Columns of each: number of the row, rank, and of sources how many there are. The number alone is asked for first: a snippet costs a text.
    const string RankedReports = "SELECT rowid, rank FROM report_search WHERE report_search MATCH $query ORDER BY rank, rowid LIMIT $most";

    const string RankedStatements = "SELECT rowid, rank FROM statement_search WHERE statement_search MATCH $query ORDER BY rank, rowid LIMIT $most";

    // A source has a row for each story it is cited in, and is one hit. Unnamed ones are nobody that could be looked for.
    const string RankedSources =
        """
        SELECT source.number, min(source_search.rank), count(*) OVER () FROM source_search JOIN source ON source.number = source_search.rowid
        WHERE source_search MATCH $query AND source.kind <> 'unnamed'
        GROUP BY source.id ORDER BY 2, 1 LIMIT $most
        """;

    const string CountReportHits = "SELECT count(*) FROM report_search WHERE report_search MATCH $query";

    const string CountStatementHits = "SELECT count(*) FROM statement_search WHERE statement_search MATCH $query";

    // Columns of each: id, story, report, title, snippet, number. One pass over what is found: a row asked for by its number would have
    // the index look the words up again for each. The plus keeps the planner from doing just that.
    const string ReportHit =
        """
        SELECT report.id, NULL, report.id, report.heading, snippet(report_search, -1, char(2), char(3), '…', 24), report_search.rowid
        FROM report_search JOIN report ON report.number = report_search.rowid
        WHERE report_search MATCH $query AND +report_search.rowid IN (SELECT value FROM json_each($numbers))
        """;

    const string StatementHit =
        """
        SELECT statement.id, story.id, statement.report, statement.speaker, snippet(statement_search, 1, char(2), char(3), '…', 32), statement_search.rowid
        FROM statement_search JOIN statement ON statement.number = statement_search.rowid JOIN story ON story.number = statement.story
        WHERE statement_search MATCH $query AND +statement_search.rowid IN (SELECT value FROM json_each($numbers))
        """;

    const string SourceHit =
        """
        SELECT source.id, story.id, NULL, source.name, snippet(source_search, -1, char(2), char(3), '…', 16), source_search.rowid
        FROM source_search JOIN source ON source.number = source_search.rowid JOIN story ON story.number = source.story
        WHERE source_search MATCH $query AND +source_search.rowid IN (SELECT value FROM json_each($numbers))
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
            var skipped = Skipped(number, size);
            HitKind[] kinds = kind is { } one ? [one] : [HitKind.Report, HitKind.Statement, HitKind.Source];
            var found = kinds.Select(kind => Ranked(db, kind, terms, skipped + size)).ToList();
            var shown = found.SelectMany(static found => found.Best).OrderBy(static hit => hit.Rank).ThenBy(static hit => hit.Kind).ThenBy(static hit => hit.Number).Skip((int)Math.Min(skipped, int.MaxValue)).Take(size).ToList();
            var described = shown.GroupBy(static hit => hit.Kind, static hit => hit.Number).SelectMany(some => Described(db, some.Key, terms, some)).ToDictionary();
            return new Page<SearchHit>([.. shown.Select(hit => described[(hit.Kind, hit.Number)])], number, size, found.Sum(static found => found.Total));
        });
    }

    static (List<(HitKind Kind, long Number, double Rank)> Best, int Total) Ranked(ArchiveConnection db, HitKind kind, string terms, long most)
    {
        var total = 0L;
        if (kind == HitKind.Source)
        {
            var best = db.All(RankedSources, row => (kind, row.GetInt64(0), row.GetDouble(1), total = row.GetInt64(2)), ("$query", terms), ("$most", most));
            return ([.. best.Select(static hit => (hit.kind, hit.Item2, hit.Item3))], (int)total);
        }
        total = db.Number(kind == HitKind.Report ? CountReportHits : CountStatementHits, ("$query", terms))!.Value;
        return (total == 0 ? [] : db.All(kind == HitKind.Report ? RankedReports : RankedStatements, row => (kind, row.GetInt64(0), row.GetDouble(1)), ("$query", terms), ("$most", most)), (int)total);
    }

    static List<KeyValuePair<(HitKind, long), SearchHit>> Described(ArchiveConnection db, HitKind kind, string terms, IEnumerable<long> numbers)
    {
        var hits = db.All(
            kind switch { HitKind.Report => ReportHit, HitKind.Statement => StatementHit, _ => SourceHit },
            row => KeyValuePair.Create((kind, row.GetInt64(5)), new SearchHit(kind, row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.GetString(3), row.GetString(4))),
            ("$query", terms), ("$numbers", $"[{string.Join(',', numbers)}]"));
        return kind != HitKind.Report ? hits : [.. hits.Select(hit => KeyValuePair.Create(hit.Key, hit.Value with { StoryId = db.Text(StoryOfReportSql, ("$report", hit.Value.Id)) }))];
    }
}
