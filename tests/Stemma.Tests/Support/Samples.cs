using Stemma.App.Input;
using Stemma.Reports;

namespace Stemma.Tests.Support;

/// <summary>The sample stories of the project, one folder each.</summary>
static class Samples
{
    public static IReadOnlyList<string> Stories { get; } = [.. Directory.GetDirectories(Path.Combine(Tree.Root, "samples")).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> FilesOf(string story) => [.. Directory.GetFiles(story, "*.txt").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Report> Reports { get; } = ReportsOf(Stories.SelectMany(FilesOf));

    public static IReadOnlyList<Report> ReportsOf(IEnumerable<string> files) =>
        [.. InputReader.Read(files).Select(item => item.Report ?? throw new InvalidOperationException(item.Problem?.ToString()))];
}
