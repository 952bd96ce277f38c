using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Stemma.App.Serve;

/// <summary>
/// Whoever only looks takes turns on threads kept for it, as many as processors. More at a
/// time would make no page come sooner, and what is drawn leaves buffers with the thread that drew it, 3 MB each: 50 readers
/// spread over the pool's threads, on two processors, took 85 MB of managed memory, and take 40 MB by turns. Who waits for a slow
/// line keeps no thread. Changes do not come here: they queue for the archive's one writer.
/// </summary>
sealed class ReaderTurns : TaskScheduler
{
    static readonly ReaderTurns Shared = new();

    [ThreadStatic]
    static bool isOurs;

    readonly BlockingCollection<Task> waiting = [];

    ReaderTurns()
    {
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
            new Thread(Serve) { IsBackground = true, Name = "Reader" }.Start();
    }

    public override int MaximumConcurrencyLevel => Math.Max(2, Environment.ProcessorCount);

    public static void Use(IApplicationBuilder app) => app.Use(static (http, next) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
        ? Task.Factory.StartNew(() => next(http), CancellationToken.None, TaskCreationOptions.DenyChildAttach, Shared).Unwrap()
        : next(http));

    void Serve()
    {
        isOurs = true;
        foreach (var task in waiting.GetConsumingEnumerable())
            TryExecuteTask(task);
    }

    protected override void QueueTask(Task task) => waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => isOurs && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => waiting;
}
