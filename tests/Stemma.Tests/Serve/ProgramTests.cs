using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Serve;

/// <summary>The program as it is started, stopped, killed and backed up.</summary>
public sealed class ProgramTests : IDisposable
{
    const int Reports = 2_000, Kills = 6, Seed = 20250309;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stemma-program-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    string In(string name) => Path.Join(folder.FullName, name);

    [Fact]
    public async Task Killed_in_the_middle_of_an_import_it_loses_nothing_it_answered()
    {
        var random = new Random(Seed);
        var kept = new HashSet<int>();
        var body = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, Reports).Select(static number =>
            $$"""{"id":"n{{number}}","text":"Notice {{number}} of the port.\n\nThe harbour master said on Monday that berth {{number}} would stay closed until crane {{number * 7}} had been looked at.","outlet":"Quay News"}""")));
        for (var kill = 0; kill < Kills; kill++)
        {
            using var program = await RunningProgram.ServeAsync(folder.FullName);
            await ImportAsync(program, body, kept, killAfter: random.Next(1, Reports / 2));
        }
        using var last = await RunningProgram.ServeAsync(folder.FullName);
        await ImportAsync(last, body, kept, killAfter: null);
        Assert.Equal(Reports, kept.Count);
        using var client = new HttpClient { BaseAddress = last.Address };
        Assert.Equal($$"""{"status":"ok","reports":{{Reports}}}""", await client.GetStringAsync("/health", Cancel));
        var stopped = await last.StopAsync();
        Assert.Equal((0, "", ""), stopped);
    }

    /// <summary>Sends everything, reads answers as they come, and kills the server after so many. What was answered before must be there already.</summary>
    static async Task ImportAsync(RunningProgram program, byte[] body, HashSet<int> kept, int? killAfter)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", program.Address.Port, Cancel);
        await using var stream = connection.GetStream();
        using var reader = new StreamReader(stream);
        var sending = SendAsync(stream, body);
        var before = kept.ToHashSet();
        var answers = 0;
        try
        {
            while (await reader.ReadLineAsync(Cancel) is { } line && line != "0")
            {
                if (!line.StartsWith('{') || !line.EndsWith('}'))
                    continue;
                var answer = JsonNode.Parse(line)!;
                var (number, result) = (answer["line"]!.GetValue<int>(), answer["result"]!.GetValue<string>());
                Assert.True(before.Contains(number) ? result is "already here" : result is "added" or "already here", line);
                kept.Add(number);
                if (++answers == killAfter)
                    program.Kill();
            }
            Assert.True(killAfter is not null || answers == Reports);
        }
        catch (IOException) when (killAfter <= answers)
        {
            // The other end is dead, as it should be.
        }
        await sending;
    }

    static async Task SendAsync(NetworkStream stream, byte[] body)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST /api/reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\nContent-Length: {body.Length}\r\n\r\n")), Cancel);
            await stream.WriteAsync(body, Cancel);
        }
        catch (IOException)
        {
            // Killed before it had read everything.
        }
    }

    [Fact]
    public async Task A_backup_taken_while_serving_can_be_served()
    {
        var data = In("data");
        using (var program = await RunningProgram.ServeAsync(data))
        {
            using var client = new HttpClient { BaseAddress = program.Address };
            using var content = ServedArchive.Lines(string.Join('\n', Samples.Reports.Select(ServedArchive.Line)));
            using var imported = await client.PostAsync("/api/reports", content, Cancel);
            Assert.True(imported.IsSuccessStatusCode);
            Directory.CreateDirectory(In("restored"));
            Assert.Equal((0, "", ""), await RunningProgram.RunAsync("backup", "--data", data, "--to", Path.Join(In("restored"), "stemma.db")));
            var again = await RunningProgram.RunAsync("backup", "--data", data, "--to", Path.Join(In("restored"), "stemma.db"));
            Assert.Equal(2, again.Status);
            Assert.Contains("is there already", again.Errors, StringComparison.Ordinal);
        }
        using var restored = await RunningProgram.ServeAsync(In("restored"));
        using var reader = new HttpClient { BaseAddress = restored.Address };
        Assert.Contains($"\"reports\":{Samples.Reports.Count}}}", await reader.GetStringAsync("/health", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_way_of_starting_is_said_in_one_sentence()
    {
        await File.WriteAllTextAsync(In("file"), "not a folder", Cancel);
        using var program = await RunningProgram.ServeAsync(In("data"));
        (string[] Args, string Said)[] refusals =
        [
            (["serve", "--data", In("other"), "--host", "0.0.0.0"], "token is needed"),
            (["serve", "--data", In("other"), "--host", "quay"], "is not an address"),
            (["serve", "--data", In("other"), "--port", "70000"], "is not a port"),
            (["serve", "--data", In("other"), "--port", program.Address.Port.ToString(CultureInfo.InvariantCulture)], "is taken by another program"),
            (["serve", "--data", In("file")], "is a file"),
            (["serve"], "--data"),
            (["backup", "--data", In("nowhere"), "--to", In("copy.db")], "There is no archive"),
            (["backup", "--data", In("data"), "--to", Path.Join(In("nowhere"), "copy.db")], "is not there"),
        ];
        foreach (var (args, said) in refusals)
        {
            var (status, output, errors) = await RunningProgram.RunAsync(args);
            Assert.True(status == 2, string.Join(' ', args));
            Assert.Empty(output);
            Assert.Contains(said, errors, StringComparison.Ordinal);
            Assert.StartsWith("stemma: ", errors, StringComparison.Ordinal);
        }
        Assert.Equal((0, "", ""), await program.StopAsync());
    }
}
