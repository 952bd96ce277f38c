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

    /// <summary>What is said to happen when, by the time it is said of, earliest first.</summary>
    public IReadOnlyList<TimeGroup> Times => _times ??= [.. Story.Timeline.GroupBy(entry => entry.When)
        .OrderBy(group => group.Key.Start, StringComparer.Ordinal).ThenBy(group => group.Key.End, StringComparer.Ordinal).ThenBy(group => group.Key.Precision, StringComparer.Ordinal)
        .Select(group => new TimeGroup(group.Key, [.. group.Select(entry => (Entry: entry, Statements: entry.Statements.Select(Statement).OfType<PackStatement>().ToList())).Where(told => told.Statements.Count > 0).Select(told => new TimeEntry(told.Entry, told.Statements))]))
        .Where(group => group.Entries.Count > 0)];

    IReadOnlyList<TimeGroup>? _times;

    /// <summary>The places that statements name for what they state, those in most reports first.</summary>
    public IReadOnlyList<PlaceView> Places => _placeViews ??= [.. Statements.SelectMany(statement => statement.Places.Select(mention => (mention.Place, statement)))
        .GroupBy(named => named.Place, named => named.statement, StringComparer.Ordinal)
        .Select(named => (Place: (Story.Places ?? []).FirstOrDefault(place => place.Id == named.Key), Statements: (IReadOnlyList<PackStatement>)[.. named.Distinct()]))
        .Where(named => named.Place is not null)
        .Select(named => (Place: named.Place!, named.Statements, Reports: ReportsOf(named.Statements)))
        .OrderByDescending(named => named.Reports.Count).ThenByDescending(named => named.Statements.Count).ThenBy(named => named.Place.Name, StringComparer.Ordinal).ThenBy(named => named.Place.Id, StringComparer.Ordinal)
        .Select((named, i) => new PlaceView(i + 1, named.Place, named.Statements, named.Reports))];

    IReadOnlyList<PlaceView>? _placeViews;

    public PackPlace? Place(string id) => Story.Places?.FirstOrDefault(place => place.Id == id);
}

/// <summary>All that is said of one time.</summary>
public sealed record TimeGroup(PackTimelineWhen When, IReadOnlyList<TimeEntry> Entries);

/// <param name="Statements">One at least.</param>
public sealed record TimeEntry(PackTimelineEntry Entry, IReadOnlyList<PackStatement> Statements)
{
    /// <summary>The statement whose words are shown.</summary>
    public PackStatement First { get; } = Statements.FirstOrDefault(statement => statement.Words() == Entry.Text) ?? Statements[0];

    public StatementLine Line => new([First, .. Statements.Where(statement => statement != First)]);
}

/// <summary>A place of the story, with the number it goes by on the map.</summary>
public sealed record PlaceView(int Number, PackPlace Place, IReadOnlyList<PackStatement> Statements, IReadOnlyList<ReportView> Reports)
{
    /// <summary>Whether a point says where it is; of a country or a region it is only the middle.</summary>
    public bool IsPoint => Place.Kind is "town" or "site" or "district";
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
