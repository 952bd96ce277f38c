using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.OpenApi;

namespace Stemma.App.Serve;

/// <summary>The API described: /openapi.json for programs, /api for people, both from the endpoints themselves and so never apart.</summary>
static class Reference
{
    public const string DocumentPath = "/openapi.json";
    const string Name = "stemma";

    public static void AddReference(this IServiceCollection services) => services.AddOpenApi(Name, static options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Stemma",
                Version = ProgramVersion.Text,
                Description = "Everything the pages show, as JSON. Refusals are problem details (RFC 9457). Lists are given in pages: see “next” or the Link header. Answers carry an ETag. Where the server was started with a token, send it as “Authorization: Bearer …”.",
            };
            document.Servers = null;
            return Task.CompletedTask;
        });
    });

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        // Made once, when first asked for: the endpoints do not change while the program runs.
        var json = new Lazy<Task<byte[]>>(() => JsonAsync(app.ServiceProvider));
        var page = new Lazy<Task<byte[]>>(async () => Encoding.UTF8.GetBytes(PlainPage.Html("The HTTP API", await BodyAsync(await DocumentAsync(app.ServiceProvider)))));
        app.MapGet(DocumentPath, async (HttpContext http) => await Tagged.WriteAsync(http, await json.Value)).ExcludeFromDescription();
        app.MapGet("/api", async (HttpContext http) => await Tagged.WriteAsync(http, await page.Value, "text/html; charset=utf-8")).ExcludeFromDescription();
    }

    static Task<OpenApiDocument> DocumentAsync(IServiceProvider services) =>
        services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();

    static async Task<byte[]> JsonAsync(IServiceProvider services)
    {
        var json = await (await DocumentAsync(services)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n") + "\n");
    }

    // A renderer keeps what it has drawn, so it is made for this page alone.
    static async Task<string> BodyAsync(OpenApiDocument document)
    {
        await using var services = new ServiceCollection().AddSingleton(PlainPage.Encoder).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReferencePage.Document)] = document });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReferencePage>(parameters)).ToHtmlString());
    }
}
