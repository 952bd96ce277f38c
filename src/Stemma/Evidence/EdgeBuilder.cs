using Stemma.Language;
using Stemma.Lineage;
using Stemma.Reports;
using Stemma.Sources;

namespace Stemma.Evidence;

/// <summary>Puts a story's copy history into the words of the evidence pack.</summary>
static class EdgeBuilder
{
    public static Speaker Credited(string agency) => new(agency, SpeakerKind.Agency, null);

    public static IReadOnlyList<PackEdge> Build(LineageGraph lineage, IReadOnlyDictionary<string, Report> reports, SourceRegistry sources) =>
        [.. lineage.Edges.Select(edge => new PackEdge(
            edge.From,
            edge.Kind == LineageKind.Credits ? sources.IdOf(reports[edge.From], Credited(edge.To)) : edge.To,
            edge.Kind.ToString().ToLowerInvariant(),
            new PackEdgeEvidence(
                edge.Containment, edge.ReverseContainment,
                [.. edge.Passages.Select(passage => new PackPassage(Spot(passage.A), Spot(passage.B), passage.A.Of(reports[edge.From].Text)))],
                [.. edge.Lines.Select(Line)]),
            edge.Confidence, edge.Why))];

    public static IReadOnlyList<PackLost> Lost(LineageGraph lineage) => [.. lineage.Lost.Select(static lost => new PackLost(lost.Id, Line(lost.Testimony), lost.What))];

    static PackLine Line(LineageLine line) => new(line.Report, Spot(line.Range), line.Text, line.In);

    static PackSpot Spot(TextRange range) => new(range.Start, range.End);
}
