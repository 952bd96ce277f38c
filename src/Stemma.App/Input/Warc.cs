using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stemma.App.Input;

/// <summary>
/// Web archives (WARC 1.0 and 1.1, ISO 28500): the pages among their records, which are HTTP responses and resources of type HTML.
/// Chunked and compressed bodies are undone, with the limit of a page on what comes out. Every other kind of record is stepped over.
/// Records are read in one forward pass; a record larger than the limit is named and stepped over.
/// </summary>
static class Warc
{
    const int HeaderLineMax = 64 * 1024;

    const int HeaderLinesMax = 1000;

    public static IEnumerable<ArchiveEntry> Read(string path, Stream stream, InputOptions options)
    {
        var buffered = new BufferedStream(stream, 64 * 1024);
        for (var number = 1; Header(buffered) is { } fields; number++)
        {
            if (!fields.TryGetValue(":start", out var start) || !start.StartsWith("WARC/", StringComparison.Ordinal) || !fields.TryGetValue("content-length", out var written)
                || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException();
            var type = fields.GetValueOrDefault("warc-type", "");
            var url = fields.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            var name = path + "/" + (url ?? number.ToString(CultureInfo.InvariantCulture));
            var isPage = type == "response" && fields.GetValueOrDefault("content-type", "").StartsWith("application/http", StringComparison.OrdinalIgnoreCase)
                || type == "resource" && IsHtml(fields.GetValueOrDefault("content-type", ""));
            if (!isPage || length > options.MaxPageBytes)
            {
                Skip(buffered, length);
                if (isPage)
                    yield return new ArchiveEntry(name, null, $"larger than the limit of {options.MaxPageBytes} bytes", url);
                continue;
            }
            var block = new byte[length];
            buffered.ReadExactly(block);
            var entry = type == "resource" ? new ArchiveEntry(name, block, null, url, CharsetOf(fields.GetValueOrDefault("content-type"))) : Response(name, url, block, options);
            if (entry is not null)
                yield return entry;
        }
    }

    static ArchiveEntry? Response(string name, string? url, byte[] block, InputOptions options)
    {
        using var stream = new MemoryStream(block);
        if (Header(stream) is not { } fields)
            return null;
        var status = fields.GetValueOrDefault(":start", "").Split(' ') is [_, var code, ..] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var type = fields.GetValueOrDefault("content-type");
        // What a server sends without a type is looked at; anything that it says is no page is none.
        if (type is not null && !IsHtml(type) || status is >= 300 and < 400)
            return null;
        try
        {
            Stream body = fields.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase) ? new MemoryStream(Unchunked(stream)) : stream;
            body = fields.GetValueOrDefault("content-encoding", "").Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "deflate" => new ZLibStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using (body)
                return InputFile.Bytes(body, options.MaxPageBytes) is { } bytes
                    ? new ArchiveEntry(name, bytes, null, url, CharsetOf(type), status)
                    : new ArchiveEntry(name, null, $"unpacks to more than the limit of {options.MaxPageBytes} bytes", url);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return new ArchiveEntry(name, null, "its body is damaged", url);
        }
    }

    static bool IsHtml(string type) => type.Contains("html", StringComparison.OrdinalIgnoreCase);

    public static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + "charset=".Length)..].Split(';')[0].Trim(' ', '"', '\'');
    }

    /// <summary>Lines up to an empty one, by name in lower case; the first under ":start". Null at the end.</summary>
    static Dictionary<string, string>? Header(Stream stream)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var lines = 0; lines < HeaderLinesMax; lines++)
        {
            if (Line(stream) is not { } line)
                return fields.Count == 0 ? null : fields;
            if (line.Length == 0 && fields.Count == 0)
                continue;
            if (line.Length == 0)
                return fields;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (fields.Count == 0)
                fields[":start"] = line;
            else if (colon > 0)
                fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }
        throw new InvalidDataException();
    }

    static string? Line(Stream stream)
    {
        var line = new List<byte>();
        for (int one; (one = stream.ReadByte()) >= 0;)
        {
            if (one == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add((byte)one);
            if (line.Count > HeaderLineMax)
                throw new InvalidDataException();
        }
        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]);
    }

    static byte[] Unchunked(Stream stream)
    {
        using var body = new MemoryStream();
        while (Line(stream) is { } size && int.TryParse(size.Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) && length > 0 && length <= stream.Length - stream.Position)
        {
            var chunk = new byte[length];
            stream.ReadExactly(chunk);
            body.Write(chunk);
            _ = Line(stream);
        }
        return body.ToArray();
    }

    static void Skip(Stream stream, long length)
    {
        var buffer = new byte[64 * 1024];
        while (length > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(length, buffer.Length));
            if (read == 0)
                return;
            length -= read;
        }
    }
}
