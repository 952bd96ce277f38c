using Stemma.Reports;

namespace Stemma.App.Pages;

/// <summary>File names and anchors of the pages, made from ids only. An id that is not plain is replaced by its hash, so no pack can name a path.</summary>
static class PageNames
{
    const int LengthMax = 64;

    public const string Index = "index.html";

    public static string Story(string id) => $"story-{Plain(id)}.html";

    public static string Report(string id) => $"report-{Plain(id)}.html";

    public static string Anchor(string kind, string id) => $"{kind}-{Plain(id)}";

    static string Plain(string id) => id.Length is > 0 and <= LengthMax && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) ? id : ContentId.Of('x', id);
}
