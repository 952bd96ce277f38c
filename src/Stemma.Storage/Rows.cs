using Stemma.Reports;

namespace Stemma.Storage;

/// <summary>A report with the moment it arrived (UTC).</summary>
public sealed record StoredReport(Report Report, DateTimeOffset Seen);

public enum AddResult { Added, AlreadyHere, Deleted }

/// <summary>One line of the story list.</summary>
/// <param name="Outlets">Those that are known.</param>
/// <param name="First">Earliest and <paramref name="Last"/> latest publication, ISO 8601, null where none is known.</param>
public sealed record StoryRow(string Id, string Title, int Reports, int Outlets, string? First, string? Last, string Computed);

public enum HitKind { Report, Statement, Source }

/// <param name="Id">Id of the report, statement or source.</param>
/// <param name="Snippet">Words around the hit; each hit stands between U+0002 and U+0003, which no stored text holds there.</param>
public sealed record SearchHit(HitKind Kind, string Id, string? StoryId, string? ReportId, string Title, string Snippet);

public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);

/// <summary>All a source is cited for, in one story.</summary>
public sealed record SourceRow(string Id, string Name, string Kind, string? Role, string StoryId, string StoryTitle, int Statements);

/// <param name="Target">What it is about: the id of a story, report, claim or finding.</param>
/// <param name="SignedOff">The editor signs the claim or finding off.</param>
public sealed record Note(long Number, string At, string By, string StoryId, string Target, string Text, bool SignedOff);

public sealed record AuditEntry(long Number, string At, string By, string Action, string Target, string Detail);

/// <summary>What is left of a report that was removed.</summary>
public sealed record Tombstone(string ReportId, string At, string By, string Reason);
