using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Stemma.App.Archive;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>
/// The program's figures in the Prometheus text format: requests and their durations by method, route and status, import lines, desk
/// runs, the size of the archive, memory and garbage collections. Listens to the counters of this server only, so that two in
/// one process do not add up. Cost: one dictionary entry per label set; routes are patterns, so there are as many as endpoints.
/// </summary>
sealed class Metrics : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    readonly MeterListener listener = new();
    readonly SortedDictionary<string, long> lines = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Durations> requests = new(StringComparer.Ordinal);
    readonly Durations deskRuns = new();
    readonly Lock gate = new();
    readonly ServeMeter meter;

    /// <param name="factory">Maker of the framework's own meters in this server.</param>
    public Metrics(ServeMeter meter, IMeterFactory factory)
    {
        this.meter = meter;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter == meter.Own || (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Name == "http.server.request.duration"))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(OnCount);
        listener.SetMeasurementEventCallback<double>(OnDuration);
        listener.Start();
    }

    void OnCount(Instrument instrument, long count, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var labels = Labels(tags, static name => name is "result" ? name : null);
        lock (gate)
            lines[labels] = lines.GetValueOrDefault(labels) + count;
    }

    void OnDuration(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument == meter.DeskRuns)
        {
            lock (gate)
                deskRuns.Add(seconds);
            return;
        }
        var labels = Labels(tags, static name => name switch { "http.request.method" => "method", "http.route" => "route", "http.response.status_code" => "status", _ => null });
        lock (gate)
        {
            if (!requests.TryGetValue(labels, out var durations))
                requests[labels] = durations = new Durations();
            durations.Add(seconds);
        }
    }

    static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags, Func<string, string?> wanted)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
        {
            if (wanted(name) is { } label)
                labels[label] = label is "route" ? Route(value as string) : string.Create(CultureInfo.InvariantCulture, $"{value}");
        }
        return string.Join(',', labels.Select(static label => $"{label.Key}=\"{label.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\""));
    }

    // A group's own address ends with a stroke that nobody sends.
    static string Route(string? pattern) => pattern is { Length: > 1 } ? pattern.TrimEnd('/') : pattern ?? "";

    public string Text(Store store, Desk desk)
    {
        var text = new StringBuilder();
        lock (gate)
        {
            Head(text, "stemma_http_request_seconds", "histogram", "Requests, by method, route and status.");
            foreach (var (labels, durations) in requests)
                durations.Write(text, "stemma_http_request_seconds", labels);
            Head(text, meter.Lines.Name, "counter", meter.Lines.Description!);
            foreach (var (labels, count) in lines)
                Line(text, meter.Lines.Name, labels, count);
            Head(text, meter.DeskRuns.Name, "histogram", meter.DeskRuns.Description!);
            deskRuns.Write(text, meter.DeskRuns.Name, "");
        }
        var status = desk.Status;
        One(text, "stemma_reports", "gauge", "Reports kept.", store.CountReports());
        One(text, "stemma_stories", "gauge", "Stories kept.", store.Stories(1, 1).Total);
        One(text, "stemma_desk_waiting", "gauge", "1 while something came in that the stories do not show yet.", status.Waiting ? 1 : 0);
        One(text, "stemma_desk_failed", "gauge", "1 where the last run ended early.", status.Failure is null ? 0 : 1);
        using var process = Process.GetCurrentProcess();
        One(text, "process_resident_memory_bytes", "gauge", "Memory of the process that is in use.", process.WorkingSet64);
        One(text, "process_cpu_seconds_total", "counter", "Processor time taken.", process.TotalProcessorTime.TotalSeconds);
        One(text, "dotnet_gc_heap_bytes", "gauge", "Managed memory after the last collection.", GC.GetGCMemoryInfo().HeapSizeBytes);
        One(text, "dotnet_gc_committed_bytes", "gauge", "Memory taken from the system for it.", GC.GetGCMemoryInfo().TotalCommittedBytes);
        Head(text, "dotnet_gc_collections_total", "counter", "Garbage collections, by generation.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            Line(text, "dotnet_gc_collections_total", string.Create(CultureInfo.InvariantCulture, $"generation=\"{generation}\""), GC.CollectionCount(generation));
        return text.ToString();
    }

    static void One(StringBuilder text, string name, string type, string help, double value)
    {
        Head(text, name, type, help);
        Line(text, name, "", value);
    }

    static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : "{" + labels + "}").Append(CultureInfo.InvariantCulture, $" {value:R}\n");

    public void Dispose() => listener.Dispose();

    /// <summary>A histogram with fixed bounds.</summary>
    sealed class Durations
    {
        readonly long[] counts = new long[Bounds.Length + 1];
        double sum;

        public void Add(double seconds)
        {
            var bucket = Array.FindIndex(Bounds, bound => seconds <= bound);
            counts[bucket < 0 ? Bounds.Length : bucket]++;
            sum += seconds;
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            var comma = labels.Length == 0 ? "" : ",";
            long below = 0;
            for (var i = 0; i < Bounds.Length; i++)
                Line(text, name + "_bucket", string.Create(CultureInfo.InvariantCulture, $"{labels}{comma}le=\"{Bounds[i]}\""), below += counts[i]);
            Line(text, name + "_bucket", $"{labels}{comma}le=\"+Inf\"", below + counts[^1]);
            Line(text, name + "_sum", labels, sum);
            Line(text, name + "_count", labels, below + counts[^1]);
        }
    }
}
