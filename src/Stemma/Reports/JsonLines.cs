using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Stemma.Reports;

/// <summary>A line of bytes as it stood in the stream, without its line end. Null <paramref name="Bytes"/>: longer than allowed.</summary>
/// <param name="Number">Counted from 1, blank lines included.</param>
public sealed record RawLine(int Number, byte[]? Bytes);

/// <summary>What one line says: fields and text, or the reason why it is no report.</summary>
/// <param name="Fields">Never null: a refused line keeps the id it came with, where that could be read.</param>
public sealed record JsonLine(int Number, ReportFields Fields, string? Text, string? Reason);

/// <summary>
/// JSON lines: one report per line, <c>{"id","title","text","published","outlet","byline","url"}</c>, only <c>text</c> needed,
/// other members ignored; a number serves as id. The text stays exactly as the JSON says, but for lone surrogates written as
/// escapes, which become U+FFFD. A line that is broken or too long is refused by itself and the rest goes on. The stream is
/// read line by line: memory is bounded by the longest line allowed. Splitting and parsing are apart so that lines can be
/// parsed side by side.
/// </summary>
public static class JsonLines
{
    /// <summary>Longest line read, in bytes. Range: 1 KiB to 1 GiB.</summary>
    public const int DefaultMaxLineBytes = 16 * 1024 * 1024;

    public static IEnumerable<JsonLine> Read(Stream stream, int maxLineBytes = DefaultMaxLineBytes) =>
        Split(stream, maxLineBytes: maxLineBytes).Select(line => Parse(line, maxLineBytes));

    /// <param name="head">Bytes already taken from the front of the stream.</param>
    public static IEnumerable<RawLine> Split(Stream stream, byte[]? head = null, int maxLineBytes = DefaultMaxLineBytes)
    {
        var buffer = new byte[64 * 1024];
        var line = new LineBuffer(maxLineBytes);
        var number = 1;
        ReadOnlyMemory<byte> chunk = head ?? [];
        while (true)
        {
            while (chunk.Span.IndexOf((byte)'\n') is >= 0 and var end)
            {
                line.Append(chunk.Span[..end]);
                chunk = chunk[(end + 1)..];
                var taken = line.Take();
                if (taken is null || taken.Length > 0)
                    yield return new RawLine(number, taken);
                number++;
            }
            line.Append(chunk.Span);
            var read = stream.Read(buffer, 0, buffer.Length);
            if (read == 0)
                break;
            chunk = buffer.AsMemory(0, read);
        }
        var last = line.Take();
        if (last is null || last.Length > 0)
            yield return new RawLine(number, last);
    }

    public static JsonLine Parse(RawLine line, int maxLineBytes = DefaultMaxLineBytes)
    {
        if (line.Bytes is null)
            return Refused(line, ReportFields.None, $"the line is longer than the limit of {maxLineBytes} bytes");
        ReadOnlySpan<byte> bytes = line.Bytes;
        if (line.Number == 1 && bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
            return Refused(line, ReportFields.None, "the line is not UTF-8");
        try
        {
            return ParseObject(line, bytes);
        }
        catch (JsonException)
        {
            return Refused(line, ReportFields.None, "the line is not a JSON object");
        }
    }

    static JsonLine ParseObject(RawLine line, ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Refused(line, ReportFields.None, "the line is not a JSON object");
        var fields = ReportFields.None;
        string? text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = TextOf(ref reader);
            reader.Read();
            if (key == "text")
                text = reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : null;
            else
                fields = With(fields, key, ScalarOf(ref reader));
            reader.Skip();
        }
        // Anything after the object, such as a second one, makes the line ambiguous.
        while (reader.Read())
        {
        }
        if (text is null)
            return Refused(line, fields, "the line has no \"text\" string");
        return string.IsNullOrWhiteSpace(text) ? Refused(line, fields, "empty") : new JsonLine(line.Number, fields, text, null);
    }

    static JsonLine Refused(RawLine line, ReportFields fields, string reason) => new(line.Number, fields, null, reason);

    static ReportFields With(ReportFields fields, string key, string? value) => key switch
    {
        "id" => fields with { Id = value },
        "title" => fields with { Title = value },
        "published" => fields with { Published = value },
        "outlet" => fields with { Outlet = value },
        "byline" => fields with { Byline = value },
        "url" => fields with { Url = value },
        "agency" => fields with { Agency = value },
        _ => fields,
    };

    static string? ScalarOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => TextOf(ref reader) is { Length: > 0 } value ? value : null,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    /// <summary>The reader's own unescaping throws on a lone surrogate; to us that is data.</summary>
    static string TextOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        if (reader.ValueSpan.IndexOf("\\ud"u8) < 0 && reader.ValueSpan.IndexOf("\\uD"u8) < 0)
            return reader.GetString()!;
        var escaped = Encoding.UTF8.GetString(reader.ValueSpan);
        var plain = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                plain.Append(escaped[at]);
                continue;
            }
            at++;
            plain.Append(escaped[at] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)Convert.ToUInt16(escaped.Substring(at + 1, 4), 16),
                var itself => itself,
            });
            if (escaped[at] == 'u')
                at += 4;
        }
        return TextDecoding.ReplaceLoneSurrogates(plain.ToString());
    }

    /// <summary>Collects one line, keeping nothing of it once it has grown too long.</summary>
    sealed class LineBuffer(int max)
    {
        readonly ArrayBufferWriter<byte> bytes = new();
        bool tooLong;

        public void Append(ReadOnlySpan<byte> more)
        {
            tooLong |= bytes.WrittenCount + more.Length > max;
            if (!tooLong)
                bytes.Write(more);
        }

        /// <summary>The line, empty where it holds only white space, null where it was too long; then begins the next.</summary>
        public byte[]? Take()
        {
            var line = tooLong ? null : bytes.WrittenSpan.Trim(" \t\r"u8).ToArray();
            bytes.ResetWrittenCount();
            tooLong = false;
            return line;
        }
    }
}
