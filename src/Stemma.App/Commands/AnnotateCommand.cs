using System.CommandLine;
using Stemma.App.Input;
using Stemma.App.Output;
using Stemma.Language;

namespace Stemma.App.Commands;

/// <summary>stemma annotate PATH…: the language layer only, one JSON object a line, in the order of the input.</summary>
static class AnnotateCommand
{
    const int Batch = 256;

    public static Command Make()
    {
        var paths = CommandInput.Paths();
        var command = new Command("annotate", "Prints each report's linguistic annotation as one JSON object a line.") { paths };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths)));
        return command;
    }

    static int Run(string[] paths)
    {
        var failed = 0;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var items in InputReader.Read(paths, standardInput: CommandInput.StandardInput).Chunk(Batch))
        {
            var documents = new Document?[items.Length];
            Parallel.For(0, items.Length, i => documents[i] = items[i].Report is { } report ? Analyzer.Analyze(report.Text) : null);
            for (var i = 0; i < items.Length; i++)
            {
                if (documents[i] is { } document)
                    AnnotationJson.Write(output, items[i].Report!.InputId ?? items[i].Report!.Id, document);
                if (items[i].Problem is not { } problem)
                    continue;
                failed += problem.PassedOver ? 0 : 1;
                CommandInput.Name(problem);
                if (problem.Line is not null)
                    AnnotationJson.WriteProblem(output, problem.InputId, problem.Reason);
            }
        }
        return failed == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
