using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Stemma.App.Pages;

namespace Stemma.App.Serve;

/// <summary>The style sheet and the script of the pages, out of the program itself.</summary>
static class Assets
{
    public const string StylePath = "/site.css";
    public const string ScriptPath = "/app.js";

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map(app, StylePath, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageStyle.Sheet));
        using var script = typeof(Assets).Assembly.GetManifestResourceStream("app.js");
        if (script is null)
            return;
        using var bytes = new MemoryStream();
        script.CopyTo(bytes);
        Map(app, ScriptPath, "text/javascript; charset=utf-8", bytes.ToArray());
    }

    static void Map(IEndpointRouteBuilder app, string path, string type, byte[] content)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        app.MapGet(path, () => Results.Bytes(content, type, entityTag: tag)).ExcludeFromDescription();
    }
}
