using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Stemma.App.Serve;

/// <summary>A small page of the server's own: a refusal, the login, the reference of the API.</summary>
static class PlainPage
{
    public const string StylePath = "/site.css";

    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => Encoder.Encode(text ?? "");

    /// <param name="body">HTML: whatever is not the program's own words has been through <see cref="Encode"/>.</param>
    public static string Html(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)} · Stemma</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{StylePath}">
        </head>
        <body>
        <header class="masthead"><p class="brand"><a href="/">Stemma</a> <span class="motto">Reports are weighed, not counted</span></p></header>
        <main id="main" class="reference">
        {body}
        </main>
        </body>
        </html>

        """;
}
