using Microsoft.Data.Sqlite;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static string VersionOne { get; } = File.ReadAllText(Path.Combine(Tree.Root, "tests", "Stemma.Tests", "Storage", "version-1.sql"));

    static string Schema(string file)
    {
        using var sqlite = ArchiveCheck.Open(file);
        return (string)ArchiveCheck.Value(sqlite, "SELECT group_concat(sql, char(10) ORDER BY name) || (SELECT user_version FROM pragma_user_version) || (SELECT application_id FROM pragma_application_id) FROM sqlite_schema")!;
    }

    /// <summary>An archive whose first steps only have been taken.</summary>
    static void Make(string file, int steps)
    {
        using var connection = ArchiveConnection.ForWriting(file, StoreOptions.Default);
        Migrations.Apply(connection, steps);
    }

    [Fact]
    public void An_archive_of_any_age_gets_the_schema_of_a_new_one()
    {
        _ = archive.Store;
        archive.Close();
        var expected = Schema(archive.File);
        for (var steps = 0; steps < Migrations.Latest; steps++)
        {
            using var old = new TemporaryArchive();
            Make(old.File, steps);
            _ = old.Store;
            old.Close();
            Assert.Equal(expected, Schema(old.File));
        }
    }

    [Fact]
    public void The_first_step_still_makes_what_it_made()
    {
        Make(archive.File, 1);
        using var old = new TemporaryArchive();
        using (var sqlite = ArchiveCheck.Open(old.File))
            ArchiveCheck.Value(sqlite, VersionOne);
        Assert.Equal(Schema(old.File), Schema(archive.File));
    }

    [Fact]
    public void An_archive_of_the_first_version_keeps_all_it_held_and_can_be_searched()
    {
        var ferry = ReportReader.Read(new(null, "Ferry late", "2025-03-04", "Quell Mail", null, "https://mail.example/ferry"), "The ferry to Ostrava Mill was late.", "ab", "ferry.txt");
        var gate = TemporaryArchive.Report("A gate fell at Ostrava Mill.", id: "7");
        using (var sqlite = ArchiveCheck.Open(archive.File))
            ArchiveCheck.Value(sqlite, VersionOne.Replace("REPORT-ID-1", ferry.Id, StringComparison.Ordinal).Replace("REPORT-ID-2", gate.Id, StringComparison.Ordinal));

        Assert.Equal([ferry.Fields, gate.Fields], new[] { ferry, gate }.Select(report => archive.Store.FindReport(report.Id)!.Report.Fields));
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 10, 0, 0, 250, TimeSpan.Zero), archive.Store.FindReport(ferry.Id)!.Seen);
        Assert.Equal(("ferry.txt", "ab"), (archive.Store.FindReport(ferry.Id)!.Report.Path, archive.Store.FindReport(ferry.Id)!.Report.PageSha256));
        Assert.Equal(new Ruling(1, "2025-03-05T09:30:00Z", "Dana", RulingKind.Together, ferry.Id, gate.Id, "one mill"), Assert.Single(archive.Store.Rulings()));
        Assert.Equal("Call the ferry office.", Assert.Single(archive.Store.Notes("s0123456789abcdef")).Text);
        Assert.Equal("Dana", Assert.Single(archive.Store.Tombstones()).By);
        Assert.Equal("remove", Assert.Single(archive.Store.Audit(1, 10).Items).Action);
        Assert.Equal([AddResult.AlreadyHere, AddResult.AlreadyHere], archive.Store.Add([new(ferry, TemporaryArchive.Noon), new(gate, TemporaryArchive.Noon)]));
        Assert.Equal(ferry.Id, Assert.Single(archive.Store.Search("ferry", null, 1, 10).Items).Id);
        archive.Compute();
        Assert.NotNull(archive.Store.StoryOfReport(ferry.Id));
        ArchiveCheck.Whole(archive.Store, archive.File);
        archive.Store.Remove(ferry.Id, "Dana", "asked for", TemporaryArchive.Noon);
        ArchiveCheck.Whole(archive.Store, archive.File);
    }

    [Fact]
    public void A_step_that_fails_is_not_half_done()
    {
        Make(archive.File, 1);
        using (var sqlite = ArchiveCheck.Open(archive.File))
            ArchiveCheck.Value(sqlite, "CREATE TABLE source (x)");
        var before = Schema(archive.File);
        Assert.Throws<SqliteException>(() => Store.Open(archive.Folder));
        Assert.Equal(before, Schema(archive.File));
    }

    [Fact]
    public void Programs_that_open_a_new_archive_at_once_do_not_get_in_each_others_way()
    {
        var stores = new Store[4];
        Parallel.For(0, stores.Length, i => stores[i] = Store.Open(archive.Folder));
        Assert.All(stores, static store => Assert.Equal(0, store.CountReports()));
        foreach (var store in stores)
            store.Dispose();
    }
}
