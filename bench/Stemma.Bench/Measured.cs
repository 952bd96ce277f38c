namespace Stemma.Bench;

/// <summary>
/// Median seconds of processor time of a few rounds after one to warm up, and the bytes one round allocates. Processor time
/// and not the clock, so that a busy machine gives much the same figures; of parallel work it is the sum over all threads.
/// </summary>
readonly record struct Measured(double Seconds, long AllocatedBytes)
{
    public const int Rounds = 5;

    /// <param name="parallel">The work runs on several threads: allocation is then counted over the whole process.</param>
    public static Measured Of(Action work, bool parallel = false)
    {
        work();
        var seconds = new double[Rounds];
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = Allocated(parallel);
            var start = Environment.CpuUsage.TotalTime;
            work();
            seconds[round] = Math.Max((Environment.CpuUsage.TotalTime - start).TotalSeconds, 1e-6);
            allocated = Allocated(parallel) - before;
        }
        Array.Sort(seconds);
        return new Measured(seconds[Rounds / 2], allocated);
    }

    static long Allocated(bool parallel) => parallel ? GC.GetTotalAllocatedBytes(precise: true) : GC.GetAllocatedBytesForCurrentThread();
}
