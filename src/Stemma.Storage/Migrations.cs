using System.Globalization;

namespace Stemma.Storage;

/// <summary>
/// The archive's schema as the steps that lead to it. A step that has been released is never edited: a change is a new step
/// at the end. Each runs in a transaction of its own together with its number, so that a step is either done or not begun.
/// </summary>
static class Migrations
{
    /// <summary>"Stma": tells an archive from any other SQLite file.</summary>
    public const long ApplicationId = 0x53746D61;

    static readonly string[] Steps =
    [
        // 1: what cannot be computed again: reports as they came, and what people decided.
        """
        PRAGMA application_id = 0x53746D61;

        -- title, published, outlet, byline and url as given; heading is what lists show.
        CREATE TABLE report (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            input_id TEXT, title TEXT, published TEXT, outlet TEXT, byline TEXT, url TEXT,
            path TEXT, page_sha256 TEXT, seen TEXT NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE tombstone (report TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL) STRICT;

        -- a and b are not references: a ruling outlives what it names.
        CREATE TABLE ruling (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL,
            a TEXT NOT NULL, b TEXT NOT NULL, note TEXT, withdrawn_at TEXT, withdrawn_by TEXT
        ) STRICT;

        CREATE TABLE note (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, story TEXT NOT NULL, target TEXT NOT NULL,
            text TEXT NOT NULL, signed_off INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX note_story ON note (story);

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, detail TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
        """,

        // 2: what is computed from them, and can be thrown away.
        """
        -- pack: the evidence pack of this one story without its texts, JSON, zlib. The highest number was computed last.
        CREATE TABLE story (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, title TEXT NOT NULL,
            reports INTEGER NOT NULL, outlets INTEGER NOT NULL, first TEXT, last TEXT, last_instant TEXT, computed TEXT NOT NULL, pack BLOB NOT NULL
        ) STRICT;
        CREATE INDEX story_newest ON story (last_instant DESC, id);

        -- A report may be in two stories while stories are being replaced: the one computed last is right.
        CREATE TABLE story_report (
            story INTEGER NOT NULL REFERENCES story (number), position INTEGER NOT NULL, report TEXT NOT NULL REFERENCES report (id),
            PRIMARY KEY (story, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX story_report_report ON story_report (report);

        -- A former id leads to the report that founded its story, and so to whatever story holds that report now.
        CREATE TABLE redirect (former TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL REFERENCES report (id)) STRICT, WITHOUT ROWID;
        CREATE INDEX redirect_report ON redirect (report);

        -- Attributed statements only: a plain assertion is found as a report's text. No mark of a search hit stands in the words.
        CREATE TABLE statement (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, story INTEGER NOT NULL REFERENCES story (number), report TEXT NOT NULL,
            speaker TEXT NOT NULL, words TEXT NOT NULL
        ) STRICT;
        CREATE INDEX statement_story ON statement (story);

        -- One row per story and source. statements: those it is cited for.
        CREATE TABLE source (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, story INTEGER NOT NULL REFERENCES story (number),
            name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, aliases TEXT NOT NULL, statements INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX source_story ON source (story);
        CREATE INDEX source_id ON source (id);
        """,

        // 3: search. The indexes hold words and places, no texts: those are looked up in the tables beside them.
        """
        -- The two characters that mark a hit do not come from a report.
        CREATE VIEW report_words AS SELECT number,
            replace(replace(heading, char(2), ' '), char(3), ' ') AS title,
            replace(replace(text, char(2), ' '), char(3), ' ') AS body
        FROM report;

        CREATE VIRTUAL TABLE report_search USING fts5(title, body, content='report_words', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE statement_search USING fts5(speaker, words, content='statement', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE source_search USING fts5(name, role, aliases, content='source', content_rowid='number', tokenize='unicode61 remove_diacritics 2');

        -- A word deleted leaves the index at once, not when it is next merged.
        INSERT INTO report_search (report_search, rank) VALUES ('secure-delete', 1);
        INSERT INTO statement_search (statement_search, rank) VALUES ('secure-delete', 1);
        INSERT INTO source_search (source_search, rank) VALUES ('secure-delete', 1);

        -- A word in a title weighs as much as four in the text.
        INSERT INTO report_search (report_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');

        INSERT INTO report_search (report_search) VALUES ('rebuild');
        INSERT INTO statement_search (statement_search) VALUES ('rebuild');
        INSERT INTO source_search (source_search) VALUES ('rebuild');
        """,

        // 4: what grouping needs of each report, so that no text is read for it.
        """
        -- features: hashes of words, no words; a date. version: of what read them; those of another are made anew.
        CREATE TABLE report_features (
            number INTEGER PRIMARY KEY REFERENCES report (number), report TEXT NOT NULL, version TEXT NOT NULL, features BLOB NOT NULL
        ) STRICT;
        CREATE INDEX report_features_version ON report_features (version, number);
        """,

        // 5: the agency that a page names outside its text, and where it does.
        """
        ALTER TABLE report ADD COLUMN agency TEXT;
        ALTER TABLE report ADD COLUMN agency_basis TEXT;
        """,
    ];

    public static int Latest => Steps.Length;

    public static void Apply(ArchiveConnection connection, int upTo)
    {
        for (var step = 1; step <= upTo; step++)
        {
            connection.Run("BEGIN IMMEDIATE");
            try
            {
                // Looked at inside the transaction: another program may be opening the same archive.
                if (connection.Number("PRAGMA user_version") < step)
                {
                    connection.Script(Steps[step - 1]);
                    connection.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step}"));
                }
                connection.Run("COMMIT");
            }
            catch
            {
                connection.RollBack();
                throw;
            }
        }
    }
}
