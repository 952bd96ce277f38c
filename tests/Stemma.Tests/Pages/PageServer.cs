using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stemma.App.Archive;
using Stemma.App.Pages;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.Tests.Pages;

/// <summary>The pages over an archive of their own, on a free port of this machine, until disposed of.</summary>
sealed class PageServer : IAsyncDisposable
{
    readonly DirectoryInfo _folder;
    readonly WebApplication _app;

    PageServer(DirectoryInfo folder, WebApplication app, Store store, Desk desk) => (_folder, _app, Store, Desk) = (folder, app, store, desk);

    public Store Store { get; }

    public Desk Desk { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Returns when the stories of these reports are there.</summary>
    public static async Task<PageServer> StartAsync(IReadOnlyList<Report> reports)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-pages-");
        var store = Store.Open(folder.FullName);
        var desk = new Desk(store, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(store).AddSingleton(desk).AddSingleton(TimeProvider.System);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            return next(http);
        });
        app.MapPages();
        await app.StartAsync();
        desk.Submit(reports);
        await desk.SettledAsync();
        return new PageServer(folder, app, store, desk);
    }

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Desk.DisposeAsync();
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
