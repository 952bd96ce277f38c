using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.App.Archive;
using Stemma.App.Pages.Served;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <summary>The archive, the desk that keeps its stories current, and the web server in front of both: one program, one port.</summary>
sealed class ServeHost : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ServeOptions options;
    readonly Store store;
    readonly Desk desk;

    ServeHost(WebApplication app, ServeOptions options, Store store, Desk desk) =>
        (this.app, this.options, this.store, this.desk) = (app, options, store, desk);

    /// <summary>Completes when the stories show all that was handed in before the call.</summary>
    public Task SettledAsync(CancellationToken cancel = default) => desk.SettledAsync(cancel);

    public Store Store => store;

    public Desk Desk => desk;

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address { get; private set; } = new("http://unknown.invalid/");

    /// <summary>Rows of the archive's own for who owns which outlet lie beside it, in publishers.tsv.</summary>
    static Publishers? OwnPublishers(string folder)
    {
        var path = Path.Combine(folder, "publishers.tsv");
        if (!File.Exists(path))
            return null;
        var (table, problem) = Publishers.With(File.ReadAllText(path));
        if (problem is not null)
            Console.Error.WriteLine($"stemma: publishers.tsv, {problem}");
        return table;
    }

    /// <summary>Opens the archive and puts the server together; nothing listens yet.</summary>
    /// <exception cref="ServeException">The options do not hold together.</exception>
    /// <exception cref="StoreException">The archive cannot be opened.</exception>
    public static async Task<ServeHost> BuildAsync(ServeOptions options, TimeProvider? clock = null)
    {
        var address = options.Checked();
        clock ??= TimeProvider.System;
        var archive = await Task.Run(() => Store.Open(options.DataDirectory));
        var meter = new ServeMeter();
        // A run takes some 35 MB for 10,000 reports. What readers left is given back before, and what each stage of the run leaves after it,
        // so that they do not add up.
        var keeper = new Desk(archive, clock, staged: SystemMemory.GiveBack, removed: PageAnswers.Forget, ran: took =>
        {
            meter.DeskRuns.Record(took.TotalSeconds);
            SystemMemory.GiveBack();
        }, publishers: OwnPublishers(options.DataDirectory));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        // Our own sentences say it better; the framework logs every failed request a second time.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, address));
        builder.Services.AddSingleton(options).AddSingleton(options.Limits).AddSingleton(archive).AddSingleton(keeper).AddSingleton(clock)
            .AddSingleton(meter).AddSingleton<Metrics>().AddSingleton<ImportSlots>();
        builder.Services.AddParts(options.Limits);
        var built = builder.Build();
        built.Services.GetRequiredService<Metrics>(); // counts from the first request on
        Pipeline.Use(built, options);
        return new ServeHost(built, options, archive, keeper);
    }

    static void Configure(KestrelServerOptions kestrel, ServeOptions options, IPAddress address)
    {
        var limits = options.Limits;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.MaxBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.MaxHeaderBytes;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Listen(address, options.Port, static listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <exception cref="ServeException">The port is taken, or the address is not of this machine.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw new ServeException(Refusal(error), error);
        }
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Address = bound.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.Parse(bound.Host.Trim('[', ']')) is var address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(bound) { Host = "127.0.0.1" }.Uri
            : bound;
    }

    string Refusal(Exception error)
    {
        if (error is AddressInUseException || error.InnerException is AddressInUseException)
            return $"Port {options.Port} at {options.Host} is taken by another program: choose another with --port, or 0 for any that is free.";
        var socket = error as SocketException ?? error.InnerException as SocketException;
        return socket?.SocketErrorCode switch
        {
            SocketError.AccessDenied => $"Port {options.Port} may not be used by this account: choose one above 1023 with --port.",
            SocketError.AddressNotAvailable => $"{options.Host} is not an address of this machine: choose another with --host.",
            _ => $"The server cannot listen at {options.Host}, port {options.Port}: {error.Message}",
        };
    }

    /// <summary>Completes when the program is told to stop (Ctrl-C, SIGTERM) and open requests are done.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await desk.DisposeAsync();
        store.Dispose();
    }
}
