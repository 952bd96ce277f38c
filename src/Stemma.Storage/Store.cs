using Stemma.Evidence;
using Stemma.Rulings;

namespace Stemma.Storage;

/// <summary>Why an archive could not be opened or written, as a sentence that says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The archive: one SQLite database in WAL mode. A method that returns has its changes on disk. Safe for many threads:
/// readers have connections of their own, writers take turns. SQL in plain sight, in the partial file of its table.
/// </summary>
public sealed partial class Store : IDisposable
{
    /// <summary>Opens the archive in this folder, making it where there is none, and brings it up to date.</summary>
    /// <exception cref="StoreException">Newer database, locked, damaged, no room, no permission: with what to do.</exception>
    public static Store Open(string directory) => throw new NotSupportedException(directory);

    // ---- reports (Store.Reports.cs)

    /// <summary>Keeps reports in one transaction; durable when it returns. One result per report, in order.</summary>
    public IReadOnlyList<AddResult> Add(IReadOnlyList<StoredReport> reports) => throw new NotSupportedException();

    public StoredReport? FindReport(string id) => throw new NotSupportedException();

    /// <summary>All reports, streamed in the order of their ids.</summary>
    public IEnumerable<StoredReport> ReadReports() => throw new NotSupportedException();

    public int CountReports() => throw new NotSupportedException();

    /// <summary>Removes a report's text everywhere (search, derived stories, free pages of the file) and leaves a tombstone.</summary>
    public bool Remove(string reportId, string by, string reason, DateTimeOffset at) => throw new NotSupportedException();

    public IReadOnlyList<Tombstone> Tombstones() => throw new NotSupportedException();

    // ---- stories (Store.Stories.cs): derived, replaced as a whole by what was computed

    /// <summary>Key of each stored story: the hash of everything it was computed from.</summary>
    public IReadOnlyDictionary<string, string> StoryKeys() => throw new NotSupportedException();

    /// <summary>
    /// Replaces stories in one transaction: <paramref name="computed"/> are written (with their statements, sources and search rows),
    /// stories whose id is not in <paramref name="current"/> are removed, and each removed id is redirected to the current story that
    /// holds its first report.
    /// </summary>
    public void Replace(IReadOnlyList<(PackStory Story, string Key, IReadOnlyList<PackReport> Reports)> computed, IReadOnlySet<string> current, DateTimeOffset at) =>
        throw new NotSupportedException();

    /// <summary>Newest publication first.</summary>
    public Page<StoryRow> Stories(int number, int size) => throw new NotSupportedException();

    /// <summary>A pack of one story with its reports and texts; null where no such story is kept. Follows redirects.</summary>
    public EvidencePack? FindStory(string id) => throw new NotSupportedException();

    /// <summary>The id under which this story is kept now, or null.</summary>
    public string? CurrentId(string storyId) => throw new NotSupportedException();

    public string? StoryOfReport(string reportId) => throw new NotSupportedException();

    public IReadOnlyList<SourceRow> Source(string sourceId) => throw new NotSupportedException();

    // ---- search (Store.Search.cs)

    /// <summary>Best first. Any text is a valid query: words are looked for, whatever stands between them.</summary>
    public Page<SearchHit> Search(string query, HitKind? kind, int number, int size) => throw new NotSupportedException();

    // ---- decisions (Store.Decisions.cs)

    public Ruling AddRuling(string by, RulingKind kind, string a, string b, string? note, DateTimeOffset at) => throw new NotSupportedException();

    /// <summary>Takes a ruling back: it is kept for the record, and no longer replayed.</summary>
    public bool WithdrawRuling(long number, string by, DateTimeOffset at) => throw new NotSupportedException();

    /// <summary>Those in force, in the order they were made.</summary>
    public IReadOnlyList<Ruling> Rulings() => throw new NotSupportedException();

    public Note AddNote(string by, string storyId, string target, string text, bool signedOff, DateTimeOffset at) => throw new NotSupportedException();

    public IReadOnlyList<Note> Notes(string storyId) => throw new NotSupportedException();

    public Page<AuditEntry> Audit(int number, int size) => throw new NotSupportedException();

    // ---- keeping (Store.Backup.cs)

    /// <summary>A consistent copy while the archive is in use.</summary>
    public void Backup(string file) => throw new NotSupportedException(file);

    public void Dispose() => GC.SuppressFinalize(this);
}
