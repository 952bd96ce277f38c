using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Stemma.Evidence;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <param name="Story">Everything found in it, as an evidence pack has it.</param>
/// <param name="Reports">Its reports without their texts, in the story's order.</param>
/// <param name="Notes">What editors wrote to it.</param>
sealed record StoryAnswer(PackStory Story, IReadOnlyList<ReportLine> Reports, IReadOnlyList<Note> Notes);

/// <summary>A report without its text.</summary>
sealed record ReportLine(string Id, string? InputId, string? Title, string? Outlet, string? Byline, string? Url, string? Published, string PublishedBasis, string? PublishedWhy, string Language, int Characters)
{
    public static ReportLine Of(PackReport report) => new(
        report.Id, report.InputId, report.Title, report.Outlet, report.Byline, report.Url, report.Published, report.PublishedBasis, report.PublishedWhy, report.Language, report.Text.Length);
}

/// <summary>Stories: the list, one by one, and as evidence packs. An id that a story had before leads to the one it has now.</summary>
static class StoriesApi
{
    public static void MapStories(this IEndpointRouteBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories");
        stories.MapGet("", List).WithSummary("The stories, newest publication first").ProducesProblem(400);
        stories.MapGet("{id}", One).WithSummary("A story with its reports, and all that was found in it").ProducesMoved().ProducesProblem(404);
        stories.MapGet("{id}/pack", Pack).WithSummary("A story as an evidence pack that “stemma verify” accepts").ProducesPack().ProducesMoved().ProducesProblem(400).ProducesProblem(404);
        stories.MapGet("{id}/claims/{claim}/pack", ClaimPack).WithSummary("One claim with the reports it rests on, as an evidence pack").ProducesPack().ProducesMoved().ProducesProblem(400).ProducesProblem(404);
    }

    static Results<TaggedJson<Listing<StoryRow>>, ProblemHttpResult> List(HttpContext http, Store store, int page = 1, int size = Paging.DefaultSize)
    {
        if (Paging.Problem(http, page, size) is { } problem)
            return problem;
        var found = store.Stories(page, size);
        return Paging.Of(http, found.Items, page, size, found.Total);
    }

    static Results<TaggedJson<StoryAnswer>, RedirectHttpResult, ProblemHttpResult> One(string id, HttpContext http, Store store)
    {
        if (Moved(http, store, id) is { } moved)
            return moved;
        if (store.FindStory(id) is not { } pack)
            return Answer.NotFound("story", id);
        return new TaggedJson<StoryAnswer>(new(pack.Stories[0], [.. pack.Reports.Select(ReportLine.Of)], store.Notes(id)));
    }

    static IResult Pack(string id, HttpContext http, Store store, [Description(PackRoutes.ExcerptsHelp)] string? excerpts = null) =>
        Moved(http, store, id) ?? (store.FindStory(id) is { } pack ? PackAnswer.Of(pack, id, excerpts) : Answer.NotFound("story", id));

    static IResult ClaimPack(string id, string claim, HttpContext http, Store store, [Description(PackRoutes.ExcerptsHelp)] string? excerpts = null)
    {
        if (Moved(http, store, id) is { } moved)
            return moved;
        if (store.FindStory(id) is not { } pack)
            return Answer.NotFound("story", id);
        return PackPart.OfClaim(pack, claim) is { } part ? PackAnswer.Of(part, claim, excerpts) : Answer.NotFound("claim", claim);
    }

    /// <summary>Where this story is found now, if not under this id.</summary>
    static RedirectHttpResult? Moved(HttpContext http, Store store, string id) =>
        store.CurrentId(id) is { } current && !string.Equals(current, id, StringComparison.Ordinal)
            ? TypedResults.Redirect(http.Request.Path.ToUriComponent().Replace($"/stories/{Uri.EscapeDataString(id)}", $"/stories/{current}", StringComparison.Ordinal) + http.Request.QueryString, permanent: true, preserveMethod: true)
            : null;

    static RouteHandlerBuilder ProducesMoved(this RouteHandlerBuilder route) => route.Produces(StatusCodes.Status308PermanentRedirect);
}
