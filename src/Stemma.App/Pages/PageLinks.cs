namespace Stemma.App.Pages;

/// <summary>
/// Where links lead: to files beside each other in a folder, or to the routes of <c>stemma serve</c>. The one thing in which
/// the two kinds of pages differ; what only the server can answer has no address among files.
/// </summary>
public sealed class PageLinks
{
    public static readonly PageLinks Files = new(served: false);

    public static readonly PageLinks Routes = new(served: true);

    PageLinks(bool served) => Served = served;

    public bool Served { get; }

    public string Stories => Served ? "/" : PageNames.Index;

    public string Story(string id) => Served ? "/stories/" + Uri.EscapeDataString(id) : PageNames.Story(id);

    public string Report(string id) => Served ? "/reports/" + Uri.EscapeDataString(id) : PageNames.Report(id);

    public string? Source(string id) => Served ? "/sources/" + Uri.EscapeDataString(id) : null;

    public string? Compare(string a, string b) => Served ? $"/compare/{Uri.EscapeDataString(a)}/{Uri.EscapeDataString(b)}" : null;

    public string? CiteStatement(string report, string statement) => Served ? $"{Report(report)}/cite/{Uri.EscapeDataString(statement)}" : null;

    /// <param name="number">From 1.</param>
    public string? Sentence(string report, int number) => Served ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Report(report)}/sentences/{number}") : null;

    public string? CiteClaim(string story, string claim) => Served ? $"{Story(story)}/cite/{Uri.EscapeDataString(claim)}" : null;
}
