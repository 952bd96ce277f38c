using System.Globalization;
using System.Text;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Puts a verdict on a pair into an edge, with its confidence and one sentence an editor can check. Confidence is the
/// product of two judgements, each a plain curve set by hand and not yet calibrated: that the texts are kindred (grows with
/// aligned sentences and containment) and that the direction is right (grows with the weight of the signals, one half
/// where there are none).
/// </summary>
static class EdgeWhy
{
    const int OpeningWords = 8;
    // Certainty is for those who saw it done.
    const double ConfidenceMax = 0.99;
    // Two outlets that run an agency's copy share its words without either having them from the other.
    const double ConfidenceOfSiblings = 0.4;

    public static LineageEdge Edge(Kin kin, LineageKind kind)
    {
        var evidence = kin.Evidence;
        return new LineageEdge(
            evidence.A.Report.Id, evidence.B.Report.Id, kind, Math.Round(evidence.ContainmentA, 4), Math.Round(evidence.ContainmentB, 4),
            evidence.Passages, evidence.Sentences, Lines(evidence), Confidence(kin, kind), Why(kin, kind));
    }

    static double Confidence(Kin kin, LineageKind kind)
    {
        var most = kind is LineageKind.Reprints or LineageKind.Excerpts && SharedUpstream(kin.Evidence) is not null ? ConfidenceOfSiblings : ConfidenceMax;
        return Math.Min(most, Math.Round(Kindred(kin.Evidence) * Directed(kin), 2));
    }

    public static double Kindred(PairEvidence evidence) =>
        1 - Math.Exp(-((evidence.AlignedNarrative / 4.0) + (2 * Math.Max(evidence.NarrativeA, evidence.NarrativeB))));

    public static string NameOf(Report report)
    {
        var title = report.Title is { Length: > 0 } given ? given : Opening(report);
        return report.OutletOrCredit is { } outlet ? $"“{title}” ({outlet})" : $"“{title}”";
    }

    /// <summary>The first words, where a report has no title to be called by.</summary>
    static string Opening(Report report)
    {
        var words = WordText.Of(report);
        if (words.Count == 0)
            return "an empty report";
        var shown = Math.Min(words.Count, OpeningWords);
        return words.RangeOf(0, shown).Of(report.Text).ReplaceLineEndings(" ") + (shown < words.Count ? " …" : "");
    }

    public static string Shared(PairEvidence evidence)
    {
        var edits = evidence.Edited > 0 ? $", {Count(evidence.Edited)} of them edited" : "";
        return $"{Count(evidence.AlignedNarrative)} {(evidence.AlignedNarrative == 1 ? "sentence" : "sentences")} of narrative{edits}, and {Percent(evidence.ContainmentA)} of its words";
    }

    static double Directed(Kin kin) => kin.Overruled ? 0.5 : 1 / (1 + Math.Exp(-1.2 * Math.Abs(kin.Verdict.Score)));

    static string Why(Kin kin, LineageKind kind)
    {
        var why = new StringBuilder();
        why.Append("It shares ").Append(Shared(kin.Evidence)).Append(" with ").Append(NameOf(kin.Evidence.B.Report)).Append("; ");
        if (kin.Verdict.For.Count == 0)
            why.Append("nothing tells which came first, and the order shown is only a fixed one");
        else
            why.Append("it is taken as the later one because it ").AppendJoin(" and ", kin.Verdict.For.Take(3));
        if (kin.Verdict.Against.Count > 0)
            why.Append(", although the other ").AppendJoin(" and ", kin.Verdict.Against.Take(2));
        if (kind is LineageKind.Reprints or LineageKind.Excerpts && SharedUpstream(kin.Evidence) is { } agency)
            why.Append("; copy of ").Append(agency).Append(" is credited, so both may have it from there rather than one from the other");
        return why.Append('.').ToString();
    }

    /// <summary>An agency that one of the two credits and neither of them is: the likelier origin of what they share.</summary>
    static string? SharedUpstream(PairEvidence evidence)
    {
        var (a, b) = (evidence.A.Report, evidence.B.Report);
        return Derivation.CreditsTheOther(a, b) || Derivation.CreditsTheOther(b, a) || Outlets.Same(a, b) ? null
            : a.CreditedAgencies.Concat(b.CreditedAgencies).FirstOrDefault(agency => !IsOutletOf(a, agency) && !IsOutletOf(b, agency));
    }

    static bool IsOutletOf(Report report, string agency) => report.Outlet is { } outlet && Outlets.SameName(outlet, agency);

    /// <summary>Why a credit that stands nowhere in the text is one.</summary>
    public static string OutsideCredit(OutsideCredit credit) => credit.Basis switch
    {
        "byline" => $"Its byline names {credit.Agency}.",
        "stated" => $"It came with {credit.Agency} named as the agency it is from.",
        _ => $"The page says outside its text that it is {credit.Agency}’s ({credit.Basis}).",
    };

    static List<LineageLine> Lines(PairEvidence evidence)
    {
        var lines = new List<LineageLine>();
        foreach (var report in new[] { evidence.A.Report, evidence.B.Report })
        {
            foreach (var advisory in report.AllAdvisories.Where(advisory => advisory.Kind != AdvisoryKind.Credit))
                lines.Add(LineageLine.Of(report, advisory));
        }
        foreach (var credit in evidence.A.Report.Credits)
        {
            if (evidence.B.Report.OutletOrCredit is { } outlet && Outlets.SameName(credit.Agency, outlet))
                lines.Add(new LineageLine(evidence.A.Report.Id, credit.Range, credit.Range.Of(evidence.A.Report.Text)));
        }
        return lines;
    }

    static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";
}
