using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>Why an archive could not be opened or written, as a sentence that says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The archive: one SQLite database in WAL mode. A method that returns has its changes on disk. Safe for many threads:
/// readers have connections of their own, writers take turns. SQL in plain sight, in the partial file of its table.
/// </summary>
public sealed partial class Store : IDisposable
{
    public const string FileName = "stemma.db";

    /// <summary>Most items on one page of a list.</summary>
    public const int PageSizeMax = 500;

    const int IdleReadersMax = 3;

    readonly string directory;
    readonly string file;
    readonly StoreOptions options;
    readonly Lock writing = new();
    readonly ArchiveConnection writer;
    readonly Stack<ArchiveConnection> idleReaders = new();
    bool disposed;

    /// <summary>Removed text may still stand in the log.</summary>
    bool logNotEmptied;

    Store(string directory, string file, StoreOptions options, ArchiveConnection writer)
    {
        this.directory = directory;
        this.file = file;
        this.options = options;
        this.writer = writer;
    }

    /// <summary>Opens the archive in this folder, making it where there is none, and brings it up to date.</summary>
    /// <exception cref="StoreException">Newer database, locked, damaged, no room, no permission: with what to do.</exception>
    public static Store Open(string directory) => Open(directory, StoreOptions.Default);

    /// <inheritdoc cref="Open(string)"/>
    public static Store Open(string directory, StoreOptions options)
    {
        if (File.Exists(directory))
            throw StoreFailures.IsFile(directory);
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw StoreFailures.NoFolder(directory, why);
        }
        var path = Path.Join(Path.GetFullPath(directory), FileName);
        try
        {
            return new Store(directory, path, options, Prepared(directory, path, options));
        }
        catch (SqliteException failure) when (StoreFailures.Explains(failure))
        {
            throw StoreFailures.Of(failure, directory);
        }
    }

    static ArchiveConnection Prepared(string directory, string path, StoreOptions options)
    {
        var connection = ArchiveConnection.ForWriting(path, options);
        try
        {
            var version = connection.Number("PRAGMA user_version") ?? 0;
            var blank = version == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0;
            if (!blank && connection.Number("PRAGMA application_id") != Migrations.ApplicationId)
                throw StoreFailures.Foreign(path);
            if (version > Migrations.Latest)
                throw StoreFailures.Newer(directory, version);
            connection.Text("PRAGMA journal_mode = WAL");
            Migrations.Apply(connection, Migrations.Latest);
            // What a killed run left in the log goes into the file, and with it whatever was removed.
            connection.Number("PRAGMA wal_checkpoint(TRUNCATE)");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One transaction; it is on disk when this returns, or nothing of it is.</summary>
    T Write<T>(Func<ArchiveConnection, T> change)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var committed = false;
            try
            {
                writer.Run("BEGIN IMMEDIATE");
                var result = change(writer);
                writer.Run("COMMIT");
                committed = true;
                EmptyLog();
                return result;
            }
            catch (SqliteException failure) when (StoreFailures.Explains(failure))
            {
                throw StoreFailures.Of(failure, directory);
            }
            finally
            {
                if (!committed)
                    writer.RollBack();
            }
        }
    }

    /// <summary>Reads of one moment, beside whatever is being written.</summary>
    T Read<T>(Func<ArchiveConnection, T> read)
    {
        ArchiveConnection? reader = null;
        try
        {
            reader = RentReader();
            reader.Run("BEGIN");
            var result = read(reader);
            reader.Run("COMMIT");
            ReturnReader(reader);
            reader = null;
            return result;
        }
        catch (SqliteException failure) when (StoreFailures.Explains(failure))
        {
            throw StoreFailures.Of(failure, directory);
        }
        finally
        {
            reader?.Dispose();
        }
    }

    ArchiveConnection RentReader()
    {
        lock (idleReaders)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (idleReaders.TryPop(out var idle))
                return idle;
        }
        return ArchiveConnection.ForReading(file, options);
    }

    void ReturnReader(ArchiveConnection reader)
    {
        lock (idleReaders)
        {
            if (!disposed && idleReaders.Count < IdleReadersMax)
            {
                idleReaders.Push(reader);
                return;
            }
        }
        reader.Dispose();
    }

    /// <summary>
    /// After a removal, moves the log into the file and cuts it to nothing. A reader or the disk may hold it up: the change is
    /// kept all the same, and the next write, closing or opening tries again.
    /// </summary>
    void EmptyLog()
    {
        if (!logNotEmptied)
            return;
        try
        {
            logNotEmptied = writer.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        }
        catch (SqliteException failure) when (StoreFailures.Explains(failure))
        {
        }
    }

    static (int Number, int Size) Bounded(int number, int size) => (Math.Max(number, 1), Math.Clamp(size, 1, PageSizeMax));

    static long Skipped(int number, int size) => (number - 1L) * size;

    /// <summary>ISO 8601 in UTC, to the fraction given.</summary>
    static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    static DateTimeOffset Moment(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>"0.1.0": what made the stories kept here.</summary>
    static string ToolVersion { get; } = typeof(Store).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public void Dispose()
    {
        lock (writing)
        {
            lock (idleReaders)
            {
                if (disposed)
                    return;
                disposed = true;
                while (idleReaders.TryPop(out var reader))
                    reader.Dispose();
            }
            EmptyLog();
            writer.Dispose();
        }
    }
}
