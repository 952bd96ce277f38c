using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Stemma.Tests.Serve;

/// <summary>The program itself, as a process of its own that can be told to stop, or killed.</summary>
sealed class RunningProgram : IDisposable
{
    readonly Process process;
    readonly Task<string> errors;

    RunningProgram(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Address { get; private set; } = new("http://unknown.invalid/");

    static RunningProgram Start(params string[] args)
    {
        var program = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Stemma.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Stemma.App.dll"));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Remove("STEMMA_TOKEN");
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Started and listening.</summary>
    public static async Task<RunningProgram> ServeAsync(string folder)
    {
        var running = Start("serve", "--data", folder, "--port", "0");
        var line = await running.process.StandardOutput.ReadLineAsync(Cancel);
        Assert.True(line?.StartsWith("Stemma is at http://127.0.0.1:", StringComparison.Ordinal), line ?? await running.errors);
        running.Address = new Uri(line!["Stemma is at ".Length..]);
        return running;
    }

    /// <summary>Run to its end.</summary>
    public static async Task<(int Status, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var running = Start(args);
        var output = await running.process.StandardOutput.ReadToEndAsync(Cancel);
        await running.process.WaitForExitAsync(Cancel);
        return (running.process.ExitCode, output, await running.errors);
    }

    public void Kill() => process.Kill();

    /// <summary>Told to stop as a service manager does; gives the exit status and what it said.</summary>
    public async Task<(int Status, string Output, string Errors)> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
