using System.Security.Cryptography;
using System.Text;

namespace Stemma.Reports;

/// <summary>Ids that derive from content: the first 64 bits of a SHA-256 over the parts, each preceded by its length.</summary>
public static class ContentId
{
    /// <param name="prefix">One letter that tells ids of different kinds apart: r report, s story, t statement, c claim, o source, l lost report.</param>
    public static string Of(char prefix, params ReadOnlySpan<string?> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
            joined.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');
        return prefix + Sha256(joined.ToString())[..16];
    }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
