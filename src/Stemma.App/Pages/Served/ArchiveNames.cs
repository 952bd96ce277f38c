using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>What reports and sources go by where only their ids are at hand: nobody remembers an id.</summary>
static class ArchiveNames
{
    /// <summary>Null where the archive has no such report or source now, or the id is of something else.</summary>
    public static string? Of(Store store, string id) => id[0] switch
    {
        'r' => store.FindReport(id) is { } stored ? $"“{TitleOf(stored.Report)}” ({OutletOf(stored.Report)})" : null,
        'o' => store.Source(id) is [var first, ..] ? VisibleText.Line(first.Name, 60) : null,
        _ => null,
    };

    /// <summary>Of all ids in these texts; each is looked up once.</summary>
    public static IReadOnlyDictionary<string, string> In(Store store, IEnumerable<string> texts) => texts
        .SelectMany(static text => PageRoutes.Ids().Matches(text).Select(static match => match.Value)).Distinct(StringComparer.Ordinal)
        .Select(id => (Id: id, Name: Of(store, id))).Where(static item => item.Name is not null)
        .ToDictionary(static item => item.Id, static item => item.Name!, StringComparer.Ordinal);

    public static string OutletOf(Report report) => report.Outlet is { } outlet ? VisibleText.Line(outlet, 60) : "outlet not stated";

    /// <summary>The headline, else how the text begins.</summary>
    public static string TitleOf(Report report) =>
        VisibleText.Line(string.IsNullOrWhiteSpace(report.Title) ? report.Text[..Math.Min(report.Text.Length, 400)] : report.Title, 80);
}
