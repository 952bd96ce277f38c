using System.Globalization;
using Microsoft.Data.Sqlite;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class StoreFailureTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    string Refusal() => Assert.Throws<StoreException>(() => Store.Open(archive.Folder)).Message;

    [Fact]
    public void A_newer_archive_is_left_alone()
    {
        archive.Add(Samples.Reports);
        archive.Close();
        using (var sqlite = ArchiveCheck.Open(archive.File))
            ArchiveCheck.Value(sqlite, "PRAGMA user_version = 70");
        Assert.Equal(
            $"The archive in {archive.Folder} was made by a newer Stemma (schema 70, this one knows {Migrations.Latest}): use that version, or restore a backup from before.", Refusal());
        using (var sqlite = ArchiveCheck.Open(archive.File))
            Assert.Equal(70L, ArchiveCheck.Value(sqlite, "PRAGMA user_version"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        var bytes = Enumerable.Range(0, 20_000).Select(static i => (byte)(i * 31)).ToArray();
        File.WriteAllBytes(archive.File, bytes);
        Assert.Contains("is not an archive of Stemma", Refusal(), StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(archive.File));
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        using (var sqlite = ArchiveCheck.Open(archive.File))
            ArchiveCheck.Value(sqlite, "CREATE TABLE theirs (x)");
        Assert.Equal($"{archive.File} belongs to another program: name another folder.", Refusal());
        using (var sqlite = ArchiveCheck.Open(archive.File))
            Assert.Equal("delete", ArchiveCheck.Value(sqlite, "PRAGMA journal_mode"));
    }

    [Fact]
    public void A_damaged_archive_is_named_when_the_damage_is_met()
    {
        archive.Add(Enumerable.Range(0, 300).Select(static i => TemporaryArchive.Report($"Notice {i} " + new string('x', 3000))));
        archive.Close();
        using (var stream = File.OpenWrite(archive.File))
        {
            stream.Position = 4096 * 20;
            stream.Write(new byte[4096 * 200]);
        }
        Assert.Contains("is damaged: stop the program", Assert.Throws<StoreException>(() => archive.Store.ReadReports().Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_named()
    {
        var file = Path.Join(archive.Folder, "notes.txt");
        File.WriteAllText(file, "mine");
        Assert.Equal($"{file} is a file: the archive needs a folder.", Assert.Throws<StoreException>(() => Store.Open(file)).Message);
        Assert.Contains("cannot be made", Assert.Throws<StoreException>(() => Store.Open(Path.Join(file, "below"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(archive.File);
        Assert.Contains("cannot be opened", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_keeps_nothing_of_the_change_and_everything_before_it()
    {
        using (var store = Store.Open(archive.Folder, new StoreOptions(PagesMax: 120)))
        {
            var first = TemporaryArchive.Report("The ferry sailed.");
            store.Add([new(first, TemporaryArchive.Noon)]);
            StoredReport[] many = [.. Enumerable.Range(0, 200).Select(static i => new StoredReport(TemporaryArchive.Report($"Notice {i} " + new string('x', 3000)), TemporaryArchive.Noon))];
            var failure = Assert.Throws<StoreException>(() => store.Add(many));
            Assert.Equal($"There is no room left for the archive in {archive.Folder}: nothing of this change was kept. Free some space and try again.", failure.Message);
            Assert.Equal(1, store.CountReports());
            Assert.Single(store.Audit(1, 10).Items);
            // It goes on with what there is room for.
            store.Add([new(TemporaryArchive.Report("The ferry came back."), TemporaryArchive.Noon)]);
            Assert.Throws<StoreException>(() => store.Add(many));
            Assert.True(store.Remove(first.Id, "Dana", "asked for", TemporaryArchive.Noon));
        }
        Assert.Equal(1, archive.Store.CountReports());
        ArchiveCheck.Whole(archive.Store, archive.File);
    }

    [Fact]
    public void Another_writer_is_waited_for_and_then_named_while_reading_goes_on()
    {
        using var store = Store.Open(archive.Folder, new StoreOptions(BusySeconds: 1));
        using var other = ArchiveCheck.Open(archive.File);
        ArchiveCheck.Value(other, "BEGIN IMMEDIATE");
        var failure = Assert.Throws<StoreException>(() => store.Add([new(TemporaryArchive.Report("The ferry sailed."), TemporaryArchive.Noon)]));
        Assert.Contains("is being written by another program: nothing of this change was kept", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, store.CountReports());
        ArchiveCheck.Value(other, "ROLLBACK");
        Assert.Equal([AddResult.Added], store.Add([new(TemporaryArchive.Report("The ferry sailed."), TemporaryArchive.Noon)]));
    }

    [Fact]
    public void Two_programs_may_have_one_archive_open()
    {
        using var other = Store.Open(archive.Folder);
        Parallel.Invoke(
            () => archive.Add(Enumerable.Range(0, 50).Select(static i => TemporaryArchive.Report($"Notice {i}."))),
            () => other.Add([.. Enumerable.Range(25, 50).Select(static i => new StoredReport(TemporaryArchive.Report($"Notice {i}."), TemporaryArchive.Noon))]));
        Assert.Equal((75, 75), (archive.Store.CountReports(), other.CountReports()));
    }

    /// <summary>What cannot be brought about here (the user who runs the tests may write everywhere) is at least worded.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(14)]
    public void Every_failure_of_the_machine_is_a_sentence_that_names_the_folder(int code)
    {
        var failure = new SqliteException(code.ToString(CultureInfo.InvariantCulture), code);
        Assert.True(StoreFailures.Explains(failure));
        Assert.Matches("^[A-Z].* /data/archive.*: .*\\.$", StoreFailures.Of(failure, "/data/archive").Message);
    }

    [Fact]
    public void A_fault_of_our_own_is_not_explained_away() => Assert.False(StoreFailures.Explains(new SqliteException("syntax error", 1)));

    [Fact]
    public void A_closed_archive_says_that_it_is_closed()
    {
        var store = archive.Store;
        archive.Close();
        Assert.Throws<ObjectDisposedException>(() => store.CountReports());
        Assert.Throws<ObjectDisposedException>(() => store.Add([new(TemporaryArchive.Report("The ferry sailed."), TemporaryArchive.Noon)]));
        store.Dispose();
    }
}
