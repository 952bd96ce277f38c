using Stemma.Evidence;
using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Sources;

/// <summary>
/// The sources of one story: who is cited in its reports, each once. Names with the same key are one source; a bare surname
/// joins the one full name of the story that begins or ends with it, and stays alone where there are two. An unnamed
/// source is one per report and wording: "officials" here and "officials" there are never taken for the same people; only who is
/// called by an office of which there is one (<see cref="Offices"/>) is whoever the story says holds it.
/// Cost: linear in the mentions, after one pass over the names. Call <see cref="Add"/> for every mention first, then ask.
/// </summary>
sealed class SourceRegistry(SourceRulings rulings, Publishers? table = null)
{
    readonly Publishers publishers = table ?? Publishers.Shipped;

    /// <summary>How far from a name its role may stand, in characters.</summary>
    const int RoleReach = 80;

    readonly SortedDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public void Add(Report report, Speaker speaker)
    {
        var key = KeyOf(report, speaker);
        if (!entries.TryGetValue(key, out var entry))
        {
            entries[key] = entry = new Entry(key, speaker.Kind);
            ids.Clear();
        }
        entry.Mention(report, speaker);
    }

    /// <summary>The outlet of a report, the last link of every chain; an outlet that is not known is one of its own.</summary>
    public static Speaker OutletOf(Report report) =>
        report.OutletOrCredit is { } name
            ? new Speaker(name, Agencies.Find(name) is not null || name.EndsWith("Agency", StringComparison.Ordinal) || name.EndsWith("News Service", StringComparison.Ordinal) ? SpeakerKind.Agency : SpeakerKind.Media, null)
            : new Speaker("outlet not stated", SpeakerKind.Unnamed, null);

    public string IdOf(Report report, Speaker speaker) => IdOf(KeyOf(report, speaker));

    string IdOf(string key)
    {
        // Joining looks at every name of the story: once per name, not once per statement.
        if (!ids.TryGetValue(key, out var id))
            ids.Add(key, id = rulings.IdOf(ContentId.Of('o', Joined(key))));
        return id;
    }

    /// <summary>All sources, in the order of their ids.</summary>
    public IReadOnlyList<PackSource> All()
    {
        var groups = entries.Values.GroupBy(entry => IdOf(entry.Key), StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal);
        return [.. groups.Select(group => Describe(group.Key, [.. group]))];
    }

    PackSource Describe(string id, List<Entry> group)
    {
        // The fullest person's name, else the name used most; ties go to the ordinal first.
        // What an office is called is no name.
        var named = group.Where(static entry => entry.Kind != SpeakerKind.Unnamed).ToList();
        var names = (named.Count > 0 ? named : group).SelectMany(static entry => entry.Names).GroupBy(static name => name.Key, static name => name.Value, StringComparer.Ordinal)
            .Select(static name => (Name: name.Key, Count: name.Sum())).ToList();
        var person = group.Exists(static entry => entry.Kind == SpeakerKind.Person);
        var ordered = names.OrderByDescending(name => person && !names.Exists(other => other.Name == WithoutFirst(name.Name)) ? name.Name.Count(static c => c == ' ') : 0).ThenByDescending(static name => name.Count).ThenBy(static name => name.Name, StringComparer.Ordinal).Select(static name => name.Name).ToList();
        var kind = (named.Count > 0 ? named : group).SelectMany(static entry => entry.Kinds).GroupBy(static kind => kind.Key, static kind => kind.Value).OrderByDescending(static kind => kind.Sum()).ThenBy(static kind => kind.Key).First().Key;
        var role = group.SelectMany(static entry => entry.Roles).Where(static role => role.Key.TrimEnd('.') is not ("Mr" or "Mrs" or "Ms" or "Miss")).GroupBy(static role => role.Key, static role => role.Value, StringComparer.Ordinal).OrderByDescending(static role => role.Sum()).ThenBy(static role => role.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        if (kind == SpeakerKind.Agency && SourceNames.Agency(ordered[0]) is { } agency)
            ordered = [agency, .. ordered.Where(name => name != agency)];
        var said = role is null ? null : RoleSaid(role, group);
        var called = group.Except(named).SelectMany(static entry => entry.Names.Keys).Except(ordered, StringComparer.Ordinal);
        return new PackSource(id, ordered[0], kind.ToString().ToLowerInvariant(), role, named.Count > 0 ? [.. ordered.Skip(1), .. called] : [.. ordered.Skip(1)], said,
            kind is SpeakerKind.Agency or SpeakerKind.Media ? PackOwner.Of(publishers.Find(ordered[0], null)) : null);
    }

    /// <summary>Where a report gives this role beside the name; null where its words do not stand together anywhere.</summary>
    static PackLine? RoleSaid(string role, List<Entry> group)
    {
        var names = group.SelectMany(static entry => entry.Names.Keys).Select(static name => name[(name.LastIndexOf(' ') + 1)..]).Distinct(StringComparer.Ordinal).ToList();
        foreach (var report in group.SelectMany(entry => entry.Said.TryGetValue(role, out var reports) ? reports : []).DistinctBy(static report => report.Id, StringComparer.Ordinal))
            for (var at = report.Text.IndexOf(role, StringComparison.Ordinal); at >= 0; at = report.Text.IndexOf(role, at + 1, StringComparison.Ordinal))
            {
                var (from, to) = (Math.Max(0, at - RoleReach), Math.Min(report.Text.Length, at + role.Length + RoleReach));
                if (names.Exists(name => report.Text.AsSpan(from, to - from).Contains(name, StringComparison.Ordinal)))
                    return new PackLine(report.Id, new PackSpot(at, at + role.Length), role);
            }
        return null;
    }

    static string KeyOf(Report report, Speaker speaker)
    {
        var key = SourceNames.Key(speaker.Name, speaker.Kind);
        return speaker.Kind == SpeakerKind.Unnamed ? $"?{report.Id} {key}" : key;
    }

    /// <summary>The key of the full name that a bare name belongs to, or the key itself.</summary>
    string Joined(string key)
    {
        if (key.StartsWith('?'))
            return Holder(key) ?? key;
        if (!entries.TryGetValue(key, out var entry) || !MayBePerson(entry))
            return key;
        if (WithoutFirst(key) is { } plain && entries.TryGetValue(plain, out var same) && same.Kinds.ContainsKey(SpeakerKind.Person))
            return rulings.Apart(ContentId.Of('o', key), ContentId.Of('o', plain)) ? key : plain;
        string? full = null;
        foreach (var (other, candidate) in entries)
        {
            if (!candidate.Kinds.ContainsKey(SpeakerKind.Person) || !Ranks.CanBe(Rank(entry), Rank(candidate)) || !IsFuller(other, key))
                continue;
            if (full is not null && WithoutFirst(other) != full && WithoutFirst(full) != other)
                return key;
            full = full is null || other.Length < full.Length ? other : full;
        }
        return full is not null && !rulings.Apart(ContentId.Of('o', key), ContentId.Of('o', full)) ? full : key;
    }

    /// <summary>"jane doe" for "billionaire jane doe": what is left of three words and more, since a capital at the beginning of a sentence may have been read into a name.</summary>
    static string? WithoutFirst(string key) => key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && key.IndexOf(' ', space + 1) > 0 ? key[(space + 1)..] : null;

    /// <summary>One word that a report took for a body may be a surname, unless a body of the story begins with it.</summary>
    bool MayBePerson(Entry entry) => entry.Kinds.ContainsKey(SpeakerKind.Person)
        || entry.Kind == SpeakerKind.Organisation && !entry.Key.Contains(' ', StringComparison.Ordinal) && !entries.Values.Any(other => other.Kind != SpeakerKind.Person && other.Key.StartsWith(entry.Key + " ", StringComparison.Ordinal));

    /// <summary>The one person of the story who is introduced with the office this key names.</summary>
    string? Holder(string key)
    {
        if (Offices.Of(key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..]) is not { } office)
            return null;
        var holders = entries.Values.Where(entry => entry.Kind == SpeakerKind.Person && entry.Roles.Keys.Any(role => Offices.Of(role) == office))
            .Select(entry => Joined(entry.Key)).Distinct(StringComparer.Ordinal).ToList();
        return holders is [var holder] && !rulings.Apart(ContentId.Of('o', key), ContentId.Of('o', holder)) ? holder : null;
    }

    /// <summary>"jane doe" for "doe"; "samuel t beck" for "samuel beck".</summary>
    static bool IsFuller(string name, string key)
    {
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return name.EndsWith(" " + key, StringComparison.Ordinal) || name.StartsWith(key + " ", StringComparison.Ordinal);
        var words = name.Split(' ');
        return words is [{ Length: > 1 } first, { Length: <= 2 }, var last] && key.Length == first.Length + 1 + last.Length && key.StartsWith(first, StringComparison.Ordinal) && key.EndsWith(last, StringComparison.Ordinal);
    }

    static string? Rank(Entry entry) => entry.Roles.Keys.FirstOrDefault(static role => Ranks.Of(role) is not null);

    sealed class Entry(string key, SpeakerKind kind)
    {
        public string Key { get; } = key;

        public SpeakerKind Kind { get; } = kind;

        public SortedDictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<SpeakerKind, int> Kinds { get; } = [];

        public SortedDictionary<string, int> Roles { get; } = new(StringComparer.Ordinal);

        /// <summary>The reports whose words give each role, in the order they came.</summary>
        public SortedDictionary<string, List<Report>> Said { get; } = new(StringComparer.Ordinal);

        public void Mention(Report report, Speaker speaker)
        {
            Names[speaker.Name] = Names.GetValueOrDefault(speaker.Name) + 1;
            Kinds[speaker.Kind] = Kinds.GetValueOrDefault(speaker.Kind) + 1;
            if (speaker.Role is not { } role)
                return;
            Roles[role] = Roles.GetValueOrDefault(role) + 1;
            if (!Said.TryGetValue(role, out var reports))
                Said[role] = reports = [];
            if (reports.Count == 0 || reports[^1] != report)
                reports.Add(report);
        }
    }
}
