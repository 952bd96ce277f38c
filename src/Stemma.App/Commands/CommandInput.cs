using System.CommandLine;
using Stemma.App.Input;
using Stemma.Reports;

namespace Stemma.App.Commands;

/// <summary>What every command that reads reports has in common: its argument, and naming each input that could not be read.</summary>
static class CommandInput
{
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Text files, web pages (.html), folders, archives (.zip, .tar, .tar.gz, .warc.gz), web addresses, JSON lines files (.jsonl), or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        // Anything that looks like an option and is no file is a mistyped option.
        paths.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)))
                result.AddError($"there is no option {token.Value}");
        });
        return paths;
    }

    public static Option<FileInfo> Publishers()
    {
        var publishers = new Option<FileInfo>("--publishers") { Description = "Rows of your own for who owns which outlet, before those that ship: names, hosts, family, control, where that can be checked and when it was, between tabs.", HelpName = "FILE" };
        publishers.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { Exists: false } file)
                result.AddError($"--publishers: there is no file {file.FullName}");
        });
        return publishers;
    }

    public static Option<string[]> AllowedHosts() =>
        new("--allow-host") { Description = "A host that may be fetched although it is in a private network. May be given several times.", HelpName = "HOST", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>With the rows of this file; a row that cannot be read is named and passed over.</summary>
    public static InputOptions With(InputOptions options, FileInfo? publishers, string[]? allowedHosts)
    {
        options = options with { Fetch = options.Fetch with { AllowedHosts = allowedHosts ?? [] } };
        if (publishers is null)
            return options;
        var (table, problem) = Stemma.Reports.Publishers.With(File.ReadAllText(publishers.FullName));
        if (problem is not null)
            Console.Error.WriteLine($"stemma: {publishers.Name}, {problem}");
        return options with { Publishers = table };
    }

    public static Func<Stream> StandardInput => Console.OpenStandardInput;

    /// <summary>All reports, each once; what could not be read is named on standard error.</summary>
    public static (List<Report> Reports, int Failed) Read(IEnumerable<string> paths, RunProgress progress, InputOptions? options = null)
    {
        var reports = new List<Report>();
        var failed = 0;
        foreach (var item in InputReader.Read(paths, options, StandardInput))
        {
            if (item.Report is { } report && !item.Repeated)
            {
                reports.Add(report);
                progress.Done(reports.Count);
            }
            if (item.Problem is not { } problem)
                continue;
            failed += problem.PassedOver ? 0 : 1;
            Name(problem);
        }
        return (reports, failed);
    }

    public static void Name(InputProblem problem) =>
        Console.Error.WriteLine($"stemma: {(problem.PassedOver ? "passed over" : "not read")}: {problem}");
}
