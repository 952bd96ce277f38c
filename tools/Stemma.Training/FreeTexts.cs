using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Training;

/// <summary>
/// Running text of the corpora whose licences allow a derived table to be shipped: UD English EWT (CC BY-SA 4.0),
/// MEANTIME (CC BY 4.0) and WikiGold (CC BY 4.0). Nothing else is read.
/// </summary>
static class FreeTexts
{
    public static IEnumerable<string> Read(string corpora) =>
        Conllu(Path.Combine(corpora, "syntax", "ewt-train.conllu.gz"))
            .Concat(Lines(Path.Combine(corpora, "names", "meantime.jsonl.gz")).Select(line => Field(line, "text")))
            .Concat(Lines(Path.Combine(corpora, "names", "wikigold.jsonl.gz")).Select(Tokens));

    static IEnumerable<string> Conllu(string file) =>
        Lines(file).Where(line => line.StartsWith("# text = ", StringComparison.Ordinal)).Select(line => line["# text = ".Length..]);

    static string Field(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString() ?? "";
    }

    static string Tokens(string line)
    {
        using var json = JsonDocument.Parse(line);
        return string.Join(' ', json.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()));
    }

    static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
