using System.Text.Json;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Language.Times;
using Stemma.Reports;
using Stemma.Sources;

namespace Stemma.Claims;

/// <summary>
/// Turns one report's document into statements: one per attribution and speaker (joint sources each make the statement),
/// and one per sentence that no attribution touches, which is the report's own plain assertion. The chain runs from the
/// speaker over the sources of the attributions around it to the outlet. Cost: linear in attributions and sentences.
/// Gets wrong: a sentence that is half attributed and half the report's own counts as attributed only.
/// </summary>
static class StatementReader
{
    const int ProFormWordsMax = 2;

    /// <summary>What is less likely right than this is left out: a wrong speaker is worse than a gap.</summary>
    const double ConfidenceMin = 0.3;

    /// <summary>Every speaker of the report, for the registry: the sources must all be known before any statement is made.</summary>
    public static IEnumerable<Speaker> Speakers(Report report, Document document) =>
        document.Attributions.SelectMany(attribution => SpeakersOf(document, attribution)).Append(SourceRegistry.OutletOf(report));

    public static List<PackStatement> Read(Report report, Document document, SourceRegistry sources, StoryPlaces places)
    {
        var statements = new List<PackStatement>();
        var times = new EventTimes(document, report.Published.At);
        // Id of the first statement made of each attribution: parents and denials point to it.
        var ids = new string[document.Attributions.Length];
        for (var i = 0; i < document.Attributions.Length; i++)
            ids[i] = IdOf(report, document.Attributions[i], SpeakersOf(document, document.Attributions[i])[0]);
        // What somebody would not say, or may say, is no statement of theirs.
        for (var i = 0; i < document.Attributions.Length; i++)
            foreach (var speaker in IsSaid(document, i) ? SpeakersOf(document, document.Attributions[i]) : [])
                statements.Add(Attributed(report, document, sources, i, speaker, ids, times, places));
        statements.AddRange(Plain(report, document, sources, times, places));
        // Two attributions may come out the same (a source named twice): the first stays.
        return [.. statements.DistinctBy(static statement => statement.Id, StringComparer.Ordinal).OrderBy(static statement => statement.Content[0].Start).ThenBy(static statement => statement.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whether it was said, as far as can be told, and whatever it is told inside of was.</summary>
    static bool IsSaid(Document document, int index)
    {
        for (var outer = index; outer >= 0; outer = document.Attributions[outer].Parent)
            if (!document.Attributions[outer].Committed || document.Attributions[outer].Confidence < ConfidenceMin)
                return false;
        return true;
    }

    static PackStatement Attributed(Report report, Document document, SourceRegistry sources, int index, Speaker speaker, string[] ids, EventTimes times, StoryPlaces places)
    {
        var attribution = document.Attributions[index];
        var time = times.Of(attribution.Content, attribution.Cue, attribution.Stance);
        var chain = new List<PackLink> { new(sources.IdOf(report, speaker), RangeOf(report, attribution)) };
        for (var outer = attribution.Parent; outer >= 0; outer = document.Attributions[outer].Parent)
            chain.Add(new(sources.IdOf(report, SpeakersOf(document, document.Attributions[outer])[0]), RangeOf(report, document.Attributions[outer])));
        chain.Add(new(sources.IdOf(report, SourceRegistry.OutletOf(report)), null));
        return new PackStatement(
            IdOf(report, attribution, speaker), report.Id, Ranges(report, attribution.Source), Ranges(report, attribution.Cue), Ranges(report, attribution.Content),
            Attribution: true, attribution.Parent >= 0 ? ids[attribution.Parent] : null, attribution.Quoted.ToString().ToLowerInvariant(),
            attribution.Stance.ToString().ToLowerInvariant(), Ranges(report, attribution.Hedges), attribution.Polarity.ToString().ToLowerInvariant(),
            WithoutRepeats(chain), Denied(document, index) is var denied and >= 0 ? ids[denied] : null,
            When(report, time), places.Of(document, attribution.Content), attribution.Confidence, time.Future,
            attribution.Terms is var (kind, terms) ? new PackTerms(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), PackRange.Of(report.Text, terms)) : null);
    }

    /// <summary>An agency's own report that says "the agency reported" is one link, not two.</summary>
    static List<PackLink> WithoutRepeats(List<PackLink> chain) =>
        [.. chain.Where((link, i) => i == 0 || link.Source != chain[i - 1].Source)];

    static IEnumerable<PackStatement> Plain(Report report, Document document, SourceRegistry sources, EventTimes times, StoryPlaces places)
    {
        var outlet = new PackLink(sources.IdOf(report, SourceRegistry.OutletOf(report)), null);
        var touched = document.Attributions.SelectMany(static attribution => attribution.Source.Concat(attribution.Cue).Concat(attribution.Content)).Order().ToList();
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            var range = sentence.Range;
            while (next < touched.Count && touched[next].End <= range.Start)
                next++;
            var free = true;
            for (var i = next; i < touched.Count && touched[i].Start < range.End; i++)
                free &= !touched[i].Overlaps(range);
            if (!free || !document.Analysed || IsMostlyQuoted(document, range) || sentence.EndToken - sentence.FirstToken < 4)
                continue;
            var time = times.Of([range], [], null);
            yield return new PackStatement(
                ContentId.Of('t', report.Id, range.ToString(), "asserts"), report.Id, [], [], [PackRange.Of(report.Text, range)], Attribution: false, null,
                "indirect", "asserts", Ranges(report, HedgeFinder.In(document, [range])), "positive", [outlet], null, When(report, time), places.Of(document, [range]), 0.9, time.Future);
        }
    }

    /// <summary>Somebody's words, even where it could not be told whose, are not the report's own assertion.</summary>
    static bool IsMostlyQuoted(Document document, TextRange sentence) =>
        document.Quotations.Sum(quotation => Math.Max(0, Math.Min(quotation.Range.End, sentence.End) - Math.Max(quotation.Range.Start, sentence.Start))) * 2 > sentence.Length;

    /// <summary>
    /// What a denial denies, where its content only points back ("something both have denied", "he denied it"): the nearest
    /// accusation before it in the same paragraph, else the nearest statement; -1 where there is none.
    /// </summary>
    static int Denied(Document document, int index)
    {
        var denial = document.Attributions[index];
        if (denial.Stance != Stance.Denies)
            return -1;
        var words = denial.Content.Sum(content => content.Of(document.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        if (words > ProFormWordsMax)
            return -1;
        var nearest = -1;
        for (var i = index - 1; i >= 0 && document.ParagraphOf(document.Attributions[i].Cue[0].Start) == document.ParagraphOf(denial.Cue[0].Start); i--)
        {
            if (!IsSaid(document, i))
                continue;
            if (document.Attributions[i].Stance == Stance.Accuses)
                return i;
            // A charge is made by who tells it, not by those it speaks of: the outermost of nested statements.
            if (nearest < 0 && document.Attributions[i].Stance == Stance.Says && document.Attributions[i].Parent < 0)
                nearest = i;
        }
        return nearest;
    }

    static PackWhen? When(Report report, EventTime time) => time is { Begin: { } begin, End: { } end }
        ? new PackWhen(Written(begin, time), Written(Last(begin, end, time.Precision), time), PrecisionOf(time.Precision), PackRange.Of(report.Text, time.Words), time.Basis.ToString().ToLowerInvariant())
        : null;

    /// <summary>The last day or moment of an interval that is open at its end.</summary>
    static DateTime Last(DateTime begin, DateTime end, TimeUnit precision) => precision >= TimeUnit.Day ? end.AddDays(-1) : precision == TimeUnit.Part ? end : begin;

    static string Written(DateTime at, EventTime time)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (time.Precision >= TimeUnit.Day)
            return at.ToString("yyyy-MM-dd", culture);
        var zone = time.Offset is { } minutes ? string.Create(culture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}") : "";
        return at.ToString("yyyy-MM-dd'T'HH:mm", culture) + zone;
    }

    static string PrecisionOf(TimeUnit unit) => unit switch
    {
        <= TimeUnit.Minute => "minute",
        TimeUnit.Hour => "hour",
        TimeUnit.Part => "daypart",
        TimeUnit.Day or TimeUnit.Weekend => "day",
        TimeUnit.Week or TimeUnit.Fortnight => "week",
        TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Season or TimeUnit.Half => "month",
        _ => "year",
    };

    /// <summary>The speakers, or, where none could be told, the words used, as an unnamed source.</summary>
    static Speaker[] SpeakersOf(Document document, Attribution attribution)
    {
        if (attribution.Speakers.Length > 0)
            return attribution.Speakers;
        var words = attribution.Source.Length > 0 ? attribution.Source[0].Of(document.Text) : "not named";
        return [new Speaker(words, SpeakerKind.Unnamed, null)];
    }

    static string IdOf(Report report, Attribution attribution, Speaker speaker) =>
        ContentId.Of('t', report.Id, string.Join(' ', attribution.Content), string.Join(' ', attribution.Cue), speaker.Name);

    static PackRange? RangeOf(Report report, Attribution attribution) => attribution.Source.Length > 0 ? PackRange.Of(report.Text, attribution.Source[0]) : null;

    static IReadOnlyList<PackRange> Ranges(Report report, IEnumerable<TextRange> ranges) => [.. ranges.Select(range => PackRange.Of(report.Text, range))];
}
