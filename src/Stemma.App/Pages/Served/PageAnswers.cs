using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Stemma.App.Output;
using Stemma.App.Serve;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>The parameters of a page by name.</summary>
sealed class PageValues() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>Components and sentences as answers to a browser.</summary>
static class PageAnswers
{
    /// <summary>Memory for pages that were sent, in bytes: some 28 MB of them, compressed.</summary>
    const long CacheBytes = 4 << 20;

    const string HtmlType = "text/html; charset=utf-8";

    static readonly PageRenderer Renderer = new(PageLinks.Routes);

    static readonly PageCache Cache = new(CacheBytes);

    public static async Task<IResult> Page<TPage>(PageValues parameters, int status = StatusCodes.Status200OK) where TPage : IComponent
    {
        var html = await Renderer.RenderAsync<TPage>(parameters);
        return status == StatusCodes.Status200OK ? new TaggedPage(html) : Results.Text(html, HtmlType, statusCode: status);
    }

    /// <summary>A page under a tag made from its bytes.</summary>
    sealed class TaggedPage(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Tagged.WriteAsync(httpContext, Encoding.UTF8.GetBytes(html), HtmlType);
    }

    /// <summary>The page under this key: told to be the same still, taken as it was sent before, or drawn.</summary>
    public static async Task<IResult> Page<TPage>(HttpContext http, string key, Func<string?> keyNow, Func<PageValues?> values) where TPage : IComponent
    {
        var tag = new EntityTagHeaderValue($"\"{key}\"");
        // Compared before anything is read: whoever has the page already costs next to nothing.
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        byte[] page;
        if (Cache.Find(key) is { } packed)
            page = PackedPage.Unpacked(packed);
        else
        {
            if (values() is not { } read)
                return await NotFound("It was here a moment ago, and is being computed anew. Try again.");
            page = Encoding.UTF8.GetBytes(await Renderer.RenderAsync<TPage>(read));
            // What changed while it was read or drawn must not be kept as what it was.
            if (keyNow() == key)
                Cache.Keep(key, PackedPage.Of(page));
        }
        return Results.Bytes(page, HtmlType, entityTag: tag);
    }

    /// <summary>Lets go of every page in memory.</summary>
    public static void Forget() => Cache.Clear();

    public static Task<IResult> Message(int status, string title, string sentence, string? back = null) => Page<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = title, [nameof(MessagePage.Sentence)] = sentence, [nameof(MessagePage.Back)] = back,
    }, status);

    public static Task<IResult> NotFound(string sentence) => Message(StatusCodes.Status404NotFound, "Not found", sentence);

    public static Task<IResult> Bad(string sentence, string back) => Message(StatusCodes.Status400BadRequest, "Something is missing", sentence, back);

    /// <summary>For good, but asked for anew each time: a story that was made part of another may be taken out of it again.</summary>
    public static IResult Moved(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect(address, permanent: true, preserveMethod: true);
    }

    /// <summary>After a form: the browser asks for the page that shows the change, and reloading it sends nothing again.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static IResult Table(CsvTable table, string name) => Results.File(Encoding.UTF8.GetBytes(table.ToString()), "text/csv; charset=utf-8", name);

    public static IResult File(HttpContext http, PageFile file)
    {
        http.Response.Headers.CacheControl = http.Request.QueryString.HasValue ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Bytes, file.ContentType);
    }

    /// <summary>What the archive cannot do just now becomes a page that says so.</summary>
    public static async ValueTask<object?> WithSentences(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            if (!context.HttpContext.Response.Headers.ContainsKey("Cache-Control"))
                context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
            return await next(context);
        }
        catch (StoreException failure)
        {
            return await Message(StatusCodes.Status503ServiceUnavailable, "The archive cannot do this now", failure.Message);
        }
        catch (BadHttpRequestException failure)
        {
            return await Message(failure.StatusCode, "That could not be read", failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? "That is more than the archive takes at a time. Send fewer or smaller files." : "The browser sent something that could not be read. Try again.");
        }
    }
}
