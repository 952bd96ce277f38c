using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Reports about one happening and what follows from it.</summary>
/// <param name="Id">Derives from its founding report: the first by time of publication, ties by id.</param>
/// <param name="Reports">Indices into the reports that were grouped, in the order of publication.</param>
/// <param name="Why">For each of them one sentence that says why it is here.</param>
public sealed record Story(string Id, string Title, IReadOnlyList<int> Reports, IReadOnlyList<string> Why)
{
    internal static string IdOf(Report founder) => ContentId.Of('s', founder.Id);

    /// <summary>A report's title, or its opening words where it has none.</summary>
    public static string TitleOf(Report founder) => founder.Title is { Length: > 0 } title ? title : GroupingWhy.Opening(founder);
}
