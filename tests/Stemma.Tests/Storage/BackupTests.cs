using Stemma.Evidence;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    readonly TemporaryArchive archive = new();
    readonly TemporaryArchive restored = new();

    public void Dispose()
    {
        archive.Dispose();
        restored.Dispose();
    }

    [Fact]
    public async Task A_backup_made_while_a_writer_is_busy_is_an_archive_of_one_moment()
    {
        const int batch = 20;
        archive.Add(Samples.Reports);
        archive.Compute();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var begun = new TaskCompletionSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested && i < 2000; i++)
            {
                archive.Add(Enumerable.Range(i * batch, batch).Select(static n => TemporaryArchive.Report($"Notice {n} of the harbour office.")));
                begun.TrySetResult();
            }
        }, TestContext.Current.CancellationToken);
        await begun.Task;
        archive.Store.Backup(restored.File);
        await stop.CancelAsync();
        await writer;

        Assert.Equal([restored.File], Directory.GetFiles(restored.Folder));
        var notices = restored.Store.CountReports() - Samples.Reports.Count;
        Assert.Equal(0, notices % batch);
        Assert.InRange(notices, batch, archive.Store.CountReports() - Samples.Reports.Count);
        ArchiveCheck.Whole(restored.Store, restored.File);
        Assert.Equal(archive.Store.StoryKeys(), restored.Store.StoryKeys());
        foreach (var id in archive.Store.StoryKeys().Keys)
            Assert.Equal(PackJson.ToBytes(archive.Store.FindStory(id)!), PackJson.ToBytes(restored.Store.FindStory(id)!));
        restored.Add(TemporaryArchive.Report("The restored archive goes on."));
    }

    [Fact]
    public void A_backup_never_takes_the_place_of_a_file()
    {
        archive.Add(Samples.Reports);
        var target = Path.Join(restored.Folder, "copy.db");
        File.WriteAllText(target, "mine");
        var failure = Assert.Throws<StoreException>(() => archive.Store.Backup(target));
        Assert.Equal($"{target} is there already: name a new file, or move the old one away.", failure.Message);
        Assert.Equal("mine", File.ReadAllText(target));
    }

    [Fact]
    public void A_backup_that_cannot_be_written_says_so_and_leaves_nothing()
    {
        archive.Add(Samples.Reports);
        var target = Path.Join(restored.Folder, "no such folder", "copy.db");
        Assert.Contains(target, Assert.Throws<StoreException>(() => archive.Store.Backup(target)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(restored.Folder));
    }

    [Fact]
    public void What_a_killed_backup_left_behind_is_no_hindrance()
    {
        archive.Add(Samples.Reports);
        File.WriteAllText(restored.File + ".unfinished", "half");
        archive.Store.Backup(restored.File);
        Assert.Equal(Samples.Reports.Count, restored.Store.CountReports());
    }
}
