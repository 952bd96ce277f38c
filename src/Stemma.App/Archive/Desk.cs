using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Storage;
using Stemma.Stories;

namespace Stemma.App.Archive;

/// <param name="Waiting">Something came in that the stories do not show yet.</param>
/// <param name="Done">Stories computed in the run under way.</param>
/// <param name="Of">Stories this run has to compute.</param>
/// <param name="Failure">Why the last run ended early, or null.</param>
public sealed record DeskStatus(bool Waiting, bool Computing, int Done, int Of, DateTimeOffset? ComputedAt, string? Failure);

/// <summary>
/// Takes reports and rulings into the archive and keeps its stories current, in one process. What is handed in is on disk when
/// the call returns; stories follow in the background: all reports are grouped again, and a story is computed anew only where
/// its reports, their dates, the rulings or the program changed. Recomputed, never patched: the archive says what
/// <c>stemma read</c> would say of the same reports and rulings.
/// Cost of a run: grouping is linear in all reports, analysis in the changed stories.
/// </summary>
public sealed class Desk : IAsyncDisposable
{
    /// <summary>How long the desk waits for more before it computes, so that an import is not regrouped at every line.</summary>
    static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(300);

    /// <summary>Stories written in one transaction: a run shows its results as it goes.</summary>
    const int StoriesATime = 64;

    readonly Store store;
    readonly TimeProvider clock;
    readonly Action<TimeSpan>? ran;
    readonly SemaphoreSlim changed = new(0);
    readonly CancellationTokenSource stopping = new();
    readonly Task loop;
    long handedIn;
    long covered;

    /// <param name="ran">Told after each run how long it took.</param>
    public Desk(Store store, TimeProvider clock, Action<TimeSpan>? ran = null)
    {
        this.store = store;
        this.clock = clock;
        this.ran = ran;
        Status = new DeskStatus(Waiting: true, Computing: false, 0, 0, null, null);
        Changed(); // whatever an interrupted run left undone
        loop = Task.Run(RunAsync);
    }

    public DeskStatus Status { get; private set; }

    /// <summary>Keeps reports; one result each, in order. On disk when it returns.</summary>
    public IReadOnlyList<AddResult> Submit(IReadOnlyList<Report> reports)
    {
        var now = clock.GetUtcNow();
        var results = store.Add([.. reports.Select(report => new StoredReport(report, now))]);
        if (results.Contains(AddResult.Added))
            Changed();
        return results;
    }

    /// <summary>Something the stories depend on changed: a report was removed, a ruling was made.</summary>
    public void Changed()
    {
        Interlocked.Increment(ref handedIn);
        Status = Status with { Waiting = true };
        changed.Release();
    }

    /// <summary>Completes when the stories show all that was handed in before the call.</summary>
    public async Task SettledAsync(CancellationToken cancel = default)
    {
        var until = Interlocked.Read(ref handedIn);
        while (Interlocked.Read(ref covered) < until && Status.Failure is null)
            await Task.Delay(20, cancel);
    }

    async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(stopping.Token);
                await Task.Delay(Gather, clock, stopping.Token);
                while (changed.Wait(0, CancellationToken.None)) { }
                var covers = Interlocked.Read(ref handedIn);
                var began = clock.GetTimestamp();
                Compute();
                ran?.Invoke(clock.GetElapsedTime(began));
                Interlocked.Exchange(ref covered, covers);
                Status = new DeskStatus(Waiting: covers < Interlocked.Read(ref handedIn), Computing: false, 0, 0, clock.GetUtcNow(), null);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (StoreException failure)
            {
                Status = Status with { Computing = false, Failure = failure.Message };
            }
        }
    }

    void Compute()
    {
        var rulings = store.Rulings();
        var (reports, stories) = PackBuilder.Group([.. store.ReadReports().Select(static stored => stored.Report)], rulings);
        var kept = store.StoryKeys();
        var sourceRulings = string.Join('\n', rulings.Where(static ruling => ruling.Kind is RulingKind.SameSource or RulingKind.NotSameSource));
        var due = stories.Select(story => (Story: story, Key: KeyOf(story, reports, sourceRulings))).Where(item => kept.GetValueOrDefault(item.Story.Id) != item.Key).ToList();
        var current = stories.Select(static story => story.Id).ToHashSet(StringComparer.Ordinal);
        Status = Status with { Computing = true, Done = 0, Of = due.Count };
        var done = 0;
        foreach (var some in due.Chunk(StoriesATime))
        {
            stopping.Token.ThrowIfCancellationRequested();
            var computed = some.AsParallel().AsOrdered()
                .Select(item => (PackBuilder.Analyse(item.Story, reports, rulings), item.Key))
                .Select(static item => (item.Item1.Story, item.Key, item.Item1.Reports)).ToList();
            done += some.Length;
            // Stories that are gone go with the last lot, so that a report is never without its story in between.
            store.Replace(computed, done == due.Count ? current : kept.Keys.Concat(current).ToHashSet(StringComparer.Ordinal), clock.GetUtcNow());
            Status = Status with { Done = done };
        }
        if (due.Count == 0 && kept.Keys.Any(id => !current.Contains(id)))
            store.Replace([], current, clock.GetUtcNow());
    }

    /// <summary>Hash of everything the story is computed from.</summary>
    static string KeyOf(Story story, Report[] reports, string sourceRulings) => ContentId.Of(
        'k', ProgramVersion.Text, string.Join('\n', story.Reports.Select(report => reports[report].Id + " " + reports[report].Published.ToIso())), string.Join('\n', story.Why), story.Title, sourceRulings);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
        changed.Dispose();
    }
}
