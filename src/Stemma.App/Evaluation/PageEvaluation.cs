using System.Diagnostics;
using System.Formats.Tar;
using System.Text.Json;

namespace Stemma.App.Evaluation;

/// <summary>
/// Articles of real pages: of the strings that belong to each article, how many its text holds, and of those that do not, how
/// many. White space is joined on both sides. Pages are held out by their address (<see cref="TimeEvaluation.PartOf"/>): rules are made on the others.
/// </summary>
sealed class PageEvaluation
{
    int found, missing, wrong;

    public int Pages { get; private set; }

    public Scores Scores => new(found + wrong, found + missing, found, found);

    public static bool IsHeldOut(string url) => TimeEvaluation.PartOf(url) == "dev";

    public void Add(ExpectedPage page, string text)
    {
        var flat = Flat(text);
        var right = page.With.Count(part => flat.Contains(Flat(part), StringComparison.Ordinal));
        found += right;
        missing += page.With.Count - right;
        wrong += page.Without.Count(part => flat.Contains(Flat(part), StringComparison.Ordinal));
        Pages++;
    }

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<ExpectedPage> Expected(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "expected.jsonl")).Where(static line => line.Length > 0).Select(static line => ExpectedPage.Parse(line))];

    /// <summary>The pages by file name, from the archive beside the expectations.</summary>
    public static Dictionary<string, byte[]> Read(string folder)
    {
        var pages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        // The framework has no xz.
        using var process = Process.Start(new ProcessStartInfo("xz", ["-dc", Path.Combine(folder, "html.tar.xz")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using (var archive = new TarReader(process.StandardOutput.BaseStream))
        {
            while (archive.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is not { } data)
                    continue;
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                pages[Path.GetFileName(entry.Name)] = bytes.ToArray();
            }
        }
        process.WaitForExit();
        return pages;
    }
}

/// <summary>What the text of a page must and must not hold.</summary>
sealed record ExpectedPage(string Url, string File, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    public static ExpectedPage Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var page = json.RootElement;
        return new ExpectedPage(page.GetProperty("url").GetString()!, page.GetProperty("file").GetString()!, Strings(page.GetProperty("with")), Strings(page.GetProperty("without")));
    }

    static IReadOnlyList<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(static one => one.GetString()!)];
}
