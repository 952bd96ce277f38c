using System.Text;
using Stemma.Reports;

namespace Stemma.Pages;

/// <summary>
/// A page's bytes to text, as browsers do it: byte-order mark, then what the server said, then what a <c>meta</c> in the first
/// bytes says, then as any text (<see cref="TextDecoding"/>). A page that says it is UTF-8 and is not is read by guess.
/// </summary>
public static class PageDecoding
{
    /// <summary>How far a declaration is looked for; the standard says 1024, pages put it later.</summary>
    const int HeadBytes = 4096;

    static readonly System.Buffers.SearchValues<byte> Closing = System.Buffers.SearchValues.Create("\"' ;/>?"u8);

    /// <param name="charset">What the server said, if anything.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        var marked = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        var encoding = marked ? null : Named(charset) ?? Named(Declared(bytes[..Math.Min(bytes.Length, HeadBytes)]));
        if (encoding is null || encoding is UTF8Encoding || TextDecoding.IsUtf8(bytes) || bytes.Contains((byte)0))
            return TextDecoding.Decode(bytes);
        var text = encoding.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(text) ? new DecodedText(null, "empty", null) : new DecodedText(text, null, encoding.WebName);
    }

    static string? Declared(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("charset"u8);
        if (at < 0)
            at = head.IndexOf("CHARSET"u8);
        if (at < 0)
            at = head.IndexOf("encoding="u8) is >= 0 and var xml && head.StartsWith("<?xml"u8) ? xml + 1 : -1;
        if (at < 0)
            return null;
        var rest = head[(at + 7)..].TrimStart(" =\"'"u8);
        var end = rest.IndexOfAny(Closing);
        return end is > 0 and < 40 ? Encoding.ASCII.GetString(rest[..end]) : null;
    }

    static Encoding? Named(string? charset)
    {
        if (charset is null)
            return null;
        // What pages call Latin-1 is windows-1252 to every browser.
        var name = charset.Trim().ToLowerInvariant() switch { "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252", "iso-8859-9" => "windows-1254", "ks_c_5601-1987" => "euc-kr", var other => other };
        if (name is "utf-8" or "utf8" or "unicode")
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
