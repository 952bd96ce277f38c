namespace Stemma.Reports;

/// <summary>
/// What a front-matter block or a JSON line says about a report, as written there. <paramref name="Published"/> is not
/// interpreted yet (see <see cref="PublishedReader"/>).
/// </summary>
public sealed record ReportFields(
    string? Id = null, string? Title = null, string? Published = null, string? Outlet = null, string? Byline = null, string? Url = null)
{
    public static readonly ReportFields None = new();
}
