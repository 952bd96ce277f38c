using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Traces the copy history of a story: for each report its closest ancestor by text (revises, reprints or excerpts), the
/// agencies it credits, and the earlier revisions that survive only in an advisory line. One ancestor explains what it
/// can; a second one gets an edge only for matter that the first does not explain (in textual criticism, contamination).
/// Two reports without such evidence get no edge, however much they agree: "no textual evidence of derivation".
/// Cost: near linear in the words to find kindred pairs, then one alignment per pair. It cannot see a rewrite that keeps
/// no sentence, nor tell which of two undated copies came first unless their text says so: confidence is then low.
/// </summary>
public static class LineageTracer
{
    const int SecondSentencesMin = 3;
    const double SecondShareMin = 0.1;

    public static LineageGraph Trace(IReadOnlyList<Report> reports, IReadOnlyList<Document> documents)
    {
        if (documents.Count != reports.Count)
            throw new ArgumentException($"{reports.Count} reports and {documents.Count} documents", nameof(documents));
        // In the order of publication, ties by id: the order the reports came in must change nothing.
        var witnesses = Enumerable.Range(0, reports.Count)
            .OrderBy(i => reports[i].Published.SortKey).ThenBy(i => reports[i].Id, StringComparer.Ordinal)
            .Select(i => new Witness(reports[i], documents[i])).ToArray();
        var pairs = KinCandidates.Find(witnesses)
            .Select(pair => (pair.A, pair.B, Evidence: PairEvidence.Of(witnesses[pair.A], witnesses[pair.B])))
            .Where(pair => Derivation.IsEvident(pair.Evidence))
            .Select(pair => (pair.A, pair.B, pair.Evidence, Direction.Of(pair.Evidence)))
            .ToList();
        var ancestors = KinOrder.Of(pairs, witnesses.Length).ToLookup(kin => kin.Later);

        var edges = new List<LineageEdge>();
        var lost = new List<LostReport>();
        for (var i = 0; i < witnesses.Length; i++)
        {
            var report = witnesses[i].Report;
            var own = AncestorEdges([.. ancestors[i]]);
            edges.AddRange(own);
            if (!own.Exists(edge => edge.Kind is LineageKind.Revises) && Testimony(report) is { } line)
            {
                lost.Add(LostOf(report, line));
                edges.Add(EdgeToLost(report, lost[^1]));
            }
            edges.AddRange(Credits(report));
        }
        return new LineageGraph(edges, lost);
    }

    static List<LineageEdge> AncestorEdges(List<Kin> ancestors)
    {
        var edges = new List<LineageEdge>();
        var ordered = ancestors
            .Select(kin => (Kin: kin, Kind: Derivation.KindOf(kin.Evidence)))
            .Where(one => one.Kind is not null)
            .OrderByDescending(one => Derivation.CreditsTheOther(one.Kin.Evidence.A.Report, one.Kin.Evidence.B.Report))
            .ThenByDescending(one => Math.Round(one.Kin.Evidence.NarrativeA + (one.Kin.Evidence.NarrativeB / 2), 2))
            // Of equal copies a revision goes back to the latest, a reprint to the first.
            .ThenBy(one => one.Kind is LineageKind.Revises ? -one.Kin.Earlier : one.Kin.Earlier);
        bool[]? explained = null;
        foreach (var (kin, kind) in ordered)
        {
            if (explained is null)
            {
                explained = new bool[kin.Evidence.A.Words.Count];
                edges.Add(EdgeWhy.Edge(kin, kind!.Value));
            }
            else if (kind is not LineageKind.Revises && AddsMatter(kin.Evidence, explained))
            {
                edges.Add(EdgeWhy.Edge(kin, LineageKind.Excerpts));
            }
            else
            {
                continue;
            }
            kin.Evidence.MarkA(explained);
        }
        return edges;
    }

    static bool AddsMatter(PairEvidence evidence, bool[] explained)
    {
        var (sentences, words) = (0, 0);
        foreach (var pair in evidence.Sentences.Where(pair => pair.Narrative))
        {
            var sentence = evidence.A.Sentences[pair.SentenceA];
            if (explained.AsSpan(sentence.First, sentence.Count).Count(true) * 2 >= sentence.Count)
                continue;
            sentences++;
            words += sentence.Count;
        }
        return sentences >= SecondSentencesMin && words >= SecondShareMin * evidence.A.NarrativeWords;
    }

    static LineageLine? Testimony(Report report) =>
        report.Advisories.Concat(report.AllAdvisories).FirstOrDefault(advisory => advisory.EarlierRevision) is { } advisory ? LineageLine.Of(report, advisory) : null;

    static LostReport LostOf(Report report, LineageLine line) => new(
        ContentId.Of('l', report.Id, line.Text), line,
        $"An earlier revision of {EdgeWhy.NameOf(report)}, known only from {(line.In is null ? "its advisory line" : "its headline")}.");

    static LineageEdge EdgeToLost(Report report, LostReport lost) => new(
        report.Id, lost.Id, LineageKind.Revises, 0, 0, [], [], [lost.Testimony], 0.9,
        $"Its own {(lost.Testimony.In is null ? "advisory line" : "headline")} says that an earlier revision existed, and none of the reports at hand is that revision.");

    static IEnumerable<LineageEdge> Credits(Report report)
    {
        var named = new List<string>();
        foreach (var credit in report.Credits)
        {
            if ((report.Outlet is { } outlet && Outlets.SameName(credit.Agency, outlet)) || named.Exists(name => Outlets.SameName(name, credit.Agency)))
                continue;
            named.Add(credit.Agency);
            yield return new LineageEdge(report.Id, credit.Agency, LineageKind.Credits, 0, 0, [], [],
                [new LineageLine(report.Id, credit.Range, credit.Range.Of(report.Text))], 0.95, $"The report itself credits {credit.Agency}.");
        }
        foreach (var credit in report.OutsideCredits)
        {
            if ((report.Outlet is { } outlet && Outlets.SameName(credit.Agency, outlet)) || named.Exists(name => Outlets.SameName(name, credit.Agency)))
                continue;
            named.Add(credit.Agency);
            yield return new LineageEdge(report.Id, credit.Agency, LineageKind.Credits, 0, 0, [], [],
                credit.InByline is { } range ? [new LineageLine(report.Id, range, range.Of(report.Byline!), "byline")] : [], 0.9, EdgeWhy.OutsideCredit(credit));
        }
    }
}
