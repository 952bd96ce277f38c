using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Pages;

namespace Stemma.App.Serve;

/// <summary>What a request goes through, in order, and where it can end up.</summary>
static class Pipeline
{
    public static void AddParts(this IServiceCollection services, ServeLimits limits)
    {
        services.AddProblemDetails();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(limits.RequestSeconds), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        services.ConfigureHttpJsonOptions(static json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // never pasted into HTML, and served with "nosniff"
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.MaxDepth = 32;
        });
        services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = limits.MaxBodyBytes;
            form.ValueLengthLimit = (int)Math.Min(limits.MaxBodyBytes, int.MaxValue);
        });
        services.AddReference();
    }

    public static void Use(WebApplication app, ServeOptions options)
    {
        var gate = options.Token is { } token ? new TokenGate(token) : null;
        app.UseSecurityHeaders();
        app.UseRefusals();
        new RequestGuard(options).Use(app);
        gate?.Use(app);
        app.UseRouting();
        app.UseRequestTimeouts();
        ReaderTurns.Use(app);

        gate?.Map(app);
        app.MapReference();
        app.MapStatus();
        var api = app.MapGroup("/api");
        api.MapStories();
        api.MapReports();
        api.MapSearch();
        api.MapDecisions();
        app.MapPages();
    }
}
