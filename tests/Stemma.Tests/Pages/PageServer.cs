using System.Net.Http.Headers;
using Stemma.App.Archive;
using Stemma.App.Serve;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.Tests.Pages;

/// <summary>The whole server over an archive of its own, on a free port of this machine, until disposed of.</summary>
sealed class PageServer : IAsyncDisposable
{
    readonly DirectoryInfo _folder;
    readonly ServeHost _host;

    PageServer(DirectoryInfo folder, ServeHost host) => (_folder, _host) = (folder, host);

    public Store Store => _host.Store;

    public Desk Desk => _host.Desk;

    public Uri Address => _host.Address;

    /// <summary>Returns when the stories of these reports are there.</summary>
    public static async Task<PageServer> StartAsync(IReadOnlyList<Report> reports)
    {
        var data = Directory.CreateTempSubdirectory("stemma-pages-");
        var server = new PageServer(data, await ServeHost.BuildAsync(new ServeOptions { DataDirectory = data.FullName, Port = 0 }));
        await server._host.StartAsync();
        server.Desk.Submit(reports);
        await server.Desk.SettledAsync();
        return server;
    }

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
