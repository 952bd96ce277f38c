using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>
/// A story of the pack with its ids resolved and its parts in reading order: what the dossier and the pages share. A pack
/// may come from a file, so an id that leads nowhere is passed over here and never an error; finding such ids is
/// <c>stemma verify</c>'s work. Cost: linear in the story.
/// </summary>
public sealed class StoryView
{
    readonly Dictionary<string, ReportView> _reports = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackSource> _sources = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackStatement> _statements = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackClaim> _claims = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<PackStatement>> _denials = new(StringComparer.Ordinal);
    readonly HashSet<string> _relays = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackClaim> _claimOf = new(StringComparer.Ordinal);
    readonly ILookup<string, PackStatement> _byReport;

    public StoryView(PackStory story, IReadOnlyDictionary<string, PackReport> reports)
    {
        Story = story;
        foreach (var id in story.Reports)
        {
            if (reports.TryGetValue(id, out var report))
                _reports.TryAdd(id, new ReportView(_reports.Count + 1, report));
        }
        Reports = [.. _reports.Values.OrderBy(report => report.Number)];
        foreach (var source in story.Sources)
            _sources.TryAdd(source.Id, source);
        foreach (var statement in story.Statements.Where(statement => _reports.ContainsKey(statement.Report) && _statements.TryAdd(statement.Id, statement)))
        {
            if (statement.Denies is not { } denied)
                continue;
            if (!_denials.TryGetValue(denied, out var denials))
                _denials.Add(denied, denials = []);
            denials.Add(statement);
        }
        foreach (var inner in _statements.Values)
        {
            if (inner.Parent is { } outer && _statements.TryGetValue(outer, out var relay) && Speaker(relay) is { Kind: "agency" or "media" })
                _relays.Add(outer);
        }
        foreach (var claim in story.Claims.Where(claim => _claims.TryAdd(claim.Id, claim)))
        {
            foreach (var statement in claim.Statements)
                _claimOf.TryAdd(statement, claim);
        }
        _byReport = Statements.ToLookup(statement => statement.Report, StringComparer.Ordinal);
        Copies = CopyTree.Of(this);
        Voices = Voice.Of(this);
    }

    public PackStory Story { get; }

    public IReadOnlyList<ReportView> Reports { get; }

    public CopyTree Copies { get; }

    /// <summary>Who says what, the weightiest voice first.</summary>
    public IReadOnlyList<Voice> Voices { get; }

    public IEnumerable<PackStatement> Statements => Story.Statements.Where(statement => _statements.GetValueOrDefault(statement.Id) == statement);

    /// <summary>What one report states, in the order of its text.</summary>
    public IReadOnlyList<PackStatement> StatementsIn(ReportView report) =>
        [.. _byReport[report.Report.Id].OrderBy(statement => statement.Content.Concat(statement.Source).Concat(statement.Cue).Select(range => range.Start).DefaultIfEmpty(int.MaxValue).Min())];

    public int PlainAssertions => Statements.Count(statement => !statement.Attribution);

    /// <summary>Outlets that are known; how many reports state none is <see cref="WithoutOutlet"/>.</summary>
    public int Outlets => Reports.Where(report => report.IsOutletKnown).Select(report => report.Name).Distinct(StringComparer.Ordinal).Count();

    public int WithoutOutlet => Reports.Count(report => !report.IsOutletKnown);

    public int Agencies => Reports.SelectMany(report => report.Report.Agencies).Distinct(StringComparer.Ordinal).Count();

    public ReportView? Report(string id) => _reports.GetValueOrDefault(id);

    public PackSource? Source(string id) => _sources.GetValueOrDefault(id);

    public PackStatement? Statement(string id) => _statements.GetValueOrDefault(id);

    public PackClaim? Claim(string id) => _claims.GetValueOrDefault(id);

    public PackClaim? ClaimOf(PackStatement statement) => _claimOf.GetValueOrDefault(statement.Id);

    /// <summary>The source of an attributed statement, where the pack names one.</summary>
    public PackSource? Speaker(PackStatement statement) => statement.Chain.Count > 0 ? Source(statement.Chain[0].Source) : null;

    /// <summary>True for a statement whose content is another source's statement: an agency that reports what somebody said.</summary>
    public bool IsRelay(PackStatement statement) => _relays.Contains(statement.Id);

    public string SpeakerName(PackStatement statement) => statement.Attribution ? Wording.NameOf(Speaker(statement)) : "the report itself";

    /// <summary>Sources that only pass words on: neither first nor last in any chain.</summary>
    public IReadOnlyList<PackSource> Relays
    {
        get
        {
            var relays = Statements.SelectMany(statement => statement.Chain.Skip(1).SkipLast(1)).Select(link => link.Source).ToHashSet(StringComparer.Ordinal);
            relays.ExceptWith(Voices.Select(voice => voice.Id));
            return [.. relays.Select(Source).OfType<PackSource>().OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Statements that deny one of these, in the order of the pack.</summary>
    public IReadOnlyList<PackStatement> DenialsOf(IEnumerable<PackStatement> statements) =>
        [.. statements.SelectMany(statement => _denials.GetValueOrDefault(statement.Id) ?? []).Distinct()];

    /// <summary>Numbers of the reports these stand in, ascending.</summary>
    public IReadOnlyList<ReportView> ReportsOf(IEnumerable<PackStatement> statements) =>
        [.. statements.Select(statement => Report(statement.Report)).OfType<ReportView>().Distinct().OrderBy(report => report.Number)];

    /// <summary>Claims that several reports carry, the best supported first; those of one report follow in the order of the pack.</summary>
    public IEnumerable<PackClaim> ClaimsByWeight => _claims.Values
        .Select((claim, i) => (Claim: claim, Order: i))
        .OrderBy(item => item.Claim.Reports > 1 ? 0 : 1).ThenByDescending(item => item.Claim.Origins).ThenByDescending(item => item.Claim.Reports).ThenBy(item => item.Order)
        .Select(item => item.Claim);

    /// <summary>Dated statements by the day they speak of, earliest first; the same words in several reports are one line.</summary>
    public IEnumerable<(PackWhen When, IReadOnlyList<StatementLine> Lines)> Days => Statements
        .Where(statement => statement.When is not null)
        .GroupBy(statement => (statement.When!.Start, statement.When.End, statement.When.Precision))
        .OrderBy(day => day.Key.Start, StringComparer.Ordinal).ThenBy(day => day.Key.End, StringComparer.Ordinal).ThenBy(day => day.Key.Precision, StringComparer.Ordinal)
        .Select(day => (day.First().When!, StatementLine.Of(day)));
}

/// <summary>A report with the number it is called by in its story.</summary>
public sealed record ReportView(int Number, PackReport Report)
{
    public string Label => $"[{Wording.Count(Number)}]";

    /// <summary>The outlet, else the agency credited; where neither is known, the file it came in tells an editor which one is meant.</summary>
    public string Name => Report.Outlet ?? (Report.Agencies.Count > 0 ? Report.Agencies[0]
        : Report.Path is { Length: > 0 } path && path is not "-" ? $"outlet not stated ({System.IO.Path.GetFileName(path)})" : "outlet not stated");

    public bool IsOutletKnown => Report.Outlet is not null || Report.Agencies.Count > 0;

    public string Title => string.IsNullOrWhiteSpace(Report.Title) ? Wording.Opening(Report) : Report.Title;

    // The number is enough: a report's text must not be compared each time.
    public bool Equals(ReportView? other) => other is not null && Number == other.Number && ReferenceEquals(Report, other.Report);

    public override int GetHashCode() => Number;
}
