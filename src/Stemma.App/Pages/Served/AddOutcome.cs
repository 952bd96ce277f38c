using Stemma.App.Archive;
using Stemma.App.Input;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Pages.Served;

/// <summary>What became of one thing that was handed in.</summary>
/// <param name="Name">What it was called: the file, and the line where there are several.</param>
/// <param name="ReportId">Null where no report came of it.</param>
/// <param name="Said">A sentence: what was done, or why nothing could be.</param>
public sealed record AddOutcome(string Name, string? ReportId, string? Title, bool Taken, string Said)
{
    /// <summary>Keeps all that are reports and says of each input what became of it. On disk when it returns.</summary>
    public static IReadOnlyList<AddOutcome> Submit(Desk desk, IReadOnlyList<(string Name, InputItem Item)> inputs)
    {
        var results = desk.Submit([.. inputs.Select(static input => input.Item.Report).OfType<Report>()]);
        var next = 0;
        return [.. inputs.Select(input => input.Item.Report is { } report ? Of(input.Name, report, results[next++]) : new AddOutcome(input.Name, null, null, false, Refusal(input.Item.Problem)))];
    }

    static AddOutcome Of(string name, Report report, AddResult result) => result switch
    {
        AddResult.Added => new(name, report.Id, report.Title, true, "Added."),
        AddResult.AlreadyHere => new(name, report.Id, report.Title, true, "It was here already."),
        _ => new(name, report.Id, null, false, "Not added: this report was removed from the archive for good."),
    };

    static string Refusal(InputProblem? problem) => $"Not added: {problem?.Reason ?? "it is not a report"}.";
}
