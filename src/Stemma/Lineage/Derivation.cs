using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Decides whether the text two reports share is evidence that one derives from the other, and of what kind.
/// Only narrative counts, by containment in either direction together with the number of aligned narrative sentences: a
/// few shared sentences are background that a newsroom keeps on file. Reports that fill one form with other figures
/// (market tables, weekly statistics) share nearly every sentence and derive from nothing: they are told by their figures.
/// Thresholds were set on newswire pairs by hand; what lies near them is given low confidence, never silence.
/// </summary>
static class Derivation
{
    const int SentencesMin = 3;
    const double ContainmentMin = 0.15;
    const double ShortTextContainmentMin = 0.5;
    const int ShortTextWordsMin = 25;
    const double RevisionContainmentMin = 0.25;
    const double ReprintContainmentMin = 0.6;
    const double ReprintReverseMin = 0.35;
    const int FiguresMin = 4;
    const double FiguresSharedMin = 0.5;

    public static bool IsEvident(PairEvidence pair)
    {
        var greater = Math.Max(pair.NarrativeA, pair.NarrativeB);
        var enough = (pair.AlignedNarrative >= SentencesMin && greater >= ContainmentMin)
            || (greater >= ShortTextContainmentMin && pair.SharedNarrativeWords >= ShortTextWordsMin);
        return enough && !FillsOneForm(pair);
    }

    /// <summary>Kind of the edge from the pair's A, taken as the descendant, to its B; null where the overlap is too small for any.</summary>
    public static LineageKind? KindOf(PairEvidence pair)
    {
        var (from, to) = (pair.A.Report, pair.B.Report);
        var greater = Math.Max(pair.NarrativeA, pair.NarrativeB);
        var whole = pair.NarrativeA >= ReprintContainmentMin && pair.NarrativeB >= ReprintReverseMin;
        if (Outlets.Differ(from, to))
            return whole ? LineageKind.Reprints : LineageKind.Excerpts;
        if (Outlets.Same(from, to))
            return greater >= RevisionContainmentMin ? LineageKind.Revises : null;
        if (greater >= RevisionContainmentMin && LooksRevised(pair))
            return LineageKind.Revises;
        return whole ? LineageKind.Reprints : LineageKind.Excerpts;
    }

    /// <summary>
    /// Where an outlet is unknown the shape decides: a newsroom that goes on with its own report edits, drops and adds;
    /// one that takes over another's leaves the sentences alone, cuts from the end, or sets them in a text of its own.
    /// </summary>
    static bool LooksRevised(PairEvidence pair)
    {
        if (CreditsTheOther(pair.A.Report, pair.B.Report) || CreditsTheOther(pair.B.Report, pair.A.Report))
            return false;
        var signs = 0;
        signs += pair.Edited >= 2 ? 1 : 0;
        signs += pair.Edited * 4 >= pair.AlignedNarrative ? 1 : 0;
        signs += pair.NarrativeA < 0.9 && pair.NarrativeB < 0.95 ? 1 : 0;
        signs += pair.Sentences.Any(sentence => sentence.Moved) ? 1 : 0;
        signs += HasUpdate(pair.A.Report) || HasUpdate(pair.B.Report) ? 1 : 0;
        signs += Outlets.SameCredit(pair.A.Report, pair.B.Report) ? 1 : 0;
        // What both kept must be a good part of at least one; an excerpt is a small part of both.
        return signs >= 2 && Math.Max(pair.NarrativeA, pair.NarrativeB) >= (signs >= 3 ? RevisionContainmentMin : 0.4);
    }

    public static bool CreditsTheOther(Report report, Report other) =>
        other.Outlet is { } outlet && report.Credits.Any(credit => Outlets.SameName(credit.Agency, outlet)) && !Outlets.Same(report, other);

    static bool HasUpdate(Report report) => report.Advisories.Any(advisory => advisory.Kind is AdvisoryKind.Update or AdvisoryKind.Correction);

    /// <summary>The sentences agree and their figures do not.</summary>
    static bool FillsOneForm(PairEvidence pair)
    {
        var (all, shared) = (0, 0);
        foreach (var sentence in pair.Sentences)
        {
            var figuresA = Figures(pair.A, sentence.SentenceA);
            var figuresB = Figures(pair.B, sentence.SentenceB);
            all += Math.Max(figuresA.Count, figuresB.Count);
            shared += figuresA.Count(figure => figuresB.Remove(figure));
        }
        return all >= FiguresMin && shared < all * FiguresSharedMin && pair.Edited * 2 >= pair.AlignedNarrative;
    }

    static List<ulong> Figures(Witness witness, int sentence)
    {
        var figures = new List<ulong>();
        var (first, count) = (witness.Sentences[sentence].First, witness.Sentences[sentence].Count);
        for (var i = first; i < first + count; i++)
        {
            if (char.IsAsciiDigit(witness.Words.Text[witness.Words.Ranges[i].Start]))
                figures.Add(witness.Words.Keys[i]);
        }
        return figures;
    }
}
