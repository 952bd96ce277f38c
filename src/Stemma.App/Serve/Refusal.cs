using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stemma.App.Pages.Served;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>
/// An answer that says no, and why, in a sentence: problem details (RFC 9457) for programs, a page for people. What went wrong
/// inside the program is said on standard error, never to whoever asked.
/// </summary>
static partial class Refusal
{
    public const string ProblemType = "application/problem+json";

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsForPrograms(PathString path) =>
        ((string[])["/api", "/health", "/metrics", Reference.DocumentPath]).Any(own => path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase));

    public static async Task WriteAsync(HttpContext http, int status, string? detail = null)
    {
        var title = ReasonPhrases.GetReasonPhrase(status);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (IsForPrograms(http.Request.Path))
        {
            http.Response.ContentType = ProblemType;
            await http.Response.BodyWriter.WriteAsync(Problem(status, title, detail ?? Sentence(status)));
            return;
        }
        var page = await PageAnswers.Message(status, title, detail ?? Sentence(status));
        await page.ExecuteAsync(http);
    }

    public static byte[] Problem(int status, string title, string detail)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    static string Sentence(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status413PayloadTooLarge => "That is more than this address takes at once.",
        StatusCodes.Status415UnsupportedMediaType => "This address does not take content of that type.",
        StatusCodes.Status504GatewayTimeout => "That took too long and was given up.",
        >= 500 => "Something went wrong in the program; what it was stands in its log.",
        _ => "The request cannot be answered as it stands.",
    };

    /// <summary>Turns what endpoints throw, and empty refusals of the framework, into sentences.</summary>
    public static void UseRefusals(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = OnExceptionAsync, SuppressDiagnosticsCallback = static _ => true });
        app.UseStatusCodePages(static context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    static Task OnExceptionAsync(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        switch (error)
        {
            case BadHttpRequestException bad:
                return WriteAsync(http, bad.StatusCode, bad.InnerException is JsonException broken ? $"The body is not the JSON this address takes{At(broken)}." : bad.Message.Contains("parameter", StringComparison.OrdinalIgnoreCase) ? "Something in the address or the body is missing or not of its kind: see /api." : null);
            case StoreException store:
                return WriteAsync(http, StatusCodes.Status503ServiceUnavailable, store.Message);
            default:
                Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Stemma"), http.Request.Method, http.Request.Path, error);
                return WriteAsync(http, StatusCodes.Status500InternalServerError);
        }
    }

    static string At(JsonException broken) => broken.Path is { Length: > 0 and <= 100 } path and not "$" ? $" (at {path})" : "";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    static partial void Failed(ILogger log, string method, string path, Exception error);
}
