using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Which of two kindred reports is the later one. Signals are added up, each with its weight and its words, strongest first:
/// times of publication, update numbers, credits, the shape of the overlap, an advisory that testifies to an earlier
/// revision, "old matter sinks" (new matter is put on top, so shared sentences stand lower in the later text), and
/// expectations fulfilled (what one text says will happen the other tells as past). Weights are judgement, not training.
/// What it gets wrong: reports rewritten from the top twice, times that name the first publication of an updated text.
/// </summary>
static partial class Direction
{
    /// <param name="Score">Above zero: the pair's A is the later one.</param>
    public sealed record Verdict(double Score, IReadOnlyList<string> For, IReadOnlyList<string> Against)
    {
        public Verdict Turned() => new(-Score, Against, For);
    }

    public static Verdict Of(PairEvidence pair)
    {
        var signals = new List<(double Weight, string Words)>
        {
            ByTime(pair.A.Report, pair.B.Report),
            ByUpdateNumber(pair.A.Report, pair.B.Report),
            ByCredit(pair.A.Report, pair.B.Report),
            ByAdvisory(pair.A.Report, pair.B.Report),
            ByShape(pair),
            BySinking(pair),
            Expectation.Fulfilled(pair),
        };
        return new Verdict(signals.Sum(signal => signal.Weight),
            [.. signals.Where(signal => signal.Weight > 0).OrderByDescending(signal => signal.Weight).Select(signal => signal.Words)],
            [.. signals.Where(signal => signal.Weight < 0).OrderBy(signal => signal.Weight).Select(signal => signal.Words)]);
    }

    static (double, string) ByTime(Report a, Report b)
    {
        if (a.Published.Day is not { } dayA || b.Published.Day is not { } dayB)
            return default;
        var order = dayA.CompareTo(dayB);
        var dayOnly = a.Published.DayOnly || b.Published.DayOnly;
        if (!dayOnly)
            order = a.Published.SortKey.CompareTo(b.Published.SortKey);
        if (order == 0)
            return default;
        var inferred = a.Published.Basis is PublishedBasis.Inferred || b.Published.Basis is PublishedBasis.Inferred;
        var weight = inferred ? 1.2 : 4;
        // One clock with an offset and one without may be most of a day apart.
        if (!dayOnly && a.Published.Offset.HasValue != b.Published.Offset.HasValue && (a.Published.SortKey - b.Published.SortKey).Duration() < TimeSpan.FromHours(14))
            weight = 0.5;
        return (Math.Sign(order) * weight, inferred ? "was published later, by an inferred date" : "was published later");
    }

    static (double, string) ByUpdateNumber(Report a, Report b)
    {
        var (x, y) = (UpdateNumber(a), UpdateNumber(b));
        return x == y ? default : (Math.Sign(x - y) * (Math.Min(x, y) > 0 ? 3 : 2), "carries the higher update number");
    }

    static (double, string) ByCredit(Report a, Report b)
    {
        var (ofB, ofA) = (Derivation.CreditsTheOther(a, b), Derivation.CreditsTheOther(b, a));
        return ofB == ofA ? default : (ofB ? 3 : -3, "credits the other's outlet");
    }

    // Care: an earlier revision may well testify to one that is earlier still.
    static (double, string) ByAdvisory(Report a, Report b)
    {
        var (x, y) = (a.AllAdvisories.Any(advisory => advisory.EarlierRevision), b.AllAdvisories.Any(advisory => advisory.EarlierRevision));
        return x == y ? default : (x ? 0.5 : -0.5, "says itself that an earlier revision existed");
    }

    static (double, string) ByShape(PairEvidence pair)
    {
        if (Outlets.Differ(pair.A.Report, pair.B.Report) && Math.Abs(pair.NarrativeA - pair.NarrativeB) >= 0.2)
            return (Math.Sign(pair.NarrativeA - pair.NarrativeB) * 0.6, "holds little that is not in the other");
        if (!Outlets.Differ(pair.A.Report, pair.B.Report) && Math.Abs(pair.NarrativeA - pair.NarrativeB) >= 0.2)
            return (Math.Sign(pair.NarrativeB - pair.NarrativeA) * 0.4, "is the fuller one");
        return default;
    }

    /// <summary>Compares how much unshared narrative stands above the shared sentences, as a share of each text.</summary>
    static (double, string) BySinking(PairEvidence pair)
    {
        if (pair.AlignedNarrative < 3)
            return default;
        var difference = NewMatterAbove(pair.A, pair.Sentences.Where(s => s.Narrative).Select(s => s.SentenceA))
            - NewMatterAbove(pair.B, pair.Sentences.Where(s => s.Narrative).Select(s => s.SentenceB));
        return Math.Abs(difference) < 0.03 ? default
            : (Math.Sign(difference) * Math.Min(1.2, Math.Abs(difference) * 8), "has more new matter above the shared sentences");
    }

    static double NewMatterAbove(Witness witness, IEnumerable<int> shared)
    {
        var isShared = new bool[witness.Sentences.Length];
        foreach (var s in shared)
            isShared[s] = true;
        var (above, sum, count) = (0, 0.0, 0);
        for (var s = 0; s < isShared.Length; s++)
        {
            if (isShared[s])
            {
                sum += above;
                count++;
            }
            else
            {
                above += witness.Sentences[s].Count;
            }
        }
        return count == 0 ? 0 : sum / count / Math.Max(1, witness.Words.Count);
    }

    static int UpdateNumber(Report report)
    {
        var lines = report.Advisories.Select(advisory => advisory.Range.Of(report.Text)).Prepend(report.Title ?? "")
            .Append(report.Text[..Math.Min(80, report.Text.Length)]);
        return lines.Max(line => NumberedUpdate().Match(line) is { Success: true } match
            && int.TryParse(match.Groups["before"].Value + match.Groups["after"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }

    // "UPDATE 2-Storm …", "(3rd update)", "WRAPUP 1-…", "2nd UPDATE:", "2nd Ld-Writethru".
    [GeneratedRegex(@"\b((UPDATE|WRAPUP|Update|Writethru|WRITETHRU) (?<after>\d{1,2})\b|(?<before>\d{1,2})(st|nd|rd|th) (UPDATE|[Uu]pdate|[Ll]d|LD|[Ww]ritethru|WRITETHRU)\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedUpdate();
}
