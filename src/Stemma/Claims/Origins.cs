using Stemma.Evidence;
using Stemma.Reports;

namespace Stemma.Claims;

/// <summary>What stands behind a claim, counted. The words of docs/decisions/0004-evidence-pack.md are the definition.</summary>
sealed record ClaimCounts(
    int Reports, int Outlets, int Families, int Channels, int OriginCount, int NotStated, IReadOnlyList<string> OriginSources, string Standing, string Why);

/// <summary>
/// Counts independent origins: statements with the same speaker share one, so do statements whose sentence was copied along
/// an edge of the copy history; the connected groups that remain and name a speaker are the origins. Unnamed sources and
/// plain assertions never add one. Cost: quadratic in the statements of one claim, which are few.
/// </summary>
sealed class Origins(IReadOnlyDictionary<string, Report> reports, IReadOnlyList<PackSource> sources, IReadOnlyList<PackEdge> edges)
{
    readonly Dictionary<string, PackSource> sourceOf = sources.ToDictionary(static source => source.Id, StringComparer.Ordinal);

    readonly Dictionary<string, string> sourceByName = ByName(sources);

    static Dictionary<string, string> ByName(IReadOnlyList<PackSource> sources)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources.Where(static source => source.Kind != "unnamed"))
            foreach (var name in source.Aliases.Prepend(source.Name))
                byName.TryAdd(name, source.Id);
        return byName;
    }

    public ClaimCounts Count(List<PackStatement> statements)
    {
        var root = Enumerable.Range(0, statements.Count).ToArray();
        for (var i = 0; i < statements.Count; i++)
            for (var j = 0; j < i; j++)
                if (ShareOrigin(statements[i], statements[j]))
                    Join(root, i, j);
        var origins = Enumerable.Range(0, statements.Count).Where(i => Speaker(statements[i]) is not null).Select(i => Find(root, i)).Distinct().Count();
        var originSources = statements.Select(Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reportCount = statements.Select(static statement => statement.Report).Distinct(StringComparer.Ordinal).Count();
        var outlets = statements.Select(statement => OutletOf(statement.Report)).Distinct(StringComparer.Ordinal).Count();
        var channels = statements.Where(static statement => statement.Attribution).Select(ChannelOf).Distinct(StringComparer.Ordinal).Count();
        var notStated = statements.Count(static statement => !statement.Attribution);
        var standing = reportCount == 1 ? "single" : origins >= 2 ? "independent" : "repeated";
        var families = statements.Select(statement => FamilyOf(statement.Report)).Distinct(StringComparer.Ordinal).Count();
        return new ClaimCounts(reportCount, outlets, families, channels, origins, notStated, originSources, standing, Why(statements, reportCount, origins, originSources, notStated));
    }

    string Why(List<PackStatement> statements, int reportCount, int origins, List<string> originSources, int notStated)
    {
        var names = string.Join(", ", originSources.Select(id => sourceOf[id].Name).Order(StringComparer.Ordinal));
        var behind = origins switch
        {
            0 when notStated == statements.Count => "none of them says where it comes from",
            0 => "none of them names a source",
            1 when originSources.Count > 1 => $"the sentence was copied from one to the other, so {names} count as one origin",
            1 => $"all that name a source name the same one, {names}",
            _ => $"they name {origins} different sources, {names}",
        };
        return $"Nearly the same words stand in {reportCount} reports, and {behind}.";
    }

    /// <summary>The named source a statement begins with, or null.</summary>
    string? Speaker(PackStatement statement) =>
        statement.Attribution && sourceOf[statement.Chain[0].Source].Kind != "unnamed" ? statement.Chain[0].Source : null;

    bool ShareOrigin(PackStatement a, PackStatement b)
    {
        if (Speaker(a) is { } speaker && Speaker(b) is { } other && (speaker == other || IsPartOf(speaker, other)))
            return true;
        // One inside the other is one telling; the same words in quotation marks are one utterance, whoever is named for it.
        if (a.Parent == b.Id || b.Parent == a.Id || (a.Quoted is "direct" && b.Quoted is "direct" && SameWords(a, b)))
            return true;
        foreach (var edge in edges)
        {
            if (edge.Kind is "credits")
                continue;
            var forward = edge.From == a.Report && edge.To == b.Report;
            if (!forward && !(edge.From == b.Report && edge.To == a.Report))
                continue;
            var (from, to) = forward ? (a, b) : (b, a);
            if (edge.Evidence.Passages.Any(passage => Covers(passage.A, from, reports[from.Report].Text) && Covers(passage.B, to, reports[to.Report].Text)))
                return true;
        }
        return false;
    }

    /// <summary>"Alhaji Lai Mohammed" and "Lai Mohammed": the words of one name are the last words of the other. Never two origins.</summary>
    bool IsPartOf(string a, string b)
    {
        var (x, y) = (Words(sourceOf[a].Name), Words(sourceOf[b].Name));
        var (shorter, longer) = x.Count <= y.Count ? (x, y) : (y, x);
        return shorter.Count > 0 && longer.TakeLast(shorter.Count).SequenceEqual(shorter, StringComparer.Ordinal);
    }

    static bool SameWords(PackStatement a, PackStatement b) =>
        a.Content.SelectMany(static range => Words(range.Text)).SequenceEqual(b.Content.SelectMany(static range => Words(range.Text)), StringComparer.Ordinal);

    /// <summary>Runs of letters and digits in lower case.</summary>
    static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > i)
                words.Add(text[i..end].ToLowerInvariant());
            i = Math.Max(end, i + 1);
        }
        return words;
    }

    /// <summary>At least half of the words of the content lie in the passage.</summary>
    static bool Covers(PackSpot spot, PackStatement statement, string text)
    {
        int words = 0, inside = 0;
        foreach (var content in statement.Content)
        {
            for (var i = content.Start; i < content.End;)
            {
                var end = i;
                while (end < content.End && char.IsLetterOrDigit(text[end]))
                    end++;
                if (end > i)
                {
                    words++;
                    inside += i >= spot.Start && end <= spot.End ? 1 : 0;
                }
                i = Math.Max(end, i + 1);
            }
        }
        return words > 0 && inside * 2 >= words;
    }

    /// <summary>An outlet whose owner is not known counts as a family of its own.</summary>
    string FamilyOf(string report) => reports[report].Publisher?.Family ?? OutletOf(report);

    string OutletOf(string report) => reports[report].OutletOrCredit is { } name ? name : report;

    /// <summary>The outermost named relay of the chain that is neither the speaker nor the outlet itself; else the outlet.</summary>
    string ChannelOf(PackStatement statement)
    {
        var outlet = OutletOf(statement.Report);
        var outletSource = sourceByName.GetValueOrDefault(outlet);
        for (var i = statement.Chain.Count - 1; i > 0; i--)
        {
            var link = statement.Chain[i].Source;
            if (link != outletSource && sourceOf[link].Kind != "unnamed" && !string.Equals(link, statement.Chain[0].Source, StringComparison.Ordinal))
                return link;
        }
        return outletSource ?? outlet;
    }

    static int Find(int[] root, int i) => root[i] == i ? i : root[i] = Find(root, root[i]);

    static void Join(int[] root, int a, int b) => root[Find(root, Math.Max(Find(root, a), Find(root, b)))] = Math.Min(Find(root, a), Find(root, b));
}
