using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Stemma.Evidence;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <param name="Id">Id of the report, statement or source that was found.</param>
/// <param name="Text">Words around the hit.</param>
/// <param name="Marks">Which of them were looked for, as ranges of the text.</param>
sealed record SearchLine(HitKind Kind, string Id, string? Story, string? Report, string Title, string Text, IReadOnlyList<PackSpot> Marks)
{
    public static SearchLine Of(SearchHit hit)
    {
        var text = new StringBuilder(hit.Snippet.Length);
        var marks = new List<PackSpot>();
        var start = -1;
        foreach (var c in hit.Snippet)
        {
            if (c == HitMarks.Start)
                start = text.Length;
            else if (c != HitMarks.End)
                text.Append(c);
            else if (start >= 0 && text.Length > start)
                marks.Add(new PackSpot(start, text.Length));
        }
        return new(hit.Kind, hit.Id, hit.StoryId, hit.ReportId, hit.Title, text.ToString(), marks);
    }
}

/// <param name="Statement">The statement's id.</param>
/// <param name="Text">Its words, as they stand in the report.</param>
/// <param name="At">Where they stand.</param>
sealed record CitedStatement(string Statement, string Report, string? Outlet, string? Published, string Stance, string Quoted, string Text, IReadOnlyList<PackSpot> At);

/// <param name="Count">Statements of the story that name the source, as its speaker or along the way.</param>
/// <param name="Statements">Those it is the speaker of.</param>
sealed record CitedIn(string Story, string Title, int Count, IReadOnlyList<CitedStatement> Statements);

/// <param name="Stories">One page of the stories it is cited in.</param>
sealed record SourceAnswer(string Id, string Name, string Kind, string? Role, Listing<CitedIn> Stories);

/// <summary>Looking for words, and all that one source is cited for.</summary>
static class SearchApi
{
    const int QueryMax = 500;
    const int StoriesMax = 50;

    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", Search).WithTags("Search").WithSummary("Reports, statements and sources that hold these words, best first").ProducesProblem(400);
        api.MapGet("/sources/{id}", One).WithTags("Search").WithSummary("A source: the stories it is cited in, and what it says there").ProducesProblem(400).ProducesProblem(404);
    }

    static Results<TaggedJson<Listing<SearchLine>>, ProblemHttpResult> Search(HttpContext http, Store store, [Description("The words looked for; whatever stands between them is no syntax.")] string? q = null, [Description("report, statement or source; left out: all three.")] string? kind = null, int page = 1, int size = Paging.DefaultSize)
    {
        if ((Answer.Unwritten("q", q, QueryMax) ?? Paging.Problem(http, page, size)) is { } problem)
            return problem;
        HitKind? only = kind switch { "report" => HitKind.Report, "statement" => HitKind.Statement, "source" => HitKind.Source, _ => null };
        if (kind is not null && only is null)
            return Answer.Bad("“kind” is report, statement or source.");
        var found = store.Search(q!, only, page, size);
        return Paging.Of(http, [.. found.Items.Select(SearchLine.Of)], page, size, found.Total);
    }

    static Results<TaggedJson<SourceAnswer>, ProblemHttpResult> One(string id, HttpContext http, Store store, int page = 1, int size = 20)
    {
        if (Paging.Problem(http, page, size) is { } problem)
            return problem;
        if (size > StoriesMax)
            return Answer.Bad($"“size” is from 1 to {StoriesMax} here.");
        var rows = store.Source(id);
        if (rows.Count == 0)
            return Answer.NotFound("source", id);
        var stories = rows.Skip((int)Math.Min(int.MaxValue, (page - 1L) * size)).Take(size).Select(row => Cited(store, row)).ToList();
        return new TaggedJson<SourceAnswer>(new(id, rows[0].Name, rows[0].Kind, rows[0].Role, Paging.Listed(http, stories, page, size, rows.Count)));
    }

    static CitedIn Cited(Store store, SourceRow row)
    {
        if (store.FindStory(row.StoryId) is not { } pack)
            return new(row.StoryId, row.StoryTitle, row.Statements, []);
        var reports = pack.Reports.ToDictionary(static report => report.Id, StringComparer.Ordinal);
        return new(row.StoryId, row.StoryTitle, row.Statements,
            [.. pack.Stories[0].Statements.Where(statement => statement.Attribution && statement.Chain.Count > 0 && statement.Chain[0].Source == row.Id).Select(statement => Line(statement, reports[statement.Report]))]);
    }

    static CitedStatement Line(PackStatement statement, PackReport report) => new(
        statement.Id, report.Id, report.Outlet, report.Published, statement.Stance, statement.Quoted,
        statement.Words(), [.. statement.Content.Select(static range => new PackSpot(range.Start, range.End))]);
}
