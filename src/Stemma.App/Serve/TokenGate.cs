using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serve;

/// <summary>
/// Lets in who knows the token: programs show it as "Authorization: Bearer", people type it once on the login page and their
/// browser keeps a cookie made from it. The cookie is no copy of the token, holds as long as the token does, and is sent by no
/// other site's links. Everything is compared in constant time.
/// </summary>
sealed class TokenGate(string token)
{
    const string LoginPath = "/login";
    const int TokenMax = 4096;

    readonly byte[] tokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
    readonly string cookie = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "stemma login"u8));

    public void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var path = http.Request.Path;
        if (path == LoginPath || path == PlainPage.StylePath || IsLetIn(http))
        {
            await next(http);
            return;
        }
        if (HttpMethods.IsGet(http.Request.Method) && !Refusal.IsForPrograms(path))
        {
            http.Response.Redirect($"{LoginPath}?next={Uri.EscapeDataString(path + http.Request.QueryString)}");
            return;
        }
        http.Response.Headers.WWWAuthenticate = "Bearer";
        await Refusal.WriteAsync(http, StatusCodes.Status401Unauthorized, "This archive is kept behind a token: send it as “Authorization: Bearer …”.");
    });

    bool IsLetIn(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && IsToken(header[7..].Trim()))
            || (http.Request.Cookies.TryGetValue(CookieName(http), out var shown) && Same(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(cookie))));
    }

    bool IsToken(string shown) => Same(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), tokenHash);

    static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    // Cookies of one machine are shared by all its ports: two archives must not log each other out.
    static string CookieName(HttpContext http) => string.Create(CultureInfo.InvariantCulture, $"stemma-{http.Connection.LocalPort}");

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(LoginPath, static (string? next) => Form(next, null, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(LoginPath, (Delegate)LoginAsync).ExcludeFromDescription();
    }

    async Task<IResult> LoginAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Form(null, "Type the token into the field.", StatusCodes.Status415UnsupportedMediaType);
        var form = await SentForm.ReadAsync(http);
        var next = form["next"].ToString();
        if (form["token"].ToString() is not { Length: > 0 and <= TokenMax } shown || !IsToken(shown))
            return Form(next, "That is not the token.", StatusCodes.Status401Unauthorized);
        http.Response.Cookies.Append(CookieName(http), cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Local(next);
        return Results.Empty;
    }

    static IResult Form(string? next, string? complaint, int status) => Results.Content(PlainPage.Html("Log in", $"""
        <h1>Log in</h1>
        <p>This archive is kept behind a token. Whoever started the server has it.</p>
        {(complaint is null ? "" : $"<p role=\"alert\"><strong>{PlainPage.Encode(complaint)}</strong></p>")}
        <form method="post" action="{LoginPath}">
        <input type="hidden" name="next" value="{PlainPage.Encode(Local(next))}">
        <p><label for="token">Token</label> <input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
        <p><button type="submit">Log in</button></p>
        </form>
        """), "text/html; charset=utf-8", Encoding.UTF8, status);

    /// <summary>A page of this server, never an address elsewhere.</summary>
    static string Local(string? next) =>
        next is { Length: > 0 and <= 2000 } && next[0] == '/' && !next.StartsWith("//", StringComparison.Ordinal) && next.All(static c => c is > ' ' and < '\u007f' and not '\\') ? next : "/";
}
