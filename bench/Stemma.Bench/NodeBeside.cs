using System.Diagnostics;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Bench;

/// <summary>A program of npm that measures itself on the same texts: its folder, and the texts as JSON lines in a file that goes with this.</summary>
sealed class NodeBeside : IDisposable
{
    readonly string folder;
    readonly string texts = Path.Combine(Directory.CreateTempSubdirectory("stemma-beside-").FullName, "texts.jsonl");

    /// <param name="folder">Of measure.mjs, with its packages installed.</param>
    public NodeBeside(string folder, IReadOnlyList<Report> reports) : this(folder, reports.Select(static report => report.Text))
    {
    }

    /// <param name="folder">Of measure.mjs, with its packages installed.</param>
    public NodeBeside(string folder, IEnumerable<string> texts)
    {
        this.folder = folder;
        File.WriteAllLines(this.texts, texts.Select(static text => JsonSerializer.Serialize(text)));
    }

    public bool IsInstalled => Directory.Exists(Path.Combine(folder, "node_modules"));

    /// <summary>What it prints of one pass.</summary>
    public JsonDocument Measure()
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["measure.mjs", texts]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonDocument.Parse(answer) : throw new InvalidOperationException($"{folder}/measure.mjs did not run: make bench-wink, bench-chrono and bench-pages install what it needs.");
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(texts)!, recursive: true);
}
