using System.Globalization;

namespace Stemma.Evidence;

/// <summary>
/// The counts of one claim, worked out again from its statements. Origins: statements are joined where they name the same
/// speaker or two of which one name ends with the other, where one holds the other, where both quote the same words, and
/// where one passage of a copying edge covers at least half of the words of both; origins are the resulting groups in which
/// someone is named. An unnamed source joins nothing and adds nothing. Cost: union-find over the claim's
/// statements, plus the passages of the edges between its reports.
/// </summary>
sealed class PackClaimCheck(
    PackNode claim, Dictionary<string, PackStatementFacts> statements, Dictionary<string, PackReportFacts> reports,
    Dictionary<string, PackSourceFacts> sources, ILookup<string, PackEdgeFacts> edgesFrom, PackChannels channels)
{
    public void Run()
    {
        var said = new List<PackStatementFacts>();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in claim["statements"].Items())
        {
            var statement = PackStoryCheck.Known(statements, node, "statement of this story");
            if (!listed.Add(statement.Id))
                throw node.Off($"the statement {PackStoryCheck.Shown(statement.Id)} is listed twice");
            said.Add(statement);
        }
        if (said.Count == 0)
            throw claim["statements"].Off("a claim needs at least one statement");
        Expect("reports", Distinct(said.Select(statement => statement.Report.Id)).Length);
        Expect("outlets", Distinct(said.Select(statement => statement.Report.Outlet ?? "\n" + statement.Report.Id)).Length);
        Expect("families", Distinct(said.Select(statement => statement.Report.Family ?? "\n" + statement.Report.Id)).Length);
        Expect("channels", Distinct(said.Where(statement => statement.Attribution).Select(Channel)).Length);
        var origins = Origins(said);
        Expect("origins", origins);
        Expect("notStated", said.Count(statement => !statement.Attribution));
        ExpectOriginSources(Distinct(said.Select(Speaker).OfType<string>()));
        var standing = Distinct(said.Select(statement => statement.Report.Id)).Length == 1 ? "single" : origins >= 2 ? "independent" : "repeated";
        if (!string.Equals(claim["standing"].Text(), standing, StringComparison.Ordinal))
            throw claim["standing"].Off($"its counts make it “{standing}”, the pack says “{VisibleText.Line(claim["standing"].Text(), 40)}”");
        ExpectFirst(said);
        ExpectWords(said);
        claim["confidence"].Share();
    }

    void Expect(string what, int counted)
    {
        var stated = claim[what].Number();
        if (stated != counted)
            throw claim[what].Off(string.Create(CultureInfo.InvariantCulture, $"{counted} were counted from its statements, the pack says {stated}"));
    }

    void ExpectOriginSources(string[] counted)
    {
        var stated = claim["originSources"].Items().Select(node => PackStoryCheck.Known(sources, node, "source of this story").Id).ToArray();
        if (!stated.SequenceEqual(counted, StringComparer.Ordinal))
            throw claim["originSources"].Off($"[{string.Join(", ", counted)}] was expected, found [{VisibleText.Line(string.Join(", ", stated), 200)}]");
    }

    void ExpectFirst(List<PackStatementFacts> said)
    {
        var own = said.Select(statement => statement.Report).ToHashSet();
        var originals = own.Where(report => !DescendsFromOne(report, own)).ToList();
        var first = (originals.Count > 0 ? originals : [.. own]).OrderBy(report => report.Order).ThenBy(report => report.Id, StringComparer.Ordinal).First();
        var node = claim["firstReported"];
        var stated = PackStoryCheck.Known(reports, node["report"], "report of this story");
        if (stated != first)
            throw node["report"].Off($"the earliest of its reports is {first.Id}, the pack says {stated.Id}");
        if (!string.Equals(node["at"].TextOrNull(), first.Published, StringComparison.Ordinal))
            throw node["at"].Off($"that report was published {first.Published ?? "at an unknown time"}, the pack says {VisibleText.Line(node["at"].TextOrNull() ?? "null", 60)}");
    }

    /// <summary>Whether text was copied into this report from one of these, at once or by way of others.</summary>
    bool DescendsFromOne(PackReportFacts report, HashSet<PackReportFacts> these)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<PackReportFacts>([report]);
        while (open.TryDequeue(out var from))
        {
            foreach (var edge in edgesFrom[from.Id].Where(edge => seen.Add(edge.To.Id)))
            {
                if (these.Contains(edge.To))
                    return true;
                open.Enqueue(edge.To);
            }
        }
        return false;
    }

    /// <summary>A claim speaks in the words of one of its statements, and is disputed exactly where one of the story denies it.</summary>
    void ExpectWords(List<PackStatementFacts> said)
    {
        var text = claim["text"].Text();
        if (!said.Exists(statement => string.Equals(text, string.Join(" … ", statement.Content.Select(range => range.Of(statement.Report.Text))), StringComparison.Ordinal)))
            throw claim["text"].Off($"none of its statements has the words “{VisibleText.Line(text, 80)}”");
        var disputed = statements.Values.Any(statement => statement.Denies is { } denied && said.Exists(one => string.Equals(one.Id, denied, StringComparison.Ordinal)));
        if (claim["disputed"].Flag() != disputed)
            throw claim["disputed"].Off(disputed ? "a statement of the story denies it, the pack says it is not disputed" : "no statement of the story denies it, the pack says it is disputed");
    }

    string? Speaker(PackStatementFacts statement) =>
        statement.Attribution && statement.Chain.Count > 0 && sources[statement.Chain[0]].Named ? statement.Chain[0] : null;

    string Channel(PackStatementFacts statement) => channels.Of(statement, sources);

    int Origins(List<PackStatementFacts> said)
    {
        var groups = Enumerable.Range(0, said.Count).ToArray();
        var bySpeaker = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < said.Count; i++)
        {
            if (Speaker(said[i]) is { } speaker && !bySpeaker.TryAdd(speaker, i))
                Join(groups, bySpeaker[speaker], i);
        }
        for (var i = 0; i < said.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (OneTelling(said[i], said[j]))
                    Join(groups, i, j);
            }
        }
        var byReport = Enumerable.Range(0, said.Count).ToLookup(i => said[i].Report.Id, StringComparer.Ordinal);
        for (var i = 0; i < said.Count; i++)
        {
            foreach (var edge in edgesFrom[said[i].Report.Id])
            {
                foreach (var j in byReport[edge.To.Id])
                {
                    if (Copied(said[i], said[j], edge))
                        Join(groups, i, j);
                }
            }
        }
        return Enumerable.Range(0, said.Count).Where(i => Speaker(said[i]) is not null).Select(i => Root(groups, i)).Distinct().Count();
    }

    bool OneTelling(PackStatementFacts a, PackStatementFacts b)
    {
        if (string.Equals(a.Parent, b.Id, StringComparison.Ordinal) || string.Equals(b.Parent, a.Id, StringComparison.Ordinal))
            return true;
        if (a.Quoted is "direct" && b.Quoted is "direct" && Said(a).SequenceEqual(Said(b), StringComparer.Ordinal))
            return true;
        if (Speaker(a) is not { } one || Speaker(b) is not { } other)
            return false;
        var (x, y) = (PackWords.Of(sources[one].Names[0]), PackWords.Of(sources[other].Names[0]));
        var (shorter, longer) = x.Count <= y.Count ? (x, y) : (y, x);
        return shorter.Count > 0 && longer.TakeLast(shorter.Count).SequenceEqual(shorter, StringComparer.Ordinal);
    }

    static IEnumerable<string> Said(PackStatementFacts statement) => statement.Content.SelectMany(range => PackWords.Of(range.Of(statement.Report.Text)));

    static bool Copied(PackStatementFacts descendant, PackStatementFacts ancestor, PackEdgeFacts edge) =>
        edge.Passages.Any(passage => Half(descendant.Report.Words.Overlap(descendant.Content, passage.A)) && Half(ancestor.Report.Words.Overlap(ancestor.Content, passage.B)));

    static bool Half((int Shared, int All) words) => words.Shared > 0 && 2 * words.Shared >= words.All;

    static void Join(int[] groups, int one, int other) => groups[Root(groups, one)] = Root(groups, other);

    static int Root(int[] groups, int of)
    {
        while (groups[of] != of)
            of = groups[of] = groups[groups[of]];
        return of;
    }

    static string[] Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>
/// Who relays a statement to the reader: the outermost named relay of its chain, else the report's own outlet. An outlet
/// that is also a source of the story counts as that source, so an agency is one channel whether cited or read directly.
/// </summary>
sealed class PackChannels
{
    readonly Dictionary<string, string> _sourceOfName = new(StringComparer.OrdinalIgnoreCase);

    public PackChannels(IEnumerable<PackSourceFacts> sources)
    {
        foreach (var source in sources.Where(source => source.Named).OrderBy(source => source.Id, StringComparer.Ordinal))
        {
            foreach (var name in source.Names)
                _sourceOfName.TryAdd(name, source.Id);
        }
    }

    public string Of(PackStatementFacts statement, Dictionary<string, PackSourceFacts> sources)
    {
        var outlet = statement.Report.Outlet is not { } name ? "\n" + statement.Report.Id : _sourceOfName.GetValueOrDefault(name) ?? "\n" + name;
        // A chain ends with the outlet itself; that is not a relay, and neither is the speaker.
        var relays = statement.Chain.Skip(1).Where(link => sources[link].Named && !string.Equals(link, outlet, StringComparison.Ordinal) && !string.Equals(link, statement.Chain[0], StringComparison.Ordinal));
        return relays.LastOrDefault() ?? outlet;
    }
}
