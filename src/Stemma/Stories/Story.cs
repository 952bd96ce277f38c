using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Reports about one happening and what follows from it.</summary>
/// <param name="Id">Derives from its founding report: the first by time of publication, ties by id, of those that no editor put here.</param>
/// <param name="Reports">Indices into the reports that were grouped, in the order of publication.</param>
/// <param name="Why">For each of them one sentence that says why it is here.</param>
public sealed record Story(string Id, string Title, IReadOnlyList<int> Reports, IReadOnlyList<string> Why)
{
    /// <summary>What grouping found, written out.</summary>
    /// <param name="reports">The story's own, in its order.</param>
    /// <param name="find">Any of the reports that were grouped by its id, or null where it is gone.</param>
    public static Story Of(GroupedStory story, IReadOnlyList<Report> reports, Func<string, Report?> find)
    {
        var why = new GroupingWhy(find);
        var founder = reports[story.Founder];
        return new Story(IdOf(founder.Id), TitleOf(founder), story.Reports, [.. reports.Zip(story.Ties, why.Of)]);
    }

    public static string IdOf(string founder) => ContentId.Of('s', founder);

    /// <summary>A report's title, or its opening words where it has none.</summary>
    public static string TitleOf(Report founder) => founder.Title is { Length: > 0 } title ? title : GroupingWhy.Opening(founder);
}
