using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Stemma.App.Input;
using Stemma.App.Output;
using Stemma.App.Pages;
using Stemma.Evidence;

namespace Stemma.App.Commands;

/// <summary>stemma read PATH…: a dossier per story on standard output; the evidence pack and a static site where asked for.</summary>
static class ReadCommand
{
    public static Command Make()
    {
        var paths = CommandInput.Paths();
        var json = new Option<string>("--json") { Description = "Write the evidence pack to this file (- for standard output, instead of the dossier).", HelpName = "FILE" };
        var excerpts = new Option<bool>("--excerpts-only") { Description = "Leave the full texts out of the evidence pack; what is cited keeps its words." };
        var html = new Option<DirectoryInfo>("--html") { Description = "Write a static site into this folder: open its index.html.", HelpName = "DIR" };
        var publishers = CommandInput.Publishers();
        var hosts = CommandInput.AllowedHosts();
        var command = new Command("read", "Reads reports and prints a dossier of each story: who says what, on whose authority, and what was copied from where.") { paths, json, excerpts, html, publishers, hosts };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(json), parsed.GetValue(excerpts), parsed.GetValue(html), CommandInput.With(InputOptions.Default, parsed.GetValue(publishers), parsed.GetValue(hosts))));
        return command;
    }

    static async Task<int> RunAsync(string[] paths, string? json, bool excerptsOnly, DirectoryInfo? html, InputOptions options)
    {
        var watch = Stopwatch.StartNew();
        EvidencePack pack;
        int failed;
        using (var progress = RunProgress.OnStandardError())
        {
            progress.Begin("read");
            (var reports, failed) = CommandInput.Read(paths, progress, options);
            if (reports.Count == 0)
            {
                Console.Error.WriteLine($$"""stemma: no report could be read from {{string.Join(", ", paths)}}. Name text files (.txt), web pages (.html), folders or archives of them, or JSON lines (.jsonl, one {"text": …} a line).""");
                return ExitStatus.SomeFailed;
            }
            progress.Begin("analysed", reports.Count);
            pack = PackBuilder.Build(reports, ProgramVersion.Text, progress.Done);
        }
        if (json is not null)
            WritePack(json, excerptsOnly ? PackExcerpts.Of(pack) : pack);
        string? refused = null;
        if (html is not null)
            refused = (await SiteWriter.WriteAsync(pack, html)).Refused;
        if (refused is not null)
            await Console.Error.WriteLineAsync("stemma: no site was written: " + refused);
        if (json is not "-")
            Dossier.Write(Console.Out, pack, Terminal.Options());
        if (watch.Elapsed > TimeSpan.FromSeconds(5))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"stemma: {pack.Reports.Count:N0} reports in {watch.Elapsed.TotalSeconds:0.0} s ({pack.Reports.Count / watch.Elapsed.TotalSeconds:0} reports/s), {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024):N0} MB at most"));
        return failed == 0 && refused is null ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    static void WritePack(string path, EvidencePack pack)
    {
        using var stream = path is "-" ? Console.OpenStandardOutput() : File.Create(path);
        PackJson.Write(stream, pack);
    }
}
