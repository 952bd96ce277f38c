using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Training;

/// <summary>The files of the corpora: gzipped text.</summary>
static class CorpusFile
{
    public static StreamReader Open(string path) => new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));

    public static IEnumerable<string> Lines(string path)
    {
        using var reader = Open(path);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>One object a line; each is gone when the next is asked for.</summary>
    public static IEnumerable<JsonElement> Objects(string path)
    {
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement;
        }
    }

    /// <summary>Offset in UTF-16 of each code point of the text, and its length at the end: the corpora count code points.</summary>
    public static int[] CodePointOffsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
