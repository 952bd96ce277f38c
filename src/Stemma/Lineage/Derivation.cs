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
    // Where one house may have written both, more is needed: it re-uses its own background.
    const double OneHouseContainmentMin = 0.2;
    const double ShortTextContainmentMin = 0.5;
    const int ShortTextWordsMin = 25;
    const double HalfMin = 0.5;
    const double RevisionContainmentMin = 0.3;
    const double RevisionUnhintedMin = 0.45;
    const double ReprintContainmentMin = 0.6;
    const double ReprintReverseMin = 0.35;
    const int FilledSentencesMin = 3;
    const double FilledShareMin = 0.5;
    const double FilledShareApartMin = 0.25;
    const double FilledWordsMin = 0.5;
    static readonly TimeSpan RevisionTimeMax = TimeSpan.FromDays(2);

    public static bool IsEvident(PairEvidence pair) => Doubt(pair) is null;

    /// <summary>Why the shared text is no evidence of derivation, or null where it is.</summary>
    public static string? Doubt(PairEvidence pair)
    {
        var greater = Math.Max(pair.NarrativeA, pair.NarrativeB);
        var share = Outlets.Differ(pair.A.Report, pair.B.Report) ? ContainmentMin : OneHouseContainmentMin;
        var enough = (pair.AlignedNarrative >= SentencesMin && greater >= share)
            || (greater >= ShortTextContainmentMin && pair.SharedNarrativeWords >= ShortTextWordsMin);
        if (!enough)
            return pair.ContainmentA == 0 ? "no passage of eight words or more is shared" : "too little is shared outside quotation marks";
        if (greater < HalfMin && SharesOnlyTheEnd(pair))
            return "all they share is background at the end of both";
        return FillsOneForm(pair) ? "both fill one form with other figures or names" : null;
    }

    /// <summary>Kind of the edge from the pair's A, taken as the descendant, to its B; null where the overlap is too small for any.</summary>
    public static LineageKind? KindOf(PairEvidence pair)
    {
        var (from, to) = (pair.A.Report, pair.B.Report);
        var greater = Math.Max(pair.NarrativeA, pair.NarrativeB);
        var whole = pair.NarrativeA >= ReprintContainmentMin && pair.NarrativeB >= ReprintReverseMin;
        if (Outlets.Differ(from, to))
            return whole ? LineageKind.Reprints : LineageKind.Excerpts;
        // A newsroom that returns to a matter days later keeps its background and revises nothing.
        var inTime = greater >= ReprintContainmentMin || !FarApart(from, to);
        if (Outlets.Same(from, to))
            return greater >= RevisionContainmentMin && inTime ? LineageKind.Revises : null;
        if (inTime && LooksRevised(pair, greater))
            return LineageKind.Revises;
        return whole ? LineageKind.Reprints : inTime ? LineageKind.Excerpts : null;
    }

    /// <summary>
    /// Where an outlet is unknown the shape decides: a newsroom that goes on with its own report edits, drops and adds;
    /// one that takes over another's leaves the sentences alone, cuts from the end, or sets them in a text of its own.
    /// </summary>
    static bool LooksRevised(PairEvidence pair, double greater)
    {
        if (CreditsTheOther(pair.A.Report, pair.B.Report) || CreditsTheOther(pair.B.Report, pair.A.Report))
            return false;
        var signs = 0;
        signs += pair.Edited >= 2 ? 1 : 0;
        signs += pair.Edited * 4 >= pair.AlignedNarrative ? 1 : 0;
        signs += pair.NarrativeA < 0.9 && pair.NarrativeB < 0.95 ? 1 : 0;
        signs += pair.Sentences.Any(sentence => sentence.Moved) ? 1 : 0;
        var hinted = HasUpdate(pair.A.Report) || HasUpdate(pair.B.Report) || Outlets.SameCredit(pair.A.Report, pair.B.Report);
        // What both kept must be a good part of at least one; an excerpt is a small part of both.
        return pair.AlignedNarrative >= SentencesMin && signs + (hinted ? 1 : 0) >= 2 && greater >= (hinted ? RevisionContainmentMin : RevisionUnhintedMin);
    }

    public static bool CreditsTheOther(Report report, Report other) =>
        other.Outlet is { } outlet && report.CreditedAgencies.Any(agency => Outlets.SameName(agency, outlet)) && !Outlets.Same(report, other);

    static bool HasUpdate(Report report) => report.AllAdvisories.Any(advisory => advisory.Kind is AdvisoryKind.Update or AdvisoryKind.Correction);

    static bool FarApart(Report a, Report b) =>
        a.Published.At is not null && b.Published.At is not null && (a.Published.SortKey - b.Published.SortKey).Duration() > RevisionTimeMax;

    /// <summary>
    /// All they share stands word for word at the end of both: the standing text of a house, or background kept on file.
    /// </summary>
    static bool SharesOnlyTheEnd(PairEvidence pair)
    {
        var shared = pair.Sentences.Where(sentence => sentence.Narrative).OrderByDescending(sentence => sentence.SentenceA).ToList();
        var (endA, endB) = (pair.A.Sentences.Length, pair.B.Sentences.Length);
        var atEnd = 0;
        foreach (var sentence in shared)
        {
            // One sentence more or less (a date, a name) does not break the end off.
            if (!sentence.Identical || endA - sentence.SentenceA > 2 || endB - sentence.SentenceB > 2 || sentence.SentenceB > endB)
                break;
            (endA, endB) = (sentence.SentenceA, sentence.SentenceB);
            atEnd++;
        }
        return shared.Count - atEnd < SentencesMin - 1;
    }

    /// <summary>
    /// Most shared sentences agree but for what was filled in: a figure or a name stands where the other has another one,
    /// and little else differs. A revision corrects a few of its figures; a form replaces them nearly everywhere.
    /// </summary>
    static bool FillsOneForm(PairEvidence pair)
    {
        // Days apart in one house even a few replaced figures speak for a form: corrections and updates come sooner.
        var apart = FarApart(pair.A.Report, pair.B.Report) && !Outlets.Differ(pair.A.Report, pair.B.Report);
        var filled = pair.Sentences.Count(sentence => sentence.Narrative && !sentence.Identical
            && Fillings.Replaced(pair, sentence, apart ? 0 : FilledWordsMin));
        return filled >= (apart ? 1 : FilledSentencesMin) && filled >= pair.AlignedNarrative * (apart ? FilledShareApartMin : FilledShareMin);
    }
}
