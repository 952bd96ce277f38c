using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Stemma.Storage;

/// <summary>What went wrong with the file, as a sentence for the person who runs the archive. Faults of our own SQL are not explained away.</summary>
static class StoreFailures
{
    public static bool Explains(SqliteException failure) => Sentence(failure.SqliteErrorCode, "") is not null;

    public static StoreException Of(SqliteException failure, string directory) => new(Sentence(failure.SqliteErrorCode, directory)!, failure);

    static string? Sentence(int code, string directory) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The archive in {directory} is being written by another program: nothing of this change was kept. Stop the other program or try again.",
        raw.SQLITE_FULL => $"There is no room left for the archive in {directory}: nothing of this change was kept. Free some space and try again.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"The archive in {directory} cannot be written: give this user permission to write the folder and the files in it.",
        raw.SQLITE_CANTOPEN => $"The archive in {directory} cannot be opened: check that the folder exists and that this user may read and write it.",
        raw.SQLITE_CORRUPT => $"The archive in {directory} is damaged: stop the program, move the folder away and put a backup in its place.",
        raw.SQLITE_NOTADB => $"{Path.Join(directory, Store.FileName)} is not an archive of Stemma: name another folder, or put a backup in its place.",
        raw.SQLITE_IOERR => $"The disk under the archive in {directory} cannot be read or written: nothing of this change was kept. Check the disk, then try again.",
        raw.SQLITE_NOMEM => $"There is not enough memory to work on the archive in {directory}: nothing of this change was kept.",
        _ => null,
    };

    public static StoreException IsFile(string directory) => new($"{directory} is a file: the archive needs a folder.");

    public static StoreException NoFolder(string directory, Exception why) =>
        new($"The folder {directory} cannot be made: {why.Message.TrimEnd('.')}. Name a folder that this user may write.", why);

    public static StoreException Foreign(string file) => new($"{file} belongs to another program: name another folder.");

    public static StoreException Newer(string directory, long version) =>
        new($"The archive in {directory} was made by a newer Stemma (schema {version}, this one knows {Migrations.Latest}): use that version, or restore a backup from before.");
}
