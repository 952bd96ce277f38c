using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.Evidence;

namespace Stemma.App.Serve;

/// <summary>An evidence pack as a file to keep: the bytes that <c>stemma read --json</c> would write of it.</summary>
sealed class PackAnswer : IResult
{
    readonly EvidencePack pack;
    readonly string name;

    PackAnswer(EvidencePack pack, string name) => (this.pack, this.name) = (pack, name);

    /// <param name="excerpts">“only” leaves the full texts out.</param>
    public static IResult Of(EvidencePack pack, string name, string? excerpts) => excerpts switch
    {
        null => new PackAnswer(pack, name),
        "only" => new PackAnswer(PackExcerpts.Of(pack), name + "-excerpts"),
        _ => Answer.Bad("“excerpts” is either “only” or left out."),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"stemma-{string.Concat(name.Where(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))}.json\"";
        return Tagged.WriteAsync(httpContext, PackJson.ToBytes(pack));
    }
}

static class PackRoutes
{
    public const string ExcerptsHelp = "“only” leaves the full texts out; what is cited keeps its words.";

    public static RouteHandlerBuilder ProducesPack(this RouteHandlerBuilder route) =>
        route.Produces<EvidencePack>().Produces(StatusCodes.Status304NotModified);
}
