using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// One article as published: its text exactly as read, and what is known about it. Its id derives from its outlet, its
/// address (or the id it came with) and its text, never from where the file happened to lie.
/// </summary>
public sealed record Report
{
    public required string Id { get; init; }

    /// <summary>What it came with, as written there: with the text, everything this report was read from.</summary>
    public ReportFields Fields { get; init; } = ReportFields.None;

    /// <summary>The id it came with, if any.</summary>
    public string? InputId { get; init; }

    /// <summary>Where it was read from, as the user named it; not part of its identity.</summary>
    public string? Path { get; init; }

    public string? Url { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>SHA-256 of the bytes it was read from.</summary>
    public string? PageSha256 { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Who owns which outlet.</summary>
    public Publishers Publishers { get; init; } = Publishers.Shipped;

    /// <summary>Who owns its outlet; null where the table does not know.</summary>
    public Publisher? Publisher => Publishers.Find(Outlet, Url);

    public string? Byline { get; init; }

    public required Published Published { get; init; }

    /// <summary>Agencies credited by the report itself, as named there, in order of first credit.</summary>
    public required IReadOnlyList<Credit> Credits { get; init; }

    /// <summary>Agencies credited outside its text, by its byline or by what came with it; each once, in that order.</summary>
    public IReadOnlyList<OutsideCredit> OutsideCredits { get; init; } = [];

    /// <summary>All agencies credited, those of the text first.</summary>
    public IEnumerable<string> CreditedAgencies => Credits.Select(static credit => credit.Agency).Concat(OutsideCredits.Select(static credit => credit.Agency)).Distinct(StringComparer.Ordinal);

    /// <summary>The slug its headline begins with ("UPDATE 2-"), where the headline is not part of the text; its range is in <see cref="Title"/>.</summary>
    public Advisory? TitleAdvisory { get; init; }

    /// <summary>What its newsroom says of its history, in its headline or its text.</summary>
    public IEnumerable<Advisory> AllAdvisories => TitleAdvisory is { } slug ? Advisories.Prepend(slug) : Advisories;

    /// <summary>The line before its first sentence, in its parts; null where there is none.</summary>
    public Dateline? Dateline { get; init; }

    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>Parts that are not the report's own text: promotion, credits, advisory lines, stray headers. In order, disjoint.</summary>
    public required IReadOnlyList<Furniture> Furniture { get; init; }

    /// <summary>Where its furniture stands: what is not its own text. In order, disjoint.</summary>
    public IReadOnlyList<TextRange> SetApart => [.. Furniture.Select(static part => part.Range)];

    /// <summary>The same report, its owner taken from this table.</summary>
    public Report Among(Publishers publishers) => this with { Publishers = publishers };

    /// <summary>Its text with everything the language layer finds.</summary>
    public Document Annotated() => Analyzer.Analyze(Text, SetApart);

    /// <summary>Its text with tokens, sentences, quotations and days only.</summary>
    public Document Outlined() => Analyzer.Outline(Text, SetApart);

    /// <summary>Best name to show where an outlet is wanted: the outlet, else the credited agency, else nothing.</summary>
    public string? OutletOrCredit => Outlet ?? CreditedAgencies.FirstOrDefault();
}

/// <summary>A line that credits an agency ("(Bloomberg) --", "New York Times News Service").</summary>
public sealed record Credit(string Agency, TextRange Range);

/// <summary>An agency that something outside the text names as the report's.</summary>
/// <param name="Basis">Where it is said: "byline", a place on the page such as "jsonLd" or "meta", or "stated" with the report.</param>
/// <param name="InByline">Where in the byline; null for any other basis.</param>
public sealed record OutsideCredit(string Agency, string Basis, TextRange? InByline = null);

public enum AdvisoryKind { Update, Correction, Withdrawal, Credit }

/// <summary>
/// A line the newsroom left for editors, which is testimony about the report's own history.
/// <paramref name="EarlierRevision"/> says that it testifies to at least one earlier revision of this report.
/// </summary>
public sealed record Advisory(AdvisoryKind Kind, TextRange Range, bool EarlierRevision);

public enum FurnitureKind { Promotion, Credit, Advisory, Header, Copyright, Caption, Dateline }

public sealed record Furniture(FurnitureKind Kind, TextRange Range);
