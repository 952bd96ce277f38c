using System.Text;
using Stemma.Reports;

namespace Stemma.App.Pages.Served;

/// <summary>A file that every page asks for. Its address holds its hash, so a browser may keep it for good.</summary>
sealed record PageFile(string Path, string ContentType, byte[] Bytes)
{
    public string Address { get; } = $"{Path}?{ContentId.Sha256(Bytes)[..12]}";
}

/// <summary>The style sheet, the script and the mark of the pages, all embedded in the program.</summary>
static class PageFiles
{
    /// <summary>The sheet that static pages carry, and what only the server's pages need.</summary>
    public static PageFile Sheet { get; } = new("/site.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageStyle.Sheet + PageStyle.Load("served.css")));

    public static PageFile Script { get; } = new("/app.js", "text/javascript; charset=utf-8", Read("app.js"));

    public static PageFile Icon { get; } = new("/icon.svg", "image/svg+xml", Read("icon.svg"));

    public static IReadOnlyList<PageFile> All { get; } = [Sheet, Script, Icon];

    static byte[] Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
