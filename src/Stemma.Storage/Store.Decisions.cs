using Microsoft.Data.Sqlite;
using Stemma.Evidence;
using Stemma.Rulings;

namespace Stemma.Storage;

/// <summary>What people decided. Nothing here is computed and nothing is overwritten: a ruling taken back stays for the record.</summary>
public sealed partial class Store
{
    const string RulingColumns = "number, at, who, kind, a, b, note";

    public Ruling AddRuling(string by, RulingKind kind, string a, string b, string? note, DateTimeOffset at) => Write(db =>
    {
        db.Run("INSERT INTO ruling (at, who, kind, a, b, note) VALUES ($at, $who, $kind, $a, $b, $note)",
            ("$at", Iso(at)), ("$who", by), ("$kind", kind.ToString()), ("$a", a), ("$b", b), ("$note", note));
        var ruling = db.First($"SELECT {RulingColumns} FROM ruling WHERE number = last_insert_rowid()", ReadRuling)!;
        Audit(db, at, by, "ruling", a, Said(ruling));
        return ruling;
    });

    /// <summary>Takes a ruling back: it is kept for the record, and no longer replayed.</summary>
    public bool WithdrawRuling(long number, string by, DateTimeOffset at) => Write(db =>
    {
        var ruling = db.First($"SELECT {RulingColumns} FROM ruling WHERE number = $number AND withdrawn_at IS NULL", ReadRuling, ("$number", number));
        if (ruling is null)
            return false;
        db.Run("UPDATE ruling SET withdrawn_at = $at, withdrawn_by = $who WHERE number = $number", ("$at", Iso(at)), ("$who", by), ("$number", number));
        Audit(db, at, by, "withdraw ruling", ruling.A, Said(ruling));
        return true;
    });

    /// <summary>Those in force, in the order they were made.</summary>
    public IReadOnlyList<Ruling> Rulings() => Read(InForce);

    static List<Ruling> InForce(ArchiveConnection db) =>
        db.All($"SELECT {RulingColumns} FROM ruling WHERE withdrawn_at IS NULL ORDER BY number", ReadRuling);

    static Ruling ReadRuling(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Enum.Parse<RulingKind>(row.GetString(3)), row.GetString(4), row.GetString(5), row.TextOrNull(6));

    /// <summary>The rulings in force that name a report or a source of this story.</summary>
    static List<PackRuling> RulingsOn(ArchiveConnection db, PackStory story)
    {
        var named = story.Reports.Concat(story.Sources.Select(static source => source.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. InForce(db).Where(ruling => named.Contains(ruling.A) || named.Contains(ruling.B)).Select(static ruling => new PackRuling(ruling.At, ruling.By, Said(ruling)))];
    }

    static string Said(Ruling ruling)
    {
        var said = ruling.Kind switch
        {
            RulingKind.Together => $"reports {ruling.A} and {ruling.B} are of one story",
            RulingKind.Apart => $"report {ruling.A} does not belong to the story of report {ruling.B}",
            RulingKind.Pin => $"report {ruling.A} belongs to the story of report {ruling.B}",
            RulingKind.SameSource => $"sources {ruling.A} and {ruling.B} are one",
            _ => $"sources {ruling.A} and {ruling.B} are not one",
        };
        return ruling.Note is { Length: > 0 } note ? $"{said}: {note}" : said;
    }

    public Note AddNote(string by, string storyId, string target, string text, bool signedOff, DateTimeOffset at) => Write(db =>
    {
        db.Run("INSERT INTO note (at, who, story, target, text, signed_off) VALUES ($at, $who, $story, $target, $text, $signedOff)",
            ("$at", Iso(at)), ("$who", by), ("$story", storyId), ("$target", target), ("$text", text), ("$signedOff", signedOff ? 1 : 0));
        var number = db.Number("SELECT last_insert_rowid()")!.Value;
        Audit(db, at, by, signedOff ? "sign off" : "note", target, storyId);
        return new Note(number, Iso(at), by, storyId, target, text, signedOff);
    });

    /// <summary>The notes on this story under all the ids it has had, in the order they were made.</summary>
    public IReadOnlyList<Note> Notes(string storyId) => Read(db =>
    {
        var current = CurrentId(db, storyId) ?? storyId;
        return Formerly(db, current).Append(current).Append(storyId).Distinct(StringComparer.Ordinal)
            .SelectMany(id => db.All("SELECT number, at, who, story, target, text, signed_off FROM note WHERE story = $story", ReadNote, ("$story", id)))
            .OrderBy(static note => note.Number).ToList();
    });

    static Note ReadNote(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6) != 0);

    /// <summary>Newest first.</summary>
    public Page<AuditEntry> Audit(int number, int size)
    {
        (number, size) = Bounded(number, size);
        return Read(db => new Page<AuditEntry>(
            db.All("SELECT number, at, who, action, target, detail FROM audit ORDER BY number DESC LIMIT $size OFFSET $skipped",
                static row => new AuditEntry(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
                ("$size", size), ("$skipped", Skipped(number, size))),
            number, size, (int)db.Number("SELECT count(*) FROM audit")!.Value));
    }

    /// <summary>Written in the transaction of what it tells of. Never holds a report's words.</summary>
    static void Audit(ArchiveConnection db, DateTimeOffset at, string by, string action, string target, string detail) =>
        db.Run("INSERT INTO audit (at, who, action, target, detail) VALUES ($at, $who, $action, $target, $detail)",
            ("$at", Iso(at)), ("$who", by), ("$action", action), ("$target", target), ("$detail", detail));
}
