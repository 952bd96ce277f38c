using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>What one report has from another, or the plain statement that nothing shows it has anything.</summary>
/// <param name="Kind">Null where there is no textual evidence of derivation.</param>
/// <param name="LaterId">The one taken as the descendant; null where nothing tells.</param>
/// <param name="ContainmentA">Share of A's words that lie in the passages.</param>
/// <param name="Passages">A in the first report, B in the second, in the first one's order.</param>
public sealed record PairComparison(
    LineageKind? Kind, string? LaterId, double ContainmentA, double ContainmentB, IReadOnlyList<Passage> Passages,
    IReadOnlyList<AlignedSentence> Sentences, double Confidence, string Why)
{
    public static PairComparison Compare(Report a, Document documentA, Report b, Document documentB)
    {
        // One fixed way round, so that comparing b with a mirrors comparing a with b.
        var turned = string.CompareOrdinal(a.Id, b.Id) > 0;
        var (x, y) = (new Witness(a, documentA), new Witness(b, documentB));
        var taken = turned ? PairEvidence.Of(y, x) : PairEvidence.Of(x, y);
        var evidence = turned ? taken.Turned() : taken;
        var verdict = Direction.Of(taken);
        var kin = KinOrder.Of([(0, 1, taken, verdict)], 2)[0];
        var kind = Derivation.IsEvident(taken) ? Derivation.KindOf(kin.Evidence) : null;
        if (kind is null)
            return new(null, null, evidence.ContainmentA, evidence.ContainmentB, evidence.Passages, evidence.Sentences, EdgeWhy.Kindred(evidence), NoEvidence(evidence));
        var edge = EdgeWhy.Edge(kin, kind.Value);
        return new(kind, verdict.Score == 0 ? null : edge.From, evidence.ContainmentA, evidence.ContainmentB, evidence.Passages,
            evidence.Sentences, edge.Confidence, edge.Why);
    }

    static string NoEvidence(PairEvidence evidence) =>
        $"No textual evidence of derivation: {Derivation.Doubt(evidence) ?? "what is shared came days apart and may be the house's own background"}.";
}
