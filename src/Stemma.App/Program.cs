using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using Stemma.App.Commands;

namespace Stemma.App;

static class Program
{
    static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        // Lone surrogates, which no UTF-8 can hold, come out as U+FFFD.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Reads many reports of one story and says who says what, on whose authority, and which report was copied from which.")
        {
            ReadCommand.Make(), ExtractCommand.Make(), AnnotateCommand.Make(), GroupCommand.Make(), CompareCommand.Make(), VerifyCommand.Make(), VerifyCommand.MakeSchema(), ServeCommand.Make(), BackupCommand.Make(), EvalCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync("stemma: " + error.Message);
            await Console.Error.WriteLineAsync("Try: stemma --help");
            return ExitStatus.WrongUsage;
        }
        if (parsed.Action is HelpAction)
        {
            // The library names the program after its assembly; people start it as "stemma".
            using var help = new StringWriter();
            var status = await parsed.InvokeAsync(new InvocationConfiguration { Output = help });
            await Console.Out.WriteAsync(help.ToString().Replace("Stemma.App", "stemma", StringComparison.Ordinal));
            return status;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // Ctrl-C ends a command at once; the server, which has something to finish, listens for it itself.
                ProcessTerminationTimeout = null,
            });
        }
        catch (IOException error) when (IsClosedPipe(error))
        {
            return ExitStatus.Done; // "| head" has seen enough
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("stemma: " + error.Message);
            return ExitStatus.WrongUsage;
        }
    }

    /// <summary>EPIPE, or its Windows relative "no data".</summary>
    static bool IsClosedPipe(IOException error) => error.HResult is 32 or unchecked((int)0x800700E8) || error.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
