using System.IO.Compression;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Bench;

sealed record CorpusReport(ReportFields Fields, string Text)
{
    public Report ToReport() => ReportReader.Read(Fields, Text);
}

/// <summary>Reports of the corpora as they lie beside the project, in a fixed order: ids, dates and outlets where they are given.</summary>
static class CorpusReports
{
    /// <summary>Full reports first; the many short ones of the last file fill a load up.</summary>
    static readonly string[] Files =
    [
        "attribution/polnear-dev.jsonl.gz", "stories/newscluster.jsonl.gz", "attribution/polnear-train.jsonl.gz", "stories/ecbplus-docs.jsonl.gz", "stories/timeline17-docs.jsonl.gz", "lineage/reuters21578.jsonl.gz",
    ];

    public static IEnumerable<CorpusReport> Read(string corpora) =>
        Files.Select(file => Path.Combine(corpora, file)).Where(File.Exists).SelectMany(Lines).Select(Of).OfType<CorpusReport>();

    static CorpusReport? Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        string? Field(params string[] names) => names.Select(name => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null).FirstOrDefault(value => value is { Length: > 0 });
        return Field("text") is { } text ? new CorpusReport(new ReportFields(Field("id"), Field("title"), Field("published", "date"), Field("publisher", "source"), null, Field("url")), text) : null;
    }

    static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
