using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Reports;

namespace Stemma.Bench;

/// <summary>
/// The running server under a bounded load on loopback: an archive of invented reports, readers who look at a page, think and
/// look at the next, and one importer. Prints what a reader waited, per kind of page, and the memory of the server. Readers and
/// server share the machine, so the figures are an upper bound.
/// </summary>
sealed class ServedLoad : IDisposable
{
    /// <summary>A reader thinks this long between two pages, at least and at most, in milliseconds.</summary>
    const int ThinkMin = 500, ThinkMax = 1500;

    /// <summary>Reports the importer sends at a time, and how long it waits between, in milliseconds.</summary>
    const int ImportSize = 20, ImportPause = 1000;

    /// <summary>Pages of a kind asked for one after the other, to measure what each takes.</summary>
    const int PagesAlone = 60;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stemma-load-");
    readonly ConcurrentDictionary<string, ConcurrentBag<double>> waits = new(StringComparer.Ordinal);
    readonly ConcurrentBag<string> errors = [];
    readonly HttpClient client;
    readonly Process server;

    ServedLoad()
    {
        var program = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Stemma.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Stemma.App.dll"));
        // The environment is what ./stemma sets.
        server = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", folder.FullName, "--port", "0"])
        {
            RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["DOTNET_TieredCompilation"] = "0", ["MALLOC_ARENA_MAX"] = "2", ["MALLOC_TRIM_THRESHOLD_"] = "131072" },
        })!;
        var line = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        client = new HttpClient { BaseAddress = new Uri(line[(line.LastIndexOf(' ') + 1)..]), Timeout = TimeSpan.FromMinutes(5) };
    }

    public static async Task RunAsync(string samples, int reports, int readers, int seconds)
    {
        // The importer needs some that are not there yet.
        var made = RepeatedSamples.Make(samples, reports + 1 + (seconds * ImportSize));
        using var load = new ServedLoad();
        Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; server and readers on one machine\n");
        Console.WriteLine($"| server | |\n| --- | --- |\n| memory, empty | {load.Memory()} |");
        var watch = Stopwatch.StartNew();
        await load.ImportAsync(made.Take(reports));
        Console.WriteLine($"| {reports:N0} reports on disk and answered | {watch.Elapsed.TotalSeconds:0.0} s, {reports / watch.Elapsed.TotalSeconds:0} reports/s |");
        Console.WriteLine($"| memory then | {load.Memory()} |");
        var stories = await load.SettleAsync();
        Console.WriteLine($"| all shown in {stories:N0} stories | {watch.Elapsed.TotalSeconds:0.0} s, of the processors {load.Processor().TotalSeconds:0.0} s |");
        Console.WriteLine($"| memory then | {load.Memory()} |");
        var before = load.Processor();
        await load.ImportAsync(made.Skip(reports).Take(1));
        await load.SettleAsync();
        Console.WriteLine($"| one more report shown | {(load.Processor() - before).TotalSeconds:0.0} s of the processors |");
        if (seconds == 0)
            return;
        var pages = await load.PagesAsync();
        var alone = load.ProcessorPerPage(pages);
        await load.LoadAsync(pages, made.Skip(reports + 1).ToList(), readers, TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"| memory after the load | {load.Memory()} |\n");
        load.Print(alone, readers, seconds);
    }

    async Task ImportAsync(IEnumerable<Report> reports)
    {
        using var content = new StringContent(string.Join('\n', reports.Select(Line)), Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var answer = await client.PostAsync("/api/reports", content);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsStringAsync();
    }

    static string Line(Report report) =>
        JsonSerializer.Serialize(new { id = report.InputId, title = report.Title, text = report.Text, outlet = report.Outlet, byline = report.Byline, published = report.Published.ToIso() });

    async Task<int> SettleAsync()
    {
        while (true)
        {
            var status = JsonNode.Parse(await client.GetStringAsync("/api/status"))!;
            if (!status["desk"]!["waiting"]!.GetValue<bool>() && !status["desk"]!["computing"]!.GetValue<bool>())
                return status["stories"]!.GetValue<int>();
            await Task.Delay(500);
        }
    }

    /// <summary>Milliseconds of processor time that one page takes the server, which a busy machine does not change.</summary>
    Dictionary<string, double> ProcessorPerPage((string Kind, string[] Addresses)[] pages)
    {
        var taken = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (kind, addresses) in pages)
        {
            for (var round = 0; round < 2; round++) // the first is for the compiler
            {
                var before = Processor();
                for (var i = 0; i < PagesAlone; i++)
                    client.GetByteArrayAsync(addresses[i % addresses.Length]).GetAwaiter().GetResult();
                taken[kind] = (Processor() - before).TotalMilliseconds / PagesAlone;
            }
        }
        return taken;
    }

    TimeSpan Processor()
    {
        server.Refresh();
        return server.TotalProcessorTime;
    }

    async Task LoadAsync((string Kind, string[] Addresses)[] pages, List<Report> fresh, int readers, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var importing = ImportSlowlyAsync(fresh, over.Token);
        await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => ReadAsync(pages, new Random(reader), over.Token)));
        await importing;
    }

    /// <summary>Addresses to look at, by kind of page.</summary>
    async Task<(string Kind, string[] Addresses)[]> PagesAsync()
    {
        var list = JsonNode.Parse(await client.GetStringAsync("/api/stories?size=200"))!;
        string[] stories = [.. list["items"]!.AsArray().Select(static story => story!["id"]!.GetValue<string>()).Take(60)];
        var (reports, sources, pairs) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var id in stories)
        {
            var story = JsonNode.Parse(await client.GetStringAsync("/api/stories/" + id))!["story"]!;
            string[] own = [.. story["reports"]!.AsArray().Select(static report => report!.GetValue<string>())];
            reports.AddRange(own);
            if (own.Length > 1)
                pairs.Add($"/compare/{own[0]}/{own[1]}");
            sources.UnionWith(story["sources"]!.AsArray().Where(static source => source!["kind"]!.GetValue<string>() == "person").Select(static source => source!["id"]!.GetValue<string>()));
        }
        return
        [
            ("story list", [.. Enumerable.Range(1, 5).Select(static page => string.Create(CultureInfo.InvariantCulture, $"/?page={page}"))]),
            ("story", [.. stories.Select(static id => "/stories/" + id)]),
            ("report", [.. reports.Select(static id => "/reports/" + id)]),
            ("two reports compared", [.. pairs]),
            ("search", ["/search?q=harbour", "/search?q=crane+limit", "/search?q=water+level&kind=statement", "/search?q=office&kind=source"]),
            ("source", [.. sources.Take(60).Select(static id => "/sources/" + id)]),
            ("story as JSON", [.. stories.Select(static id => "/api/stories/" + id)]),
        ];
    }

    async Task ReadAsync((string Kind, string[] Addresses)[] pages, Random random, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(random.Next(ThinkMin, ThinkMax), CancellationToken.None);
            var (kind, addresses) = pages[random.Next(pages.Length)];
            var address = addresses[random.Next(addresses.Length)];
            await TimedAsync(kind, async () =>
            {
                using var answer = await client.GetAsync(address, CancellationToken.None);
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                // A story that became part of another is answered by the way there.
                if (!answer.IsSuccessStatusCode)
                    errors.Add($"{(int)answer.StatusCode} {address}");
            });
        }
    }

    async Task ImportSlowlyAsync(List<Report> fresh, CancellationToken over)
    {
        foreach (var some in fresh.Chunk(ImportSize))
        {
            if (over.IsCancellationRequested)
                return;
            await TimedAsync($"import of {ImportSize}", () => ImportAsync(some));
            await Task.Delay(ImportPause, CancellationToken.None);
        }
    }

    async Task TimedAsync(string kind, Func<Task> ask)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await ask();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            errors.Add($"{kind}: {error.Message}");
        }
        waits.GetOrAdd(kind, static _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    void Print(Dictionary<string, double> alone, int readers, int seconds)
    {
        Console.WriteLine($"{readers} readers for {seconds} s, {ThinkMin / 1000.0} to {ThinkMax / 1000.0} s of thought between pages; one importer, {ImportSize} reports every {ImportPause / 1000.0} s; milliseconds\n");
        Console.WriteLine("| page | processor time of one, alone | asked for | p50 | p99 | worst |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (kind, bag) in waits.OrderBy(static item => item.Key, StringComparer.Ordinal))
            Row(kind, alone.TryGetValue(kind, out var taken) ? taken : null, bag);
        Row("all pages", null, waits.Where(static item => !item.Key.StartsWith("import", StringComparison.Ordinal)).SelectMany(static item => item.Value));
        Console.WriteLine($"\n{errors.Count} errors");
        foreach (var error in errors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(10))
            Console.WriteLine("* " + error);
    }

    static void Row(string kind, double? alone, IEnumerable<double> waited)
    {
        double[] sorted = [.. waited.Order()];
        Console.WriteLine($"| {kind} | {alone:0.0} | {sorted.Length:N0} | {At(sorted, 0.5):0} | {At(sorted, 0.99):0} | {sorted[^1]:0} |");
    }

    static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    /// <summary>What the system counts as in use now and at most, and of it the managed heap.</summary>
    string Memory()
    {
        server.Refresh();
        var metrics = client.GetStringAsync("/metrics").GetAwaiter().GetResult();
        double Megabytes(string name) => double.Parse(metrics.Split('\n').First(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture) / (1 << 20);
        return string.Create(CultureInfo.InvariantCulture,
            $"{server.WorkingSet64 >> 20} MB, {server.PeakWorkingSet64 >> 20} MB at most; garbage-collected heap {Megabytes("dotnet_gc_heap_bytes"):0} MB, {Megabytes("dotnet_gc_committed_bytes"):0} MB taken from the system for it");
    }

    public void Dispose()
    {
        server.Kill();
        server.WaitForExit();
        server.Dispose();
        client.Dispose();
        folder.Delete(recursive: true);
    }
}
