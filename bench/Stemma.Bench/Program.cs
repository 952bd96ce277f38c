using System.Globalization;

namespace Stemma.Bench;

static class Program
{
    const string Usage = """
        usage: Stemma.Bench stages [--corpora DIR] [--samples DIR] [--reports N]
                 a Markdown table of medians: the samples repeated to N reports (1,000), and the corpora where they are there
               Stemma.Bench wink --corpora DIR [--reports N]
                 the language pipeline beside wink-nlp on N reports (1,000) of the corpora; make bench-wink installs it
               Stemma.Bench times --corpora DIR [--reports N]
                 times found beside the whole language pipeline and beside chrono-node; make bench-chrono installs that
               Stemma.Bench pages --corpora DIR
                 articles out of real pages beside @mozilla/readability over linkedom; make bench-pages installs that
               Stemma.Bench load --corpora DIR --out DIR [--reports N]
                 N reports (10,000) of the corpora, as DIR/load.jsonl and as files under DIR/files
               Stemma.Bench serve [--samples DIR] [--reports N] [--readers N] [--seconds N]
                 the running server with N reports (10,000) under a load of readers (50) and one importer
        """;

    static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var corpora = Value(args, "--corpora");
        var count = Number(args, "--reports");
        switch (args.FirstOrDefault())
        {
            case "stages":
                Stages(Value(args, "--samples") ?? "samples", corpora, count ?? 1_000);
                return 0;
            case "wink" when corpora is not null:
                WinkComparison.Run([.. CorpusReports.Read(corpora).Select(static report => report.ToReport()).DistinctBy(static report => report.Id, StringComparer.Ordinal).Take(count ?? 1_000)], "bench/wink");
                return 0;
            case "times" when corpora is not null:
                ChronoComparison.Run([.. CorpusReports.Read(corpora).Select(static report => report.ToReport()).DistinctBy(static report => report.Id, StringComparer.Ordinal).Take(count ?? 1_000)], "bench/chrono");
                return 0;
            case "pages" when corpora is not null:
                ReadabilityComparison.Run(corpora, "bench/readability");
                return 0;
            case "load" when corpora is not null && Value(args, "--out") is { } target:
                Load.Write(CorpusReports.Read(corpora).Take(count ?? 10_000), target);
                return 0;
            case "serve":
                await ServedLoad.RunAsync(Value(args, "--samples") ?? "samples", count ?? 10_000, Number(args, "--readers") ?? 50, Number(args, "--seconds") ?? 30);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    static void Stages(string samples, string? corpora, int count)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; per second of processor time, medians of {Measured.Rounds} rounds; the pack runs on all processors\n");
        StageTable.Write($"the samples, repeated to {count:N0} reports", RepeatedSamples.Make(samples, count));
        if (corpora is not null && Directory.Exists(corpora))
            StageTable.Write($"{count:N0} reports of the corpora", [.. CorpusReports.Read(corpora).Select(report => report.ToReport()).DistinctBy(report => report.Id, StringComparer.Ordinal).Take(count)]);
        else
            Console.WriteLine("The corpora are not there: --corpora DIR names them.");
    }

    static int? Number(string[] args, string name) => Value(args, name) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;

    static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
