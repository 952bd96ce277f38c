using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Stemma.App.Serve;

/// <summary>One page of a list.</summary>
/// <param name="Total">Items on all pages together.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
sealed record Listing<T>(IReadOnlyList<T> Items, int Page, int Size, int Total, string? Next);

/// <summary>Which page of a list is asked for. Anything outside the limits is refused rather than bent.</summary>
static class Paging
{
    public const int DefaultSize = 50;
    public const int SizeMax = 200;
    const int PageMax = 1_000_000;

    // What stands for nothing is bound as what was not sent.
    public static ProblemHttpResult? Problem(HttpContext http, int page, int size) =>
        http.Request.Query["page"] == "" || http.Request.Query["size"] == "" ? Answer.Bad("“page” and “size” are numbers.")
        : page is < 1 or > PageMax ? Answer.Bad($"“page” is counted from 1 to {PageMax}.")
        : size is < 1 or > SizeMax ? Answer.Bad($"“size” is from 1 to {SizeMax}.")
        : null;

    /// <summary>The answer, with the addresses of the pages around it in a Link header too.</summary>
    public static TaggedJson<Listing<TItem>> Of<TItem>(HttpContext http, IReadOnlyList<TItem> items, int page, int size, int total) =>
        new(Listed(http, items, page, size, total));

    public static Listing<TItem> Listed<TItem>(HttpContext http, IReadOnlyList<TItem> items, int page, int size, int total)
    {
        var links = new List<string>();
        if (page > 1)
            links.Add($"<{At(http, page - 1, size)}>; rel=\"prev\"");
        var next = (long)page * size < total ? At(http, page + 1, size) : null;
        if (next is not null)
            links.Add($"<{next}>; rel=\"next\"");
        if (links.Count > 0)
            http.Response.Headers.Link = string.Join(", ", links);
        return new(items, page, size, total, next);
    }

    static string At(HttpContext http, int page, int size)
    {
        var query = new QueryBuilder(http.Request.Query.Where(static item => item.Key is not ("page" or "size")).Select(static item => KeyValuePair.Create(item.Key, item.Value.ToString())))
        {
            { "page", page.ToString(CultureInfo.InvariantCulture) },
            { "size", size.ToString(CultureInfo.InvariantCulture) },
        };
        return http.Request.Path.ToUriComponent() + query;
    }
}
