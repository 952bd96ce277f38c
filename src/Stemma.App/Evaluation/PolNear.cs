using System.IO.Compression;
using System.Text.Json;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>One annotated attribution of PolNeAR: three roles, each a list of ranges (UTF-16; the corpus counts code points).</summary>
sealed record GoldAttribution(TextRange[] Source, TextRange[] Cue, TextRange[] Content);

sealed record GoldDocument(string Id, string Text, GoldAttribution[] Attributions);

/// <summary>Reads the PolNeAR attribution corpus as it lies beside the project (gzipped JSON lines).</summary>
static class PolNear
{
    public static string PathOf(string corpora, string part) => Path.Combine(corpora, "attribution", $"polnear-{part}.jsonl.gz");

    public static IEnumerable<GoldDocument> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var units = CodePointOffsets(text);
            var attributions = json.RootElement.GetProperty("attributions").EnumerateArray()
                .Select(gold => new GoldAttribution(Ranges(gold, "source", units), Ranges(gold, "cue", units), Ranges(gold, "content", units)));
            yield return new GoldDocument(json.RootElement.GetProperty("id").GetString()!, text, [.. attributions]);
        }
    }

    static TextRange[] Ranges(JsonElement gold, string role, int[] units) =>
        gold.TryGetProperty(role, out var ranges) && ranges.ValueKind == JsonValueKind.Array
            ? [.. ranges.EnumerateArray().Select(range => new TextRange(units[range[0].GetInt32()], units[range[1].GetInt32()]))] : [];

    /// <summary>UTF-16 offset of each code point, and of the end.</summary>
    static int[] CodePointOffsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
