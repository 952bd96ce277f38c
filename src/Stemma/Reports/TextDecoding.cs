using System.Buffers;
using System.Text;

namespace Stemma.Reports;

/// <summary>Either a text and the encoding it was in, or the reason why the bytes are no text.</summary>
/// <param name="Encoding">Lower-case IANA name, such as <c>utf-8</c> or <c>windows-1252</c>.</param>
public sealed record DecodedText(string? Text, string? Reason, string? Encoding);

/// <summary>
/// Bytes to text. The byte-order mark is removed, CRLF becomes LF and lone surrogates become U+FFFD; nothing else is touched.
/// <para>Order of guesses: byte-order mark; known magic numbers (refused); UTF-8, a few broken places aside, which become U+FFFD; UTF-16 without a mark, known by where
/// its zero bytes lie; windows-1252 as the HTML standard reads every legacy western page. Bytes that hold NULs or many control
/// characters are no text. Cost: a few linear passes.</para>
/// <para>Gets wrong: other legacy encodings (windows-1251, Shift-JIS) come out as western letters: the language stage then
/// labels them as not English. UTF-16 without a mark is seen only where most characters are Latin.</para>
/// </summary>
public static class TextDecoding
{
    /// <summary>Share of control characters above which bytes are called binary.</summary>
    const double ControlShareMax = 0.02;

    /// <summary>Share of zero bytes at even (or odd) places above which bytes are called UTF-16.</summary>
    const double ZeroShareMin = 0.6;

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Escape, form feed, tab and line ends occur in real text files; the other control characters do not.
    // The upper ones are where windows-1252 has no letter.
    static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0081\u008D\u008F\u0090\u009D\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001C\u001D\u001E\u001F\u007F");

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Refused("empty");
        var (encoding, markLength) = EncodingOfMark(bytes);
        if (encoding is null)
        {
            if (KindOfBinary(bytes) is { } kind)
                return Refused(kind + ", not text");
            encoding = Guess(bytes);
        }
        // The framework's decoders replace what they cannot read by U+FFFD: lone surrogates do not survive them.
        var text = Lines(encoding.GetString(bytes[markLength..]));
        if (string.IsNullOrWhiteSpace(text))
            return Refused(text.Contains('\0', StringComparison.Ordinal) ? "binary data, not text" : "empty");
        return LooksBinary(text) ? Refused("binary data, not text") : new DecodedText(text, null, encoding.WebName);
    }

    /// <summary>The text with each half of a broken surrogate pair replaced by U+FFFD. Returns the same string where there is none.</summary>
    public static string ReplaceLoneSurrogates(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text;
        var repaired = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                repaired.Append(text[at]).Append(text[++at]);
            else
                repaired.Append(char.IsSurrogate(text[at]) ? '\uFFFD' : text[at]);
        }
        return repaired.ToString();
    }

    static DecodedText Refused(string reason) => new(null, reason, null);

    static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    static (Encoding? Encoding, int MarkLength) EncodingOfMark(ReadOnlySpan<byte> bytes)
    {
        // UTF-32 first: its little-endian mark begins with the mark of UTF-16.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (Encoding.UTF32, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2) : (null, 0);
    }

    static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = ZeroShares(bytes[..Math.Min(bytes.Length, 4096)]);
        if (odd > ZeroShareMin && even < 0.1)
            return Encoding.Unicode;
        if (even > ZeroShareMin && odd < 0.1)
            return Encoding.BigEndianUnicode;
        return IsUtf8(bytes) ? Encoding.UTF8 : Windows1252;
    }

    /// <summary>
    /// UTF-8 throughout, or but for a few broken places: programs that cut a headline by bytes leave one in many a page. Other encodings make sequences that
    /// are valid in UTF-8 by chance only.
    /// </summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return true;
        int valid = 0, broken = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var isValid = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            (valid, broken) = isValid ? (valid + 1, broken) : (valid, broken + 1);
            bytes = bytes[length..];
        }
        return valid > 20 * broken;
    }

    static (double Even, double Odd) ZeroShares(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != 0)
                continue;
            if (at % 2 == 0)
                even++;
            else
                odd++;
        }
        var half = Math.Max(1, bytes.Length / 2);
        return ((double)even / half, (double)odd / half);
    }

    static bool LooksBinary(string text)
    {
        var controls = 0;
        for (var rest = text.AsSpan(); ;)
        {
            var at = rest.IndexOfAny(Controls);
            if (at < 0)
                break;
            if (rest[at] == '\0')
                return true;
            controls++;
            rest = rest[(at + 1)..];
        }
        return controls > Math.Max(1, text.Length * ControlShareMax);
    }

    /// <summary>What these bytes are, by their first few, where that is something other than text.</summary>
    static string? KindOfBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Magics)
        {
            if (bytes.StartsWith(magic))
                return kind;
        }
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8))
            return bytes[8..].StartsWith("WEBP"u8) ? "a WebP image" : "a RIFF sound or video file";
        return bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8) ? "an MP4 video" : null;
    }

    static readonly (byte[] Magic, string Kind)[] Magics =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("{\\rtf"u8.ToArray(), "a rich text (RTF) file"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF87a"u8.ToArray(), "a GIF image"),
        ("GIF89a"u8.ToArray(), "a GIF image"),
        ("II*\0"u8.ToArray(), "a TIFF image"),
        ("MM\0*"u8.ToArray(), "a TIFF image"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive (or an office document)"),
        ([(byte)'P', (byte)'K', 5, 6], "an empty ZIP archive"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'1', (byte)'A', (byte)'Y'], "a bzip2 archive"),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'9', (byte)'1', (byte)'A', (byte)'Y'], "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ("Rar!\x1A"u8.ToArray(), "a RAR archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program (ELF)"),
        ([(byte)'M', (byte)'Z', 0x90, 0], "a program (Windows)"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an office document of the old kind"),
        ("ID3\x03"u8.ToArray(), "an MP3 sound file"),
        ("ID3\x04"u8.ToArray(), "an MP3 sound file"),
        ("OggS\0"u8.ToArray(), "an Ogg sound or video file"),
    ];
}
