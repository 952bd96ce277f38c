using System.IO.Compression;
using System.Text.Json;

namespace Stemma.App.Evaluation;

/// <summary>The files of the corpora as they lie beside the project: gzipped text, places counted in code points.</summary>
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

    /// <summary>Labels made by hand that come with the program, one object a line; each is gone when the next is asked for.</summary>
    public static IEnumerable<JsonElement> Labels(string name)
    {
        using var reader = new StreamReader(typeof(CorpusFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program"));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement;
        }
    }

    /// <summary>UTF-16 offset of each code point, and of the end.</summary>
    public static int[] CodePointOffsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
