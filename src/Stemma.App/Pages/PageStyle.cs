using System.Security.Cryptography;
using System.Text;

namespace Stemma.App.Pages;

/// <summary>
/// The one style sheet, which every page carries in its head so that a single file can be sent by mail and still look
/// right. The security policy allows exactly this sheet, by its hash, and nothing else: no script, no frame, no fetch.
/// </summary>
static class PageStyle
{
    public static string Sheet { get; } = Load("site.css");

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; img-src data:; base-uri 'none'; form-action 'none'";

    // Comments and indentation help whoever edits the sheet, not each of ten thousand pages.
    internal static string Load(string name)
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var sheet = new StringBuilder();
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0 && !trimmed.StartsWith("/*", StringComparison.Ordinal))
                sheet.Append(trimmed).Append('\n');
        }
        return sheet.ToString();
    }
}
