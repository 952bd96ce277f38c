using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>
/// A backup is the archive as it stood at one moment, in one file; an archive is restored by putting that file, named
/// <see cref="FileName"/>, into an empty folder. It is written beside its place under another name and renamed when it is
/// whole and on disk, so a file of the name asked for is never half a backup.
/// </summary>
public sealed partial class Store
{
    readonly Lock backingUp = new();

    /// <summary>A consistent copy while the archive is in use.</summary>
    /// <exception cref="StoreException">A file of that name is there already, or the copy could not be written.</exception>
    public void Backup(string target)
    {
        using var turn = backingUp.EnterScope();
        if (Path.Exists(target))
            throw new StoreException($"{target} is there already: name a new file, or move the old one away.");
        var unfinished = target + ".unfinished";
        try
        {
            File.Delete(unfinished);
            Copy(unfinished);
            using (var copy = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
                copy.Flush(flushToDisk: true);
            File.Move(unfinished, target, overwrite: false);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The backup {target} could not be written: {why.Message}", why);
        }
        catch (SqliteException why)
        {
            throw new StoreException($"The backup {target} could not be written: check that its folder exists, has room and may be written by this user ({why.Message.TrimEnd('.')}).", why);
        }
        finally
        {
            DeleteQuietly(unfinished);
        }
    }

    void Copy(string unfinished)
    {
        var reader = RentReader();
        try
        {
            reader.CopyTo(unfinished);
            ReturnReader(reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    // What could not be written can often not be deleted either, and the first failure is the one to tell of.
    static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
        }
    }
}
