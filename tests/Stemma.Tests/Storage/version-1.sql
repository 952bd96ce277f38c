-- An archive as the first migration made it. Never edit: real archives of this form exist.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1400139105;
PRAGMA user_version = 1;
CREATE TABLE report (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    input_id TEXT, title TEXT, published TEXT, outlet TEXT, byline TEXT, url TEXT,
    path TEXT, page_sha256 TEXT, seen TEXT NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE tombstone (report TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
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
INSERT INTO report VALUES (1, 'REPORT-ID-1', NULL, 'Ferry late', '2025-03-04', 'Quell Mail', NULL, 'https://mail.example/ferry', 'ferry.txt', 'ab', '2025-03-04T10:00:00.25Z', 'Ferry late', 'The ferry to Ostrava Mill was late.');
INSERT INTO report VALUES (2, 'REPORT-ID-2', '7', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2025-03-04T11:00:00Z', 'A gate fell at Ostrava Mill.', 'A gate fell at Ostrava Mill.');
INSERT INTO tombstone VALUES ('r0123456789abcdef', '2025-03-05T09:00:00Z', 'Dana', 'asked for');
INSERT INTO ruling VALUES (1, '2025-03-05T09:30:00Z', 'Dana', 'Together', 'REPORT-ID-1', 'REPORT-ID-2', 'one mill', NULL, NULL);
INSERT INTO ruling VALUES (2, '2025-03-05T09:31:00Z', 'Dana', 'Apart', 'REPORT-ID-1', 'REPORT-ID-2', NULL, '2025-03-05T09:32:00Z', 'Dana');
INSERT INTO note VALUES (1, '2025-03-05T09:40:00Z', 'Eli', 's0123456789abcdef', 'REPORT-ID-1', 'Call the ferry office.', 0);
INSERT INTO audit VALUES (1, '2025-03-05T09:00:00Z', 'Dana', 'remove', 'r0123456789abcdef', 'asked for');
