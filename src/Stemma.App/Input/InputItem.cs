using Stemma.Reports;

namespace Stemma.App.Input;

/// <summary>What one input gave: a report, or the reason why there is none.</summary>
/// <param name="Repeated">The same report (same id) was given before in this run.</param>
public sealed record InputItem(Report? Report, InputProblem? Problem, bool Repeated = false);

/// <summary>An input that gave no report, and why, in a few plain words.</summary>
/// <param name="Path">As the user named it, or below a folder that the user named; <c>-</c> is standard input.</param>
/// <param name="Line">For a line of a JSON lines file, counted from 1.</param>
/// <param name="InputId">The id that line came with, where it could be read.</param>
/// <param name="PassedOver">A file in a folder that was left aside on purpose: named, but no failure.</param>
public sealed record InputProblem(string Path, string Reason, int? Line = null, string? InputId = null, bool PassedOver = false)
{
    public override string ToString() => Line is { } line ? $"{Path}, line {line}: {Reason}" : $"{Path}: {Reason}";
}
