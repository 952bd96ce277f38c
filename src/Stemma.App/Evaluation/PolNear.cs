using System.Text.Json;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>One annotated attribution of PolNeAR: three roles, each a list of ranges (UTF-16; the corpus counts code points).</summary>
sealed record GoldAttribution(TextRange[] Source, TextRange[] Cue, TextRange[] Content)
{
    public IEnumerable<TextRange> Parts => Source.Concat(Cue).Concat(Content);
}

sealed record GoldDocument(string Id, string Text, GoldAttribution[] Attributions);

/// <summary>Reads the PolNeAR attribution corpus as it lies beside the project (gzipped JSON lines).</summary>
static class PolNear
{
    public static string PathOf(string corpora, string part) => Path.Combine(corpora, "attribution", $"polnear-{part}.jsonl.gz");

    public static IEnumerable<GoldDocument> Read(string path)
    {
        foreach (var line in CorpusFile.Objects(path))
        {
            var text = line.GetProperty("text").GetString()!;
            var units = CorpusFile.CodePointOffsets(text);
            var attributions = line.GetProperty("attributions").EnumerateArray()
                .Select(gold => new GoldAttribution(Ranges(gold, "source", units), Ranges(gold, "cue", units), Ranges(gold, "content", units)));
            yield return new GoldDocument(line.GetProperty("id").GetString()!, text, [.. attributions]);
        }
    }

    static TextRange[] Ranges(JsonElement gold, string role, int[] units) =>
        gold.TryGetProperty(role, out var ranges) && ranges.ValueKind == JsonValueKind.Array
            ? [.. ranges.EnumerateArray().Select(range => new TextRange(units[range[0].GetInt32()], units[range[1].GetInt32()]))] : [];
}
