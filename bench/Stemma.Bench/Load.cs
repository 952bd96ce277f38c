using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stemma.Bench;

/// <summary>Writes a load twice, for `stemma read` at scale: as one file of JSON lines, and as text files with front matter, a hundred to a folder.</summary>
static class Load
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    static readonly JsonSerializerOptions Named = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Write(IEnumerable<CorpusReport> reports, string target)
    {
        Directory.CreateDirectory(target);
        using var lines = new StreamWriter(Path.Combine(target, "load.jsonl"), append: false, Utf8) { NewLine = "\n" };
        var count = 0;
        foreach (var (fields, text) in reports)
        {
            lines.WriteLine(JsonSerializer.Serialize(new { fields.Id, fields.Title, text, fields.Published, fields.Outlet, fields.Url }, Named));
            var folder = Path.Combine(target, "files", (count / 100).ToString("000", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, count.ToString("00000", CultureInfo.InvariantCulture) + ".txt"), FrontMatter(fields) + text, Utf8);
            count++;
        }
        Console.WriteLine($"{count:N0} reports: {Path.Combine(target, "load.jsonl")} and {Path.Combine(target, "files")}");
    }

    static string FrontMatter(Stemma.Reports.ReportFields fields)
    {
        var block = new StringBuilder("---\n");
        foreach (var (key, value) in ((string, string?)[])[("id", fields.Id), ("title", fields.Title), ("published", fields.Published), ("outlet", fields.Outlet), ("url", fields.Url)])
        {
            if (value is not null)
                block.Append(key).Append(": \"").Append(value.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"\n");
        }
        return block.Append("---\n").ToString();
    }
}
