using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Archive;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <param name="Version">Of the program.</param>
/// <param name="Desk">How far the stories are behind the reports.</param>
sealed record StatusAnswer(string Version, int Reports, int Stories, DeskStatus Desk);

/// <param name="Status">ok.</param>
sealed record HealthAnswer(string Status, int Reports);

/// <summary>How the program is: for people, for whatever restarts it, for whatever draws its curves.</summary>
static class StatusApi
{
    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/status", static (Store store, Desk desk) => TypedResults.Ok(new StatusAnswer(ProgramVersion.Text, store.CountReports(), store.Stories(1, 1).Total, desk.Status)))
            .WithTags("Status").WithSummary("What is kept, and whether the stories show all of it");
        app.MapGet("/health", static (Store store) => TypedResults.Ok(new HealthAnswer("ok", store.CountReports())))
            .WithTags("Status").WithSummary("Whether the archive answers").ProducesProblem(503);
        app.MapGet("/metrics", static (Metrics metrics, Store store, Desk desk) => TypedResults.Text(metrics.Text(store, desk), Metrics.ContentType))
            .WithTags("Status").WithSummary("Figures in the Prometheus text format").Produces<string>(StatusCodes.Status200OK, "text/plain");
    }
}
