using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Stemma.Storage;

/// <summary>
/// One SQLite connection and the statements it has prepared. Not for several threads at a time. Rows are always read to the
/// end before a method returns, so that a statement can be used again and no read is left open behind the caller's back.
/// </summary>
sealed class ArchiveConnection : IDisposable
{
    readonly SqliteConnection sqlite;
    readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    ArchiveConnection(SqliteConnection sqlite) => this.sqlite = sqlite;

    /// <summary>The writer's connection: what it commits is on disk, what it deletes is overwritten.</summary>
    public static ArchiveConnection ForWriting(string file, StoreOptions options)
    {
        var connection = Open(file, options.BusySeconds);
        try
        {
            connection.Script(string.Create(CultureInfo.InvariantCulture, $"""
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = ON;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = {-options.CacheKiB};
                PRAGMA journal_size_limit = 16777216;
                """));
            if (options.PagesMax is { } pages)
                connection.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static ArchiveConnection ForReading(string file, StoreOptions options)
    {
        var connection = Open(file, options.BusySeconds);
        connection.Script(string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA query_only = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = {-options.CacheKiB / 4};
            """));
        return connection;
    }

    static ArchiveConnection Open(string file, int busySeconds)
    {
        // Data.Sqlite repeats a busy statement until its own timeout, which must therefore be stated too.
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = busySeconds }.ConnectionString);
        try
        {
            opened.Open();
            raw.sqlite3_busy_timeout(opened.Handle, busySeconds * 1000);
            return new ArchiveConnection(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Several statements, used once.</summary>
    public void Script(string sql)
    {
        using var command = sqlite.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The number of rows changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteNonQuery();

    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteScalar() as long?;

    public string? Text(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteScalar() as string;

    public T? First<T>(string sql, Func<SqliteDataReader, T?> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        return rows.Read() ? read(rows) : null;
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
            all.Add(read(rows));
        return all;
    }

    /// <summary>The first rows, ending early once what they weigh together passes the limit.</summary>
    public List<T> Some<T>(string sql, Func<SqliteDataReader, T> read, int weightMax, Func<T, int> weigh, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        var some = new List<T>();
        for (long weight = 0; weight < weightMax && rows.Read(); weight += weigh(some[^1]))
            some.Add(read(rows));
        return some;
    }

    /// <summary>Takes back a transaction, unless SQLite has done so itself (a full disk).</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(sqlite.Handle) == 0)
            Run("ROLLBACK");
    }

    public void CopyTo(string file)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        copy.Open();
        sqlite.BackupDatabase(copy);
    }

    SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = sqlite.CreateCommand();
            command.CommandText = sql;
            prepared[sql] = command;
        }
        command.Parameters.Clear();
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        sqlite.Dispose();
    }
}

static class RowText
{
    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
