using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>Refusals that several endpoints share, as problem details.</summary>
static class Answer
{
    public static ProblemHttpResult Bad(string detail) => Problem(StatusCodes.Status400BadRequest, detail);

    public static ProblemHttpResult NotFound(string what, string id) => Problem(StatusCodes.Status404NotFound, $"No {what} of this archive has the id “{Evidence.VisibleText.Line(id, 80)}”.");

    /// <summary>Removed, and said so, or never here.</summary>
    public static ProblemHttpResult NoReport(Store store, string id) =>
        store.Tombstones().FirstOrDefault(stone => string.Equals(stone.ReportId, id, StringComparison.Ordinal)) is { } stone
            ? Problem(StatusCodes.Status410Gone, $"This report was removed by {stone.By} at {stone.At}: {stone.Reason}")
            : NotFound("report", id);

    public static ProblemHttpResult Problem(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, type: "about:blank", title: Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status));

    /// <summary>Null where the text is one line or more that somebody wrote, else what is wrong with it.</summary>
    public static ProblemHttpResult? Unwritten(string name, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? Bad($"“{name}” is needed.") : text.Length > most ? Bad($"“{name}” is longer than {most} characters.") : null;
}
