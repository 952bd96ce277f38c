namespace Stemma.Reports;

/// <summary>
/// What a front-matter block or a JSON line says about a report, as written there. <paramref name="Published"/> is not
/// interpreted yet (see <see cref="PublishedReader"/>). <paramref name="Agency"/> is the agency whose copy it is, where something outside the
/// text says so, and <paramref name="AgencyBasis"/> what: a place on the page ("jsonLd", "meta"), or null where it was stated with the report.
/// </summary>
public sealed record ReportFields(
    string? Id = null, string? Title = null, string? Published = null, string? Outlet = null, string? Byline = null, string? Url = null,
    string? Agency = null, string? AgencyBasis = null)
{
    public static readonly ReportFields None = new();
}
