using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Stemma.App.Archive;
using Stemma.Evidence;
using Stemma.Storage;
using Stemma.Tests.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Archive;

public sealed class DeskTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Nobody really waits, and what was asked for is written down. Each moment the desk's own thread writes down takes it ten seconds.</summary>
    sealed class FastClock : TimeProvider
    {
        long seconds;

        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Read(ref seconds);

        public override DateTimeOffset GetUtcNow()
        {
            if (!Thread.CurrentThread.IsThreadPoolThread)
                Interlocked.Add(ref seconds, 10);
            return TemporaryArchive.Noon;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Enqueue(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(500, 30)]
    public void The_desk_rests_as_long_as_it_worked_up_to_a_bound(int worked, int rests) =>
        Assert.Equal(TimeSpan.FromSeconds(rests), Desk.RestAfter(TimeSpan.FromSeconds(worked)));

    [Fact]
    public async Task After_a_run_the_next_is_put_off_for_as_long_as_it_took_and_comes()
    {
        var clock = new FastClock();
        await using var desk = new Desk(archive.Store, clock);
        await desk.SettledAsync(Cancel);
        var (first, second) = (TemporaryArchive.Report("The dam at Quell cracked overnight."), TemporaryArchive.Report("A hen at Ulm laid square eggs."));
        await Task.Run(() => desk.Submit([first]), Cancel);
        await desk.SettledAsync(Cancel);
        Assert.NotNull(archive.Store.StoryOfReport(first.Id));
        Assert.DoesNotContain(TimeSpan.FromSeconds(10), clock.Waits);
        await Task.Run(() => desk.Submit([second]), Cancel);
        await desk.SettledAsync(Cancel);
        Assert.NotNull(archive.Store.StoryOfReport(second.Id));
        Assert.Contains(TimeSpan.FromSeconds(10), clock.Waits);
    }

    [Fact]
    public async Task An_archive_without_features_is_grouped_all_the_same()
    {
        archive.Add(Samples.Reports);
        archive.Compute();
        var expected = archive.Store.StoryKeys().Keys.Order(StringComparer.Ordinal).ToDictionary(static id => id, id => PackJson.ToBytes(archive.Store.FindStory(id)!), StringComparer.Ordinal);
        using var old = new TemporaryArchive();
        old.Add(Samples.Reports.Reverse());
        Assert.Empty(old.Store.ReadFeatures());
        await using (var desk = new Desk(old.Store, TimeProvider.System))
            await desk.SettledAsync(Cancel);
        Assert.Equal(expected.Keys, old.Store.StoryKeys().Keys.Order(StringComparer.Ordinal));
        foreach (var (id, pack) in expected)
            Assert.Equal(pack, PackJson.ToBytes(old.Store.FindStory(id)!));
        ArchiveCheck.Whole(old.Store, old.File);
    }

    [Fact]
    public async Task A_story_that_stays_the_same_is_not_computed_again()
    {
        await using var desk = new Desk(archive.Store, TimeProvider.System);
        desk.Submit([.. Samples.ReportsOf(Samples.FilesOf(Samples.Stories[0]))]);
        await desk.SettledAsync(Cancel);
        var before = archive.Store.Stories(1, 50).Items;
        desk.Submit([TemporaryArchive.Report("Nothing of this has to do with anything else: a hen at Ulm laid square eggs.", "Square eggs")]);
        await desk.SettledAsync(Cancel);
        var after = archive.Store.Stories(1, 50).Items;
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(before.Select(static row => (row.Id, row.Computed)), after.Where(row => before.Any(old => old.Id == row.Id)).Select(static row => (row.Id, row.Computed)));
    }

    [Fact]
    public async Task What_the_archive_would_not_take_is_tried_again_without_anything_new()
    {
        var report = TemporaryArchive.Report("The dam at Quell cracked overnight.");
        using (var store = Store.Open(archive.Folder, new StoreOptions(BusySeconds: 1)))
        {
            store.Add([new StoredReport(report, TemporaryArchive.Noon)]);
            await using var other = new SqliteConnection($"Data Source={archive.File};Pooling=False");
            await other.OpenAsync(Cancel);
            await using var writing = other.CreateCommand();
            writing.CommandText = "BEGIN IMMEDIATE";
            await writing.ExecuteNonQueryAsync(Cancel);
            await using var desk = new Desk(store, new FastClock());
            while (desk.Status.Failure is null)
                await Task.Delay(20, Cancel);
            writing.CommandText = "ROLLBACK";
            await writing.ExecuteNonQueryAsync(Cancel);
            while (store.StoryOfReport(report.Id) is null)
                await Task.Delay(20, Cancel);
        }
    }
}
