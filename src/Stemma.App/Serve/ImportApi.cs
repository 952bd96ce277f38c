using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Archive;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>A report to keep. Only the text is needed; members not named here are ignored.</summary>
/// <param name="Id">The id it has where it comes from.</param>
/// <param name="Published">As its newsroom writes it; ISO 8601 is best.</param>
sealed record ReportInput(string Text, string? Id = null, string? Title = null, string? Published = null, string? Outlet = null, string? Byline = null, string? Url = null);

/// <summary>What became of one line of an import, said when it is on disk.</summary>
/// <param name="Line">Counted from 1, blank lines included; null where it is about the import as a whole.</param>
/// <param name="Id">The id the line came with.</param>
/// <param name="Report">The id the report is kept under.</param>
/// <param name="Result">added, already here, deleted (it was removed before and stays so) or error.</param>
/// <param name="Reason">Why there is an error.</param>
sealed record ImportLine(int? Line, string? Id, string? Report, string Result, string? Reason);

/// <summary>POST /api/reports: one report, or thousands as JSON lines, answered line by line as they come to rest on disk.</summary>
static class ImportApi
{
    const string LinesType = "application/x-ndjson";

    public static void Map(RouteGroupBuilder reports) =>
        reports.MapPost("", AddAsync).WithSummary("Keeps one report (application/json), or many, one a line (application/x-ndjson): then one line of answer each, as soon as it is on disk")
            .Accepts<ReportInput>("application/json", LinesType)
            .Produces<ImportLine>(StatusCodes.Status200OK, LinesType).Produces<ImportLine>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(410).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429).ProducesProblem(503)
            .DisableRequestTimeout();

    static async Task<IResult> AddAsync(HttpContext http, Desk desk, Store store, ServeLimits limits, ImportSlots slots, ServeMeter meter)
    {
        var type = http.Request.ContentType?.Split(';')[0].Trim();
        if (string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
            return await AddOneAsync(http, desk, store, limits, meter);
        if (!string.Equals(type, LinesType, StringComparison.OrdinalIgnoreCase))
            return Answer.Problem(StatusCodes.Status415UnsupportedMediaType, $"Send one report as application/json, or many, one JSON object a line, as {LinesType}.");
        if (!slots.TryTake())
        {
            http.Response.Headers.RetryAfter = "5";
            return Answer.Problem(StatusCodes.Status429TooManyRequests, "Other imports are under way: try again in a moment.");
        }
        try
        {
            http.Response.ContentType = LinesType;
            await new Import(http, desk, limits, meter).RunAsync();
            return Results.Empty;
        }
        finally
        {
            slots.Give();
        }
    }

    static async Task<IResult> AddOneAsync(HttpContext http, Desk desk, Store store, ServeLimits limits, ServeMeter meter)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limits.MaxLineBytes)
                return Answer.Problem(StatusCodes.Status413PayloadTooLarge, $"A report may have {limits.MaxLineBytes} bytes at most.");
        }
        var (parsed, report) = Import.Parse(new RawLine(1, body.ToArray()), limits.MaxLineBytes);
        if (report is null)
        {
            meter.Lines.Add(1, Import.Tag("error"));
            return Answer.Bad(parsed.Reason!.Replace("the line", "the body", StringComparison.Ordinal));
        }
        var result = desk.Submit([report])[0];
        meter.Lines.Add(1, Import.Tag(Import.Name(result)));
        var answer = new ImportLine(1, parsed.Fields.Id, report.Id, Import.Name(result), null);
        return result switch
        {
            AddResult.Added => Results.Created($"/api/reports/{report.Id}", answer),
            AddResult.AlreadyHere => Results.Ok(answer),
            _ => Answer.NoReport(store, report.Id),
        };
    }
}

/// <summary>How many imports may run at once.</summary>
sealed class ImportSlots(ServeLimits limits)
{
    int free = limits.Imports;

    public bool TryTake()
    {
        if (Interlocked.Decrement(ref free) >= 0)
            return true;
        Interlocked.Increment(ref free);
        return false;
    }

    public void Give() => Interlocked.Increment(ref free);
}
