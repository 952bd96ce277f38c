using System.CommandLine;
using Stemma.App.Serve;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary>stemma serve: the archive's pages and its HTTP API on one port, until Ctrl-C.</summary>
static class ServeCommand
{
    public static Command Make()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The archive's folder; made where there is none.", HelpName = "DIR", Required = true };
        var host = new Option<string>("--host") { Description = "Address to listen at. Anything but this machine's own loopback address needs a token.", DefaultValueFactory = static _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Port to listen at; 0 for any that is free.", DefaultValueFactory = static _ => ServeOptions.DefaultPort };
        var token = new Option<string>("--token") { Description = "What every request must show (or set STEMMA_TOKEN, which other users of this machine cannot read off its list of programs)." };
        var name = new Option<string[]>("--name") { Description = "A name the server is also called by, such as the one a reverse proxy passes on. May be given several times." };
        var command = new Command("serve", "Serves the archive on one port: pages for a browser, and an HTTP API under /api.") { data, host, port, token, name };
        command.SetAction((parsed, _) => RunAsync(new ServeOptions
        {
            DataDirectory = parsed.GetRequiredValue(data).FullName,
            Host = parsed.GetRequiredValue(host),
            Port = parsed.GetRequiredValue(port),
            Token = parsed.GetValue(token) ?? (Environment.GetEnvironmentVariable("STEMMA_TOKEN") is { Length: > 0 } set ? set : null),
            Names = parsed.GetValue(name) ?? [],
        }));
        return command;
    }

    static async Task<int> RunAsync(ServeOptions options)
    {
        try
        {
            await using var host = await ServeHost.BuildAsync(options);
            await host.StartAsync();
            await Console.Out.WriteLineAsync($"Stemma is at {host.Address}");
            await Console.Out.FlushAsync();
            await host.WaitForShutdownAsync();
            return ExitStatus.Done;
        }
        catch (Exception refused) when (refused is ServeException or StoreException)
        {
            await Console.Error.WriteLineAsync("stemma: " + refused.Message);
            return ExitStatus.WrongUsage;
        }
    }
}
