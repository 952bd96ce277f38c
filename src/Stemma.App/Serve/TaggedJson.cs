using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Stemma.App.Serve;

/// <summary>
/// An answer as JSON under a tag made from its bytes, so that whoever has it already is told so (304) instead of being sent it
/// again. The tag is always right, at the price of making the answer each time; what it saves is the way to the reader.
/// </summary>
sealed class TaggedJson<T>(T value) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Tagged.WriteAsync(httpContext, JsonSerializer.SerializeToUtf8Bytes(value, options));
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Tagged.JsonType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }
}

/// <summary>Bytes under a tag of their own.</summary>
static class Tagged
{
    public const string JsonType = "application/json";

    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> bytes, string type = JsonType)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..16]}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag.Equals(tag, StringComparison.Ordinal) || known.Tag.Equals("*", StringComparison.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
