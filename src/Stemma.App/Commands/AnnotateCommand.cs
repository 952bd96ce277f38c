using System.CommandLine;
using System.Text;
using Stemma.App.Input;
using Stemma.App.Output;
using Stemma.Language;
using Stemma.Language.Syntax;

namespace Stemma.App.Commands;

/// <summary>stemma annotate PATH…: the language layer only, one JSON object a line or CoNLL-U, in the order of the input.</summary>
static class AnnotateCommand
{
    const int Batch = 256;

    public static Command Make()
    {
        var paths = CommandInput.Paths();
        var format = new Option<string>("--format") { Description = "json: one object a line; conllu: words, tags and trees.", DefaultValueFactory = static _ => "json" };
        format.AcceptOnlyFromAmong("json", "conllu");
        var input = new Option<string>("--input") { Description = "reports, or conllu: files whose words and sentences are given and stay.", DefaultValueFactory = static _ => "reports" };
        input.AcceptOnlyFromAmong("reports", "conllu");
        var command = new Command("annotate", "Prints each report's linguistic annotation as one JSON object a line, or as CoNLL-U.") { paths, format, input };
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) == "conllu" && result.GetValue(format) == "json")
                result.AddError("--input conllu needs --format conllu: words that are given have no place in a text");
        });
        command.SetAction(parsed => parsed.GetValue(input) == "conllu"
            ? Conllus(parsed.GetRequiredValue(paths))
            : Run(parsed.GetRequiredValue(paths), parsed.GetValue(format) == "conllu"));
        return command;
    }

    static int Run(string[] paths, bool conllu)
    {
        var failed = 0;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var items in InputReader.Read(paths, standardInput: CommandInput.StandardInput).Chunk(Batch))
        {
            var documents = new Document?[items.Length];
            Parallel.For(0, items.Length, i => documents[i] = items[i].Report is { } report ? Analyzer.Analyze(report.Text) : null);
            for (var i = 0; i < items.Length; i++)
            {
                if (documents[i] is { } document && items[i].Report is { } report)
                {
                    if (conllu)
                        ConlluWriter.Write(writer, report.InputId ?? report.Id, document);
                    else
                        AnnotationJson.Write(output, report.InputId ?? report.Id, document);
                }
                if (items[i].Problem is not { } problem)
                    continue;
                failed += problem.PassedOver ? 0 : 1;
                CommandInput.Name(problem);
                if (problem.Line is not null && !conllu)
                    AnnotationJson.WriteProblem(output, problem.InputId, problem.Reason);
            }
            writer.Flush();
        }
        return failed == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    /// <summary>CoNLL-U in, CoNLL-U out: a file that does not parse is named with its line, the rest is done.</summary>
    static int Conllus(string[] paths)
    {
        var failed = 0;
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        foreach (var path in paths)
        {
            try
            {
                using var reader = path == "-" ? new StreamReader(CommandInput.StandardInput()) : new StreamReader(path);
                foreach (var sentences in Conllu.Read(reader).Chunk(Batch))
                    ConlluWriter.Write(writer, sentences, Analyzer.ReadSyntax(sentences));
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                failed++;
                Console.Error.WriteLine($"stemma: not read: {path}: {problem.Message}");
            }
        }
        return failed == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
