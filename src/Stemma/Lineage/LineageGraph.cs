using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>Which report of a story descends from which, and which reports are known only from testimony.</summary>
public sealed record LineageGraph(IReadOnlyList<LineageEdge> Edges, IReadOnlyList<LostReport> Lost)
{
    public static readonly LineageGraph Empty = new([], []);
}

public enum LineageKind { Revises, Reprints, Excerpts, Credits }

/// <param name="From">Id of the descendant.</param>
/// <param name="To">Its ancestor: the id of a report or of a lost report; for <see cref="LineageKind.Credits"/> the agency's name as credited.</param>
/// <param name="Containment">Share of the descendant's words (parts set apart left out) that lie in the passages.</param>
/// <param name="ReverseContainment">The same share of the ancestor's words.</param>
/// <param name="Passages">A in the descendant, B in the ancestor.</param>
/// <param name="Sentences">A in the descendant, B in the ancestor.</param>
/// <param name="Lines">Advisories, credits and other lines that testify to this edge.</param>
public sealed record LineageEdge(
    string From, string To, LineageKind Kind, double Containment, double ReverseContainment, IReadOnlyList<Passage> Passages,
    IReadOnlyList<AlignedSentence> Sentences, IReadOnlyList<LineageLine> Lines, double Confidence, string Why);

/// <summary>A line of a report that testifies to something.</summary>
/// <param name="In">"title" or "byline" where the range is in that and not in the text.</param>
public sealed record LineageLine(string Report, TextRange Range, string Text, string? In = null)
{
    /// <summary>The line of an advisory, be it in the text or in the title.</summary>
    public static LineageLine Of(Report report, Advisory advisory) => advisory == report.TitleAdvisory
        ? new LineageLine(report.Id, advisory.Range, advisory.Range.Of(report.Title!), "title")
        : new LineageLine(report.Id, advisory.Range, advisory.Range.Of(report.Text));
}

/// <summary>A report that is not among the inputs but that another one testifies to.</summary>
public sealed record LostReport(string Id, LineageLine Testimony, string What);
