using System.Diagnostics.Metrics;

namespace Stemma.App.Serve;

/// <summary>What the program counts of itself; how requests fare the framework counts already.</summary>
sealed class ServeMeter : IDisposable
{
    public ServeMeter()
    {
        Lines = Own.CreateCounter<long>("stemma_import_lines_total", description: "Lines of imports, by what became of them.");
        DeskRuns = Own.CreateHistogram<double>("stemma_desk_run_seconds", description: "Times the stories were brought up to date.");
    }

    public Meter Own { get; } = new("Stemma");

    public Counter<long> Lines { get; }

    public Histogram<double> DeskRuns { get; }

    public void Dispose() => Own.Dispose();
}
