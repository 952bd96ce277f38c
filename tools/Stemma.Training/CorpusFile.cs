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
}
