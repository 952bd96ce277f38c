using System.Globalization;
using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>
/// How things are put into words, once for the dossier and the pages. A reader without the project's vocabulary must
/// understand each phrase: "copy history" and "linked reports", not the terms of textual criticism.
/// </summary>
static class Wording
{
    /// <summary>Below this a line carries the word "uncertain".</summary>
    public const double UncertainBelow = 0.58;

    public const string NoVerdict = "Stemma shows who says what and where they have it from. It gives no verdict on what is true.";

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string? several = null) => $"{Count(number)} {(number == 1 ? one : several ?? one + "s")}";

    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>On what terms a source spoke, and the words that say so.</summary>
    public static string TermsOf(PackTerms terms)
    {
        var words = $" (“{VisibleText.Line(terms.Range.Text, 80)}”)";
        return terms.Kind switch { "anonymous" => "spoke so as not to be named", "onBackground" => "spoke to be quoted without a name", _ => "spoke to be quoted by name" } + words;
    }

    /// <summary>"owned by TASS, state-controlled": what the table of owners says, without saying that it does.</summary>
    public static string Owned(PackOwner owner) => $"owned by {VisibleText.Line(owner.Family, 80)}, {Control(owner.Control)}";

    static string Control(string control) => control switch
    {
        "state" => "state-controlled",
        "state-funded" => "paid for by a state",
        "public" => "public service",
        "nonprofit" => "not for profit",
        "private" => "in private hands",
        "" => "under whose control is not said",
        _ => VisibleText.Line(control, 60),
    };

    /// <summary>"by the table publishers.tsv, not checked": what a line about an owner rests on.</summary>
    public static string OwnerBasis(PackOwner owner) => (owner.Table == "own" ? "by a row of your own in publishers.tsv" : "by the table publishers.tsv")
        + (owner.Checked.Length > 0 ? $", checked {VisibleText.Line(owner.Checked, 20)}" : owner.Table == "own" ? "" : ", not checked")
        + (owner.SaidBy.Length > 0 ? $"; see {VisibleText.Line(owner.SaidBy, 160)}" : "");

    /// <summary>Where a credit outside the text is said.</summary>
    public static string CreditBasis(string basis) => basis switch
    {
        "byline" => "in its byline",
        "stated" => "said with the report",
        "jsonLd" => "in the page’s structured data",
        "openGraph" or "meta" => "in the page’s meta tags",
        _ => "on the page",
    };

    public const string OwnerUnknown = "who owns it is not known: it is not in the table publishers.tsv";

    /// <summary>Who owns the outlets of a story and the agencies they credit, in one line each; and those outlets of which nobody knows.</summary>
    public static (IReadOnlyList<string> Known, string? Unknown) Owners(StoryView story)
    {
        var outlets = story.Reports.Where(static report => report.Report.Outlet is not null).DistinctBy(static report => report.Name, StringComparer.Ordinal).ToList();
        var known = outlets.Where(static report => report.Report.Owner is not null).Select(static report => (report.Name, Owner: report.Report.Owner!));
        var credited = story.Reports.SelectMany(static report => report.Report.Agencies).ToHashSet(StringComparer.Ordinal);
        var agencies = story.Story.Sources.Where(source => source.Owner is not null && source.Aliases.Append(source.Name).Any(credited.Contains)).Select(static source => (source.Name, Owner: source.Owner!));
        var unknown = outlets.Where(static report => report.Report.Owner is null).Select(static report => VisibleText.Line(report.Name, 60)).ToList();
        return ([.. known.Concat(agencies.OrderBy(static agency => agency.Name, StringComparer.Ordinal)).DistinctBy(static one => one.Owner.Family + "\n" + one.Name, StringComparer.Ordinal).Select(static one => $"{VisibleText.Line(one.Name, 60)}: {Owned(one.Owner)}")],
            unknown.Count == 0 ? null : $"Not in the table, so not known: {string.Join(", ", unknown.Take(20))}{(unknown.Count > 20 ? " and others" : "")}.");
    }

    public static string Size(StoryView story)
    {
        var size = $"{Count(story.Reports.Count, "report")} · {Count(story.Outlets, "outlet")}" + (story.WithoutOutlet > 0 ? $" and {Count(story.WithoutOutlet)} not stated" : "");
        return story.Agencies > 0 ? size + $" · {Count(story.Agencies, "agency", "agencies")} credited" : size;
    }

    public static string Period(IEnumerable<ReportView> reports)
    {
        var days = reports.Select(report => Day(report.Report.Published)).OfType<DateOnly>().Order().ToArray();
        return days.Length == 0 ? "dates not known" : Period(days[0], days[^1]);
    }

    public static string Period(string? first, string? last) => Day(first) is { } from ? Period(from, Day(last) ?? from) : "dates not known";

    static string Period(DateOnly first, DateOnly last) => first == last ? Day(first) : $"{Day(first)} to {Day(last)}";

    public static DateOnly? Day(string? iso) =>
        iso is { Length: >= 10 } && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Tue 4 Mar 2025, 18:20 (+01:00)", as precisely as the pack has it.</summary>
    public static string Moment(string iso)
    {
        if (Day(iso) is not { } day)
            return VisibleText.Line(iso, 40);
        if (iso.Length < 16 || iso[10] != 'T' || !TimeOnly.TryParseExact(iso.AsSpan(11, 5), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return Day(day);
        var offset = iso[^1] == 'Z' ? " (UTC)" : iso.Length >= 22 && iso[^6] is '+' or '-' ? $" ({VisibleText.Line(iso[^6..], 6)})" : "";
        return $"{Day(day)}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}{offset}";
    }

    /// <summary>When a report was published and how that is known.</summary>
    public static string Published(PackReport report) => report.Published is not { } at
        ? report.PublishedBetween is { } between ? $"between {When(between.Start, between.Start, "day")} and {When(between.End, between.End, "day")}, inferred: {report.PublishedWhy}" : "date not known"
        : Moment(at) + report.PublishedBasis switch
        {
            "stated" => ", as the report states",
            "metadata" => ", from its page data",
            "inferred" => report.PublishedWhy is { Length: > 0 } why ? $", inferred: {why}" : ", inferred",
            _ => "",
        };

    public static string When(PackTimelineWhen when) => When(when.Start, when.End, when.Precision);

    /// <summary>A time as exactly as it is known, and no more: "Tue 4 Mar 2025, morning", "March 2025", "4 to 10 Mar 2025".</summary>
    public static string When(string start, string end, string precision)
    {
        if (Day(start) is not { } first)
            return VisibleText.Line(start, 40);
        var (last, culture) = (Day(end) ?? first, CultureInfo.InvariantCulture);
        return precision switch
        {
            "year" => first.Year == last.Year ? first.ToString("yyyy", culture) : $"{first.ToString("yyyy", culture)} to {last.ToString("yyyy", culture)}",
            "month" => (first.Year, first.Month) == (last.Year, last.Month) ? first.ToString("MMMM yyyy", culture) : $"{first.ToString(first.Year == last.Year ? "MMMM" : "MMMM yyyy", culture)} to {last.ToString("MMMM yyyy", culture)}",
            "week" when last == first.AddDays(6) => $"week of {Day(first)}",
            "minute" or "hour" => Moment(start),
            "daypart" when PartOfDay(start) is { } part => $"{Day(first)}, {part}",
            _ => first == last ? Day(first) : $"{((first.Year, first.Month) == (last.Year, last.Month) ? first.ToString("ddd d", culture) : Day(first))} to {Day(last)}",
        };
    }

    static string? PartOfDay(string start) => start.Length < 13 ? null : start[11..13] switch { "05" => "morning", "11" => "midday", "12" => "afternoon", "17" => "evening", "18" => "night", "06" => "daytime", _ => null };

    public static string PlaceKind(PackPlace place) => place.Kind switch { "country" => "country", "region" => "region", "area" => "wider area", "district" => "district", "site" => "site", _ => "town" };

    /// <summary>What stands after the words of something that was still ahead when it was reported.</summary>
    public const string StillToCome = "still to come when reported";

    /// <summary>The stance; where that is only "says", the report's own word for it ("described", "told"), and "relays" for somebody who passes on another's words.</summary>
    public static string Verb(StoryView story, PackStatement statement) => statement.Stance switch
    {
        "asserts" => "states",
        "says" when story.IsRelay(statement) => "relays",
        "says" when statement.Cue is [{ Text: { Length: > 0 } cue }] && !cue.Equals("according to", StringComparison.OrdinalIgnoreCase) => VisibleText.Line(char.ToLowerInvariant(cue[0]) + cue[1..], 40),
        _ => VisibleText.Line(statement.Stance, 20),
    };

    /// <summary>What is stated: in marks where the report quotes it, in the report's own words where not.</summary>
    public static string Words(PackStatement statement, int lengthMax)
    {
        var direct = statement.Quoted is "direct";
        var words = string.Join(" … ", statement.Content.Select(part => direct ? Unquoted(part.Text) : part.Text.Trim()));
        var line = VisibleText.Line(words.StartsWith("that ", StringComparison.Ordinal) ? words[5..] : words, lengthMax);
        return direct ? $"“{line}”" : line;
    }

    // The comma before the closing mark belongs to the sentence around the quotation. A single closing mark is an apostrophe
    // unless a single mark opens, too.
    static string Unquoted(string text)
    {
        var inner = text.Trim().Trim('“', '”', '"', '«', '»');
        if (inner.StartsWith('‘') || inner.StartsWith('\''))
            inner = inner.Trim('‘', '’', '\'');
        return inner.Trim().TrimEnd(',');
    }

    /// <summary>The name, or words for somebody the report gives no word for.</summary>
    public static string NameOf(PackSource? source) => source is null || source is { Kind: "unnamed", Name: "" or "not named" } ? "someone not named" : source.Name;

    public static string Kind(PackSource source) => source.Kind switch
    {
        "unnamed" => "not named",
        "organisation" or "person" or "agency" or "government" => source.Kind,
        "media" => "news media",
        _ => VisibleText.Line(source.Kind, 20),
    };

    /// <summary>"Ilse Marrand ← Northern Wire ← [2]" for each way these reached a reader through somebody else; none where nobody stands between.</summary>
    public static IEnumerable<string> Chains(StoryView story, IEnumerable<PackStatement> statements, bool onPage = false) => statements
        .Select(statement => (Way: Way(story, statement), statement.Report)).Where(item => item.Way is not null)
        .GroupBy(item => item.Way!, item => story.Report(item.Report), StringComparer.Ordinal)
        .Select(same => $"{same.Key} ← {(onPage ? Named(same.OfType<ReportView>()) : Labels(same.OfType<ReportView>().Distinct()))}");

    static string? Way(StoryView story, PackStatement statement)
    {
        var names = statement.Chain.Select(link => story.Source(link.Source)?.Name ?? "?").ToList();
        // A chain ends with the outlet itself, which the report's number stands for.
        if (names.Count > 1)
            names.RemoveAt(names.Count - 1);
        return names.Count < 2 ? null : string.Join(" ← ", names.Select(name => VisibleText.Line(name, 60)));
    }

    /// <summary>One link of the copy history, said of the descendant.</summary>
    public static string Link(StoryView story, PackEdge edge, string ancestor)
    {
        var share = edge.Evidence.Passages.Count > 0 ? $": {Percent(edge.Evidence.Containment)} of its words stand there" : "";
        return edge.Kind switch
        {
            "revises" => $"is a later revision of {ancestor}{share}",
            "reprints" => $"reprints {ancestor}{share}",
            "excerpts" => $"takes over parts of {ancestor}{share}",
            "credits" => $"credits {VisibleText.Line(story.Source(edge.To)?.Name ?? ancestor, 60)}",
            _ => $"is linked to {ancestor}{share}",
        };
    }

    public static string CopyKind(StoryView story, ReportView report, bool onPage = false)
    {
        if (story.Copies.Above(report) is not { } edge)
            return story.Copies.IsLinked(report) ? "others copy from it" : "no copying found";
        var ancestor = story.Report(edge.To) is not { } to ? "a lost report" : onPage ? Named([to]) : to.Label;
        return edge.Kind switch { "revises" => $"later revision of {ancestor}", "reprints" => $"reprint of {ancestor}", _ => $"contains parts of {ancestor}" };
    }

    public static string? LongestPassage(PackEdge edge, int lengthMax) =>
        edge.Evidence.Passages.MaxBy(passage => passage.Text.Length) is { } longest ? $"“{VisibleText.Line(longest.Text, lengthMax)}”" : null;

    public static string Standing(PackClaim claim) => claim.Standing switch
    {
        "independent" => "independent origins",
        "repeated" => claim.Origins == 0 ? "repeated, no named origin" : "repeated, one origin",
        "single" => "one report",
        _ => VisibleText.Line(claim.Standing, 20),
    };

    /// <summary>"2 independent origins (A; B) · 5 reports · 4 outlets · 3 channels · 1 without a stated source".</summary>
    public static string Behind(StoryView story, PackClaim claim)
    {
        var names = string.Join("; ", claim.OriginSources.Select(story.Source).OfType<PackSource>().Select(source => VisibleText.Line(source.Name, 60)));
        var origins = claim.Origins == 0 ? "no named origin" : $"{Count(claim.Origins, claim.Origins > 1 ? "independent origin" : "origin")} ({names})";
        var behind = $"{origins} · {Count(claim.Reports, "report")} · {Count(claim.Outlets, "outlet")} · {Count(claim.Channels, "channel")}";
        return claim.NotStated > 0 ? behind + $" · {Count(claim.NotStated)} without a stated source" : behind;
    }

    public static IReadOnlyList<string> Flags(PackClaim claim)
    {
        (bool On, string Word)[] flags = [(claim.Disputed, "disputed"), (claim.Superseded, "superseded by later reports"), (claim.Open, "outcome open")];
        return [.. flags.Where(flag => flag.On).Select(flag => flag.Word)];
    }

    /// <summary>"Transport Ministry [1] [2]" for everyone who denies one of these; null where nobody does.</summary>
    public static string? DeniedBy(StoryView story, IEnumerable<PackStatement> statements)
    {
        var voices = story.DenialsOf(statements).GroupBy(story.SpeakerName, StringComparer.Ordinal)
            .Select(denials => $"{VisibleText.Line(denials.Key, 60)} {Labels(story.ReportsOf(denials))}").ToArray();
        return voices.Length == 0 ? null : string.Join("; ", voices);
    }

    /// <summary>"report 2", "reports 2, 5": where the numbers stand in running text.</summary>
    public static string Named(IEnumerable<ReportView> reports)
    {
        var numbers = reports.Select(report => report.Number).Distinct().ToArray();
        return (numbers.Length == 1 ? "report " : "reports ") + string.Join(", ", numbers.Select(Count));
    }

    public static string Finding(PackFinding finding) => finding.Kind switch
    {
        "variant" => "differing quotation",
        "refinement" => "more detail",
        "contradiction" or "change" or "prediction" or "omission" => finding.Kind,
        _ => VisibleText.Line(finding.Kind, 20),
    };

    public static string Labels(IEnumerable<ReportView> reports) => string.Join(" ", reports.Select(report => report.Label));

    public static string Opening(PackReport report) => VisibleText.Line(report.Text.Length > 400 ? report.Text[..400] : report.Text, 80) is { Length: > 0 } words ? words : "(no text)";
}
