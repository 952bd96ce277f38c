using Stemma.Language;

namespace Stemma.Evidence;

/// <summary>
/// Everything Stemma found, with the words each line rests on: what <c>--json</c> writes, what the dossier and the pages
/// are made from, and what <c>stemma verify</c> checks. The shape is the contract in docs/decisions/0004-evidence-pack.md
/// and the JSON Schema beside this file; property names become camelCase in JSON.
/// </summary>
/// <param name="ExcerptsOnly">The texts of all reports are left out (empty); the words of every range are still there.</param>
public sealed record EvidencePack(
    string Format, PackTool Tool, string? AsOf, IReadOnlyList<PackRuling> Rulings,
    IReadOnlyList<PackReport> Reports, IReadOnlyList<PackStory> Stories, bool ExcerptsOnly = false)
{
    public const string CurrentFormat = "stemma-pack/1";
}

/// <param name="ModelSha256">Hash of the trained model in use; null while the language layer has none.</param>
public sealed record PackTool(string Version, string? ModelSha256);

public sealed record PackRuling(string At, string By, string What);

/// <summary>A range always travels with its words.</summary>
public sealed record PackRange(int Start, int End, string Text)
{
    public static PackRange Of(string text, TextRange range) => new(range.Start, range.End, range.Of(text));
}

public sealed record PackReport(
    string Id, string? InputId, string? Path, string? Url, string TextSha256, string? PageSha256, string? Title, string Text,
    string Language, string? Outlet, string? Family, string? Byline, IReadOnlyList<string> Agencies,
    string? Published, string? Seen, string PublishedBasis, string? PublishedWhy,
    IReadOnlyList<PackAdvisory> Advisories, IReadOnlyList<PackFurniture> Furniture, PackDays? PublishedBetween = null,
    PackOwner? Owner = null, IReadOnlyList<PackOutsideCredit>? OutsideCredits = null, PackAdvisory? TitleAdvisory = null);

/// <summary>Who owns an outlet, by a table; where there is none the owner is not known.</summary>
/// <param name="Control">state, state-funded, public, nonprofit or private, or a word of one's own table.</param>
/// <param name="SaidBy">Where the row can be checked; empty where it does not say.</param>
/// <param name="Checked">When it was looked up there; empty where it was not.</param>
/// <param name="Table">shipped or own.</param>
public sealed record PackOwner(string Family, string Control, string SaidBy, string Checked, string Table)
{
    public static PackOwner? Of(Reports.Publisher? publisher) =>
        publisher is null ? null : new PackOwner(publisher.Family, publisher.Control, publisher.SaidBy, publisher.Checked, publisher.Own ? "own" : "shipped");
}

/// <param name="Basis">byline, stated with the report, or a place on its page: jsonLd, openGraph, meta, markup.</param>
public sealed record PackOutsideCredit(string Agency, string Basis);

/// <summary>The first and the last day it can be.</summary>
public sealed record PackDays(string Start, string End);

/// <param name="Kind">update, correction, withdrawal or credit.</param>
public sealed record PackAdvisory(string Kind, PackRange Range);

/// <param name="Kind">promotion, credit, advisory, header, copyright, caption or dateline.</param>
public sealed record PackFurniture(string Kind, PackRange Range);

/// <param name="Places">What its statements and its timeline name by id; null in packs from before there was this list.</param>
public sealed record PackStory(
    string Id, IReadOnlyList<string> Formerly, string Title, IReadOnlyList<string> Reports, IReadOnlyDictionary<string, string> Why,
    IReadOnlyList<PackEdge> Lineage, IReadOnlyList<PackLost> Lost, IReadOnlyList<PackSource> Sources,
    IReadOnlyList<PackStatement> Statements, IReadOnlyList<PackClaim> Claims, IReadOnlyList<PackFinding> Findings,
    IReadOnlyList<PackTimelineEntry> Timeline, IReadOnlyList<PackBriefSentence> Brief, IReadOnlyList<PackPlace>? Places = null);

/// <param name="From">The descendant: a report or a lost report.</param>
/// <param name="To">Its ancestor: a report, a lost report or, for credits, a source.</param>
/// <param name="Kind">revises, reprints, excerpts or credits.</param>
public sealed record PackEdge(string From, string To, string Kind, PackEdgeEvidence Evidence, double Confidence, string Why);

/// <param name="Containment">Share of the descendant's words that lie in the passages, 0 to 1.</param>
/// <param name="ReverseContainment">Share of the ancestor's words that lie in the passages.</param>
public sealed record PackEdgeEvidence(
    double Containment, double ReverseContainment, IReadOnlyList<PackPassage> Passages, IReadOnlyList<PackLine> Lines);

/// <param name="A">Where the passage stands in the descendant.</param>
/// <param name="B">Where it stands in the ancestor: the same words, up to case, punctuation and spacing.</param>
/// <param name="Text">The words as the descendant has them.</param>
public sealed record PackPassage(PackSpot A, PackSpot B, string Text);

public sealed record PackSpot(int Start, int End);

/// <summary>A line of a report that testifies to something: an advisory, a credit.</summary>
/// <param name="In">title or byline where the range is in that; null for the text.</param>
public sealed record PackLine(string Report, PackSpot Range, string Text, string? In = null);

/// <summary>A report known only from another's testimony.</summary>
public sealed record PackLost(string Id, PackLine Testimony, string What);

/// <param name="Kind">person, organisation, agency, government, media or unnamed.</param>
/// <param name="Owner">Of an agency or an outlet that the table of owners knows.</param>
/// <param name="RoleSaid">Where a report says that role; null where it was put together from several places.</param>
public sealed record PackSource(string Id, string Name, string Kind, string? Role, IReadOnlyList<string> Aliases, PackLine? RoleSaid = null, PackOwner? Owner = null);

/// <param name="Attribution">False for the report's own plain assertion.</param>
/// <param name="Parent">The statement whose content holds this one.</param>
/// <param name="Source">Where the source is named. Empty where it is not.</param>
/// <param name="Chain">From the speaker to the outlet. A link has no range where the text does not name it in this sentence.</param>
/// <param name="Places">Where what it states happened or is to happen, as far as its content names places for that.</param>
/// <param name="Future">Still to come when the report was published.</param>
public sealed record PackStatement(
    string Id, string Report, IReadOnlyList<PackRange> Source, IReadOnlyList<PackRange> Cue, IReadOnlyList<PackRange> Content,
    bool Attribution, string? Parent, string Quoted, string Stance, IReadOnlyList<PackRange> Hedges, string Polarity,
    IReadOnlyList<PackLink> Chain, string? Denies, PackWhen? When, IReadOnlyList<PackPlaceMention> Places, double Confidence, bool Future = false, PackTerms? Terms = null)
{
    /// <summary>What is stated, in one line: its ranges, with a mark where something was left out between two.</summary>
    public string Words() => string.Join(" … ", Content.Select(static range => range.Text));
}

/// <summary>On what terms the source spoke, where the report says it.</summary>
/// <param name="Kind">onRecord, onBackground or anonymous.</param>
public sealed record PackTerms(string Kind, PackRange Range);

/// <param name="Source">Id of a source of this story.</param>
public sealed record PackLink(string Source, PackRange? Range);

/// <summary>The time of what is stated, not of its being said.</summary>
/// <param name="Basis">The words it rests on.</param>
/// <param name="Known">stated: its own words name it. context: these words elsewhere in the report date the same happening.</param>
public sealed record PackWhen(string Start, string End, string Precision, PackRange Basis, string Known = "stated");

/// <param name="Place">Id of a place of this story.</param>
public sealed record PackPlaceMention(string Place, PackRange Range);

/// <param name="Kind">town, district, region, country, area or site: how small it is. Of the larger ones the point is the middle.</param>
/// <param name="Country">ISO 3166 code; empty for what lies in no one country.</param>
/// <param name="Geonames">Its number at GeoNames; null for countries, regions and what was added by hand.</param>
public sealed record PackPlace(string Id, string Name, string Kind, double Latitude, double Longitude, string Country, int? Geonames);

public sealed record PackClaim(
    string Id, string Text, IReadOnlyList<string> Statements, int Reports, int Outlets, int Families, int Channels, int Origins,
    int NotStated, IReadOnlyList<string> OriginSources, string Standing, bool Disputed, bool Superseded, bool Open,
    PackFirstReported FirstReported, double Confidence, string Why);

public sealed record PackFirstReported(string Report, string? At);

/// <param name="Kind">contradiction, change, variant, prediction, refinement or omission.</param>
public sealed record PackFinding(
    string Kind, IReadOnlyList<string> Statements, IReadOnlyList<string> Claims, string? Outcome, string Text, double Confidence, string Why);

/// <summary>What is said to happen at one time: a claim, or what one report states in one place of its text.</summary>
/// <param name="Text">The words of one of its statements.</param>
/// <param name="Claims">The claims its statements belong to.</param>
/// <param name="Statements">All statements that have this time and are told together; each statement with a time stands in one entry.</param>
/// <param name="Places">Ids of the places its statements name, each once.</param>
/// <param name="Future">Still to come for every report that tells of it.</param>
public sealed record PackTimelineEntry(
    PackTimelineWhen When, string Text, IReadOnlyList<string> Claims, IReadOnlyList<string> Places, IReadOnlyList<string> Statements, bool Future);

public sealed record PackTimelineWhen(string Start, string End, string Precision);

public sealed record PackBriefSentence(string Text, IReadOnlyList<string> Claims, IReadOnlyList<PackLine> Evidence);
