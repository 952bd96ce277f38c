using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Stemma.Tests.Storage;

/// <summary>
/// An import killed at twenty moments. The process is killed, not the machine: what is lost when the power goes depends on the
/// disk keeping its word, and is not tested here.
/// </summary>
public sealed class CrashTests : IDisposable
{
    const int Kills = 20, Reports = 2_000, Batch = 20, Seed = 20250306;

    readonly TemporaryArchive archive = new();
    readonly List<string> acknowledged = [];
    readonly HashSet<string> stories = new(StringComparer.Ordinal);

    public void Dispose() => archive.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_the_archive_opens_with_all_it_acknowledged_and_goes_on()
    {
        var random = new Random(Seed);
        var opened = new List<double>();
        for (var kill = 0; kill < Kills; kill++)
        {
            // Every fourth is killed while it starts and opens the archive, the others at work.
            await (kill % 4 == 0 ? Import(linesBeforeKill: 0, delayMs: random.Next(50, 500)) : Import(linesBeforeKill: random.Next(1, 11), delayMs: random.Next(0, 12)));
            var watch = Stopwatch.StartNew();
            _ = archive.Store;
            opened.Add(watch.Elapsed.TotalMilliseconds);
            HoldsWhatWasAcknowledged();
            archive.Close();
        }
        await Import(linesBeforeKill: int.MaxValue, delayMs: 0);
        HoldsWhatWasAcknowledged();
        Assert.Equal(Reports, archive.Store.CountReports());
        Assert.Equal(Reports, acknowledged.Distinct(StringComparer.Ordinal).Count());
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"reopened {Kills} times after a kill: median {opened.Order().ElementAt(Kills / 2):0} ms, worst {opened.Max():0} ms"));
    }

    /// <summary>Runs the importer from where it is known to have got to, and kills it some time after it has printed so many lines.</summary>
    async Task Import(int linesBeforeKill, int delayMs)
    {
        var program = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Stemma.Crash", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Stemma.Crash.dll"));
        var from = acknowledged.Count.ToString(CultureInfo.InvariantCulture);
        string[] arguments = [program, archive.Folder, from, $"{Reports}", $"{Batch}"];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var importer = Process.Start(start)!;
        var errors = importer.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string? line = null;
        for (var lines = 0; lines < linesBeforeKill && (line = await importer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null; lines++)
            Acknowledge(line);
        if (linesBeforeKill != int.MaxValue)
        {
            importer.WaitForExit(delayMs);
            importer.Kill();
        }
        // What it had printed before it died counts too; a line cut short is no promise.
        foreach (var rest in (await importer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n')[..^1])
            Acknowledge(rest);
        await importer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
    }

    void Acknowledge(string line)
    {
        if (line.StartsWith("story ", StringComparison.Ordinal))
            stories.Add(line[6..]);
        else
            acknowledged.AddRange(line.Split(' '));
    }

    void HoldsWhatWasAcknowledged()
    {
        ArchiveCheck.Whole(archive.Store, archive.File);
        Assert.All(acknowledged, id => Assert.NotNull(archive.Store.FindReport(id)));
        Assert.Equal(0, archive.Store.CountReports() % Batch);
        // Never more than the one batch whose answer was on its way.
        Assert.InRange(archive.Store.CountReports() - acknowledged.Count, 0, Batch);
        var kept = archive.Store.StoryKeys();
        Assert.All(stories, story => Assert.True(kept.ContainsKey(story)));
        Assert.All(kept.Keys, story => Assert.Equal(Batch, archive.Store.FindStory(story)!.Reports.Count(static report => report.Text.Length > 0)));
    }
}
