using System.CommandLine;
using Stemma.Evidence;

namespace Stemma.App.Commands;

/// <summary>stemma verify PACK.json, and stemma schema: an evidence pack checked from its JSON alone, and its published form.</summary>
static class VerifyCommand
{
    public static Command Make()
    {
        var path = new Argument<FileInfo>("PACK.json") { Description = "An evidence pack, as written by read --json." };
        var command = new Command("verify", "Checks every hash, range, reference and count of an evidence pack, and names the first thing that is off.") { path };
        command.SetAction(parsed => Verify(parsed.GetRequiredValue(path)));
        return command;
    }

    public static Command MakeSchema()
    {
        var command = new Command("schema", "Prints the JSON Schema of the evidence pack.");
        command.SetAction(static _ => Console.Out.Write(PackSchema.Text));
        return command;
    }

    static int Verify(FileInfo file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"stemma: {file}: {error.Message}");
            return ExitStatus.SomeFailed;
        }
        var verdict = PackVerifier.Verify(bytes);
        if (verdict.Outcome == PackOutcome.Holds)
            Console.Out.WriteLine(verdict.Message);
        else
            Console.Error.WriteLine($"stemma: {file}: {verdict.Message}");
        return verdict.Outcome == PackOutcome.Holds ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
