using Microsoft.Data.Sqlite;
using Stemma.Storage;
using Xunit;

namespace Stemma.Tests.Storage;

/// <summary>Looks at the file past the store: nothing half-written, every index in step with its table.</summary>
static class ArchiveCheck
{
    public static void Whole(Store store, string file)
    {
        using var sqlite = Open(file);
        Assert.Equal("ok", Value(sqlite, "PRAGMA integrity_check"));
        Assert.Null(Value(sqlite, "PRAGMA foreign_key_check"));
        foreach (var index in (string[])["report", "statement", "source"])
        {
            // Throws where the index and the texts beside it disagree.
            Value(sqlite, $"INSERT INTO {index}_search ({index}_search, rank) VALUES ('integrity-check', 1)");
            Assert.Equal(Value(sqlite, $"SELECT count(*) FROM {index}"), Value(sqlite, $"SELECT count(*) FROM {index}_search_docsize"));
        }
        Assert.Equal(0L, Value(sqlite, "SELECT count(*) FROM story WHERE reports <> (SELECT count(*) FROM story_report WHERE story = number)"));
        Assert.Equal(0L, Value(sqlite, "SELECT count(*) FROM report JOIN tombstone ON tombstone.report = report.id"));
        Assert.Equal(Value(sqlite, "SELECT count(*) FROM report"), (long)store.CountReports());
    }

    public static SqliteConnection Open(string file)
    {
        var sqlite = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        sqlite.Open();
        return sqlite;
    }

    public static object? Value(SqliteConnection sqlite, string sql)
    {
        using var command = sqlite.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
