using System.Collections.Frozen;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Stemma.App.Serve;

/// <summary>
/// Keeps other web sites from using a visitor's browser against the archive. A page on another site can have its name lead to
/// this machine (DNS rebinding): so the Host of every request must be a name the server is known by. It can also send a form
/// here: so a request that changes anything must come from our own pages, or from a program that is no browser.
/// Ports are not compared with ours: a tunnel (ssh -L) has its own, and they keep nobody out.
/// </summary>
sealed class RequestGuard(ServeOptions options)
{
    readonly FrozenSet<string> names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["localhost", "127.0.0.1", "[::1]", .. options.Names]);

    public void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!KnowsHost(http))
            await Refusal.WriteAsync(http, StatusCodes.Status421MisdirectedRequest, $"This server does not go by the name it was called by. Use the address it printed, or start it with --name {Named(http.Request.Host)}.");
        else if (IsChange(http.Request) && !FromOurPages(http.Request))
            await Refusal.WriteAsync(http, StatusCodes.Status403Forbidden, "This change was asked for by a page of another site, so it was not made.");
        else
            await next(http);
    });

    bool KnowsHost(HttpContext http)
    {
        var host = http.Request.Host.Host;
        // An address that was really dialled is no name that could have been rebound.
        return names.Contains(host)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var literal) && http.Connection.LocalIpAddress is { } local && (literal.Equals(local) || literal.Equals(local.MapToIPv4())));
    }

    static bool IsChange(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    static bool FromOurPages(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        // "null": a browser that was told to name no origin. Only its own word that it is ours counts then.
        if (string.Equals(origin, "null", StringComparison.Ordinal))
            return site is "same-origin";
        if (origin.Length > 0)
            return IsOurs(origin, request.Host);
        var referer = request.Headers.Referer.ToString();
        return referer.Length == 0 || site.Length > 0 || IsOurs(referer, request.Host);
    }

    static bool IsOurs(string address, HostString host) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.Authority, new Uri($"{uri.Scheme}://{host.Value}").Authority, StringComparison.OrdinalIgnoreCase);

    // Nothing but a plain name is said back.
    static string Named(HostString host) =>
        host.Host is { Length: > 0 and <= 100 } name && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? name : "NAME";
}
