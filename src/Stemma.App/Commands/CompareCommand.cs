using System.CommandLine;
using Stemma.App.Input;
using Stemma.App.Output;
using Stemma.Lineage;
using Stemma.Reports;

namespace Stemma.App.Commands;

/// <summary>stemma compare A B: what B has from A.</summary>
static class CompareCommand
{
    public static Command Make()
    {
        var a = new Argument<string>("A") { Description = "The one report (a text file)." };
        var b = new Argument<string>("B") { Description = "The other report." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead." };
        var command = new Command("compare", "Says what one report has from another: the kind, the share of copied words, the passages and the differences word by word.") { a, b, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(a), parsed.GetRequiredValue(b), parsed.GetValue(json)));
        return command;
    }

    static int Run(string pathA, string pathB, bool json)
    {
        if (One(pathA) is not { } a || One(pathB) is not { } b)
            return ExitStatus.SomeFailed;
        var comparison = PairComparison.Compare(a, a.Outlined(), b, b.Outlined());
        if (json)
            ComparisonPage.WriteJson(Console.OpenStandardOutput(), a, b, comparison);
        else
            ComparisonPage.Write(Console.Out, a, b, comparison, Terminal.Options());
        return ExitStatus.Done;
    }

    static Report? One(string path)
    {
        Report? found = null;
        foreach (var item in InputReader.Read([path], standardInput: CommandInput.StandardInput))
        {
            if (item.Problem is { } problem)
                CommandInput.Name(problem);
            found ??= item.Report;
        }
        if (found is null)
            Console.Error.WriteLine($"stemma: {path} gave no report to compare");
        return found;
    }
}
