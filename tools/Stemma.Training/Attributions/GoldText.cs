using System.Text.Json;
using Stemma.Language;

namespace Stemma.Training.Attributions;

/// <summary>A text of PolNeAR (gzipped JSON lines; offsets there are code points) and its attributions.</summary>
sealed record GoldText(string Id, string Text, List<GoldAttribution> Attributions)
{
    public static GoldText Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var units = CorpusFile.CodePointOffsets(text);
        return new GoldText(json.RootElement.GetProperty("id").GetString()!, text,
            [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(gold => new GoldAttribution(Ranges(gold, "source", units), Ranges(gold, "cue", units), Ranges(gold, "content", units)))]);
    }

    static TextRange[] Ranges(JsonElement gold, string part, int[] units) =>
        gold.TryGetProperty(part, out var ranges) && ranges.ValueKind == JsonValueKind.Array
            ? [.. ranges.EnumerateArray().Select(range => new TextRange(units[range[0].GetInt32()], units[range[1].GetInt32()]))] : [];
}

sealed record GoldAttribution(TextRange[] Source, TextRange[] Cue, TextRange[] Content)
{
    public IEnumerable<TextRange> Ranges => Source.Concat(Cue).Concat(Content);

    public GoldAttribution Moved(int by) => new(Moved(Source, by), Moved(Cue, by), Moved(Content, by));

    static TextRange[] Moved(TextRange[] ranges, int by) => [.. ranges.Select(range => new TextRange(range.Start + by, range.End + by))];
}
