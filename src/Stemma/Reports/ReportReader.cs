namespace Stemma.Reports;

/// <summary>Fields and text to a <see cref="Report"/>. What the fields state wins over what stray lines of the text say.</summary>
public static class ReportReader
{
    /// <param name="pageSha256">Hash of the bytes the text was read from.</param>
    /// <param name="path">Where it was read from, as the user named it; no part of the report's identity.</param>
    public static Report Read(ReportFields fields, string text, string? pageSha256 = null, string? path = null)
    {
        var textSha256 = ContentId.Sha256(text);
        var print = SmallPrint.Read(text);
        return new Report
        {
            Id = IdOf(fields, textSha256),
            Fields = fields,
            InputId = fields.Id,
            Path = path,
            Url = fields.Url,
            TextSha256 = textSha256,
            PageSha256 = pageSha256,
            Title = fields.Title ?? print.Title,
            Text = text,
            Outlet = fields.Outlet,
            Byline = fields.Byline ?? print.Byline,
            Published = PublishedOf(fields.Published, print),
            Credits = print.Credits,
            OutsideCredits = OutsideCredits(fields, print),
            TitleAdvisory = fields.Title is null ? null : AdvisoryLines.OfTitle(fields.Title),
            Dateline = print.Dateline,
            Advisories = print.Advisories,
            Furniture = print.Furniture,
        };
    }

    /// <summary>The id of the report with these fields and the text of this hash (docs/decisions/0001-identity-of-reports.md).</summary>
    public static string IdOf(ReportFields fields, string textSha256) =>
        ContentId.Of('r', fields.Outlet, ReportUrl.Canonical(fields.Url) ?? fields.Id, textSha256);

    /// <summary>By the byline and by what came with the report, without those that the text credits as well.</summary>
    static List<OutsideCredit> OutsideCredits(ReportFields fields, SmallPrintReading print)
    {
        var credits = new List<OutsideCredit>();
        void Add(OutsideCredit credit)
        {
            if (!print.Credits.Any(other => Agencies.Same(other.Agency, credit.Agency)) && !credits.Exists(other => Agencies.Same(other.Agency, credit.Agency)))
                credits.Add(credit);
        }
        foreach (var credit in fields.Byline is null ? [] : Agencies.InByline(fields.Byline))
            Add(new OutsideCredit(credit.Agency, "byline", credit.Range));
        if (!string.IsNullOrWhiteSpace(fields.Agency))
            Add(new OutsideCredit(Agencies.Find(fields.Agency.Trim())?.Name ?? fields.Agency.Trim(), fields.AgencyBasis ?? "stated"));
        return credits;
    }

    static Published PublishedOf(string? stated, SmallPrintReading print)
    {
        var published = PublishedReader.Read(stated);
        return published.At is null && print.Day is { } day
            ? new Published(day.ToDateTime(TimeOnly.MinValue), null, DayOnly: true, PublishedBasis.Metadata, "A line above the text gives this date")
            : published;
    }
}
