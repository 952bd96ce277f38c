using Stemma.Evidence;
using Stemma.Language;
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
/// the call returns; stories follow in the background: all reports are grouped again by their features, and a story is computed
/// anew, from the texts of its own reports, only where these, their dates, the rulings or the program changed. Recomputed, never
/// patched: the archive says what <c>stemma read</c> would say of the same reports and rulings.
/// Cost of a run: grouping is linear in all reports, analysis in the changed stories. It takes one thread, and rests after a run
/// as long as the run took: readers come first.
/// </summary>
public sealed class Desk : IAsyncDisposable
{
    /// <summary>The desk computes when nothing has come in for this long, so that an import is not regrouped at every line.</summary>
    static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(300);

    /// <summary>Whatever still comes in, it is not put off for longer than this. In the middle of a large import most is computed in vain.</summary>
    static readonly TimeSpan GatherMost = TimeSpan.FromSeconds(30);

    /// <summary>The longest rest after a run.</summary>
    static readonly TimeSpan RestMost = TimeSpan.FromSeconds(30);

    /// <summary>How long after a failure the desk tries again by itself.</summary>
    static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>Stories written in one transaction: an import waits for no more than these, and no more are held.</summary>
    const int StoriesATime = 3;

    /// <summary>Reports whose features are written in one transaction.</summary>
    const int FeaturesATime = 100;

    readonly Store store;
    readonly TimeProvider clock;
    readonly Action<TimeSpan>? ran;
    readonly Action? staged;
    readonly Action? removed;
    readonly Publishers publishers;
    readonly SemaphoreSlim changed = new(0);
    readonly CancellationTokenSource stopping = new();
    readonly Task loop;
    long handedIn;
    long covered;

    /// <param name="ran">Told after each run how long it took.</param>
    /// <param name="staged">Told before each run and between its stages: a moment at which much has been let go.</param>
    /// <param name="publishers">Who owns which outlet, in this archive.</param>
    /// <param name="removed">Told when a report is removed, before the removal is answered: its words must not be shown again.</param>
    public Desk(Store store, TimeProvider clock, Action<TimeSpan>? ran = null, Action? staged = null, Action? removed = null, Publishers? publishers = null)
    {
        this.store = store;
        this.publishers = publishers ?? Publishers.Shipped;
        this.clock = clock;
        this.ran = ran;
        this.staged = staged;
        this.removed = removed;
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

    /// <summary>Takes a report out of the archive and of everything that was made from it; false where there is none.</summary>
    public bool Remove(string report, string by, string reason)
    {
        if (!store.Remove(report, by, reason, clock.GetUtcNow()))
            return false;
        removed?.Invoke();
        Changed();
        return true;
    }

    /// <summary>Something the stories depend on changed: a ruling was made or taken back.</summary>
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
        var (ended, took) = (clock.GetTimestamp(), TimeSpan.Zero);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(stopping.Token);
                for (var waited = TimeSpan.Zero; waited == TimeSpan.Zero || (Drained() && waited < GatherMost); waited += Gather)
                    await Task.Delay(Gather, clock, stopping.Token);
                if (RestAfter(took) - clock.GetElapsedTime(ended) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, clock, stopping.Token);
                Drained();
                var covers = Interlocked.Read(ref handedIn);
                staged?.Invoke();
                var began = clock.GetTimestamp();
                // A thread of its own: a long run would keep one of the pool from those who wait for a page.
                await Task.Factory.StartNew(Compute, stopping.Token, TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
                (ended, took) = (clock.GetTimestamp(), clock.GetElapsedTime(began));
                ran?.Invoke(took);
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
                TryAgain();
            }
        }
    }

    /// <summary>What kept the archive from taking stories may pass (a full disk, another writer) without anything new coming in.</summary>
    void TryAgain() => _ = Task.Delay(Again, clock, stopping.Token).ContinueWith(
        _ => changed.Release(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    /// <summary>How long the desk rests after a run: half of one processor is the most it takes, however fast reports come in.</summary>
    internal static TimeSpan RestAfter(TimeSpan run) => run < RestMost ? run : RestMost;

    /// <summary>Whether something had come in; one run is for all of it.</summary>
    bool Drained()
    {
        var any = false;
        while (changed.Wait(0, CancellationToken.None))
            any = true;
        return any;
    }

    void Compute()
    {
        MakeFeatures();
        var rulings = store.Rulings();
        var (reports, stories) = PackBuilder.Group(store.ReadFeatures(), rulings, staged);
        staged?.Invoke();
        var kept = store.StoryKeys();
        var sourceRulings = string.Join('\n', rulings.Where(static ruling => ruling.Kind is RulingKind.SameSource or RulingKind.NotSameSource));
        var keys = stories.Select(story => (Story: story, Id: story.IdAmong(reports), Key: KeyOf(story, reports, sourceRulings))).ToList();
        var due = keys.Where(item => kept.GetValueOrDefault(item.Id) != item.Key).ToList();
        Status = Status with { Computing = true, Done = 0, Of = due.Count };
        var done = 0;
        foreach (var some in due.Chunk(StoriesATime))
        {
            var computed = new List<(PackStory, string, IReadOnlyList<PackReport>)>(some.Length);
            foreach (var (story, _, key) in some)
            {
                stopping.Token.ThrowIfCancellationRequested();
                if (Analyse(story, reports, rulings) is { } evidence)
                    computed.Add((evidence.Story, key, evidence.Reports));
            }
            store.Replace(computed, [], clock.GetUtcNow());
            Status = Status with { Done = done += some.Length };
        }
        // Stories that are gone go last, so that a report is never without its story in between.
        foreach (var gone in kept.Keys.Except(keys.Select(static item => item.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(StoriesATime))
            store.Replace([], gone, clock.GetUtcNow());
    }

    /// <summary>Of what came in since the last run; in an archive that another version left, of all reports.</summary>
    void MakeFeatures()
    {
        foreach (var some in store.ReportsWithoutFeatures().Select(static stored => ReportFeatures.Of(stored.Report)).Chunk(FeaturesATime))
        {
            stopping.Token.ThrowIfCancellationRequested();
            store.KeepFeatures(some);
        }
    }

    /// <summary>Null where one of the reports it needs was removed meanwhile: the removal has another run follow.</summary>
    StoryEvidence? Analyse(GroupedStory story, ReportHead[] reports, IReadOnlyList<Ruling> rulings)
    {
        var read = new Dictionary<string, Report?>(StringComparer.Ordinal);
        Report? Find(string id) => read.TryGetValue(id, out var known) ? known : read[id] = store.FindReport(id)?.Report.Among(publishers);
        var own = story.Reports.Select(report => Find(reports[report].Id)).OfType<Report>().ToList();
        return own.Count == story.Reports.Count && story.Ties.All(tie => tie.Nearest is not { } nearest || Find(nearest) is not null)
            ? PackBuilder.Analyse(story, own, Find, rulings)
            : null;
    }

    /// <summary>Hash of everything the story is computed from: the texts and titles of reports never change under an id.</summary>
    string KeyOf(GroupedStory story, ReportHead[] reports, string sourceRulings) => ContentId.Of(
        'k', ProgramVersion.Text, Analyzer.ModelSha256, publishers.Sha256, string.Join('\n', story.Reports.Select(report => reports[report].Id + " " + reports[report].Published.ToIso())), string.Join('\n', story.Ties), sourceRulings);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
        changed.Dispose();
    }
}
