using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Evidence;

/// <summary>
/// The evidence pack as JSON: camelCase names in the order of the records, nulls written, two-space indentation, LF, one
/// LF at the end, so the same pack always gives the same bytes. Text is left readable (the file is never pasted into HTML).
/// A lone surrogate, which no UTF-8 file can hold, is written as U+FFFD: it keeps every offset and, because the hash is
/// taken over the UTF-8 form, every hash.
/// </summary>
public static class PackJson
{
    /// <summary>Nesting a pack may have; its own shape needs nine levels.</summary>
    public const int DepthMax = 32;

    static readonly byte[] LineEnd = "\n"u8.ToArray();

    static readonly PackJsonContext Context = ContextOf(indented: true);

    static readonly PackJsonContext Compact = ContextOf(indented: false);

    static PackJsonContext ContextOf(bool indented) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DepthMax,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new WellFormedText() },
    });

    public static void Write(Stream output, EvidencePack pack)
    {
        JsonSerializer.Serialize(output, pack, Context.EvidencePack);
        output.Write(LineEnd);
    }

    public static byte[] ToBytes(EvidencePack pack)
    {
        using var bytes = new MemoryStream();
        Write(bytes, pack);
        return bytes.ToArray();
    }

    /// <summary>The same JSON without white space, for keeping rather than reading.</summary>
    public static byte[] ToCompactBytes(EvidencePack pack) => JsonSerializer.SerializeToUtf8Bytes(pack, Compact.EvidencePack);

    /// <summary>The pack, or one plain sentence that says why these bytes are not one. Unknown fields are ignored.</summary>
    public static PackReading Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            if (NullInList(json) is { } where)
                return new(null, $"Not an evidence pack: a list holds null near byte {where}.");
            var pack = JsonSerializer.Deserialize(json, Context.EvidencePack);
            if (pack is null)
                return new(null, "Not an evidence pack: the file holds only null.");
            return string.Equals(pack.Format, EvidencePack.CurrentFormat, StringComparison.Ordinal)
                ? new(pack, null)
                : new(null, $"The pack says its format is “{Shortened(pack.Format)}”; this program reads {EvidencePack.CurrentFormat}.");
        }
        catch (JsonException broken)
        {
            return new(null, Reason(broken));
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escaped half of a surrogate pair.
            return new(null, "Not an evidence pack: a text in it holds half a character (a lone surrogate).");
        }
    }

    /// <summary>A parser's complaint as a sentence with the place, for the user who named the file.</summary>
    internal static string Reason(JsonException broken)
    {
        if (broken.LineNumber is { } line && broken.Path is null or "$")
            return $"Not readable as JSON at line {line + 1}, byte {broken.BytePositionInLine + 1}.";
        var message = broken.Message.Split(" Path: ", 2, StringSplitOptions.None)[0];
        return broken.Path is { } path ? $"Not an evidence pack at {Shortened(path)}: {Shortened(message)}" : $"Not readable as JSON: {Shortened(message)}";
    }

    static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";

    // The serializer honours nullable annotations of properties, not of list elements.
    static long? NullInList(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DepthMax });
        var afterName = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && !afterName && reader.CurrentDepth > 0)
                return reader.TokenStartIndex;
            afterName = reader.TokenType == JsonTokenType.PropertyName;
        }
        return null;
    }
}

/// <summary>A pack, or the reason why there is none: exactly one of the two.</summary>
public sealed record PackReading(EvidencePack? Pack, string? Reason);

/// <summary>Writes text with each lone surrogate replaced by U+FFFD.</summary>
sealed class WellFormedText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() ?? "";

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Of(value));

    static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return Repaired(text);
        }
        return text;
    }

    static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune.ToString());
        return repaired.ToString();
    }
}

[JsonSerializable(typeof(EvidencePack))]
sealed partial class PackJsonContext : JsonSerializerContext;
