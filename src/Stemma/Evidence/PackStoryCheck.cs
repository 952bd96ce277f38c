using Stemma.Language;

namespace Stemma.Evidence;

/// <summary>One story of a pack: its ids and references, the ranges of its statements, then its copies and its claims.</summary>
sealed class PackStoryCheck(PackNode story, IReadOnlyDictionary<string, PackReportFacts> allReports, PackTally tally)
{
    const int NestingMax = 100;

    readonly Dictionary<string, PackReportFacts> _reports = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackSourceFacts> _sources = new(StringComparer.Ordinal);
    readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackStatementFacts> _statements = new(StringComparer.Ordinal);

    readonly PackTimeCheck _times = new();

    public void Run()
    {
        _times.ReadPlaces(story["places"]);
        ReadReports();
        ReadSources();
        foreach (var lost in story["lost"].Items())
        {
            AddOnce(_lost, lost["id"]);
            CheckLine(lost["testimony"]);
        }
        var edges = new PackCopyCheck(_reports, _sources, _lost, tally).Run(story["lineage"], CheckLine);
        ReadStatements();
        CheckStatementReferences();
        var channels = new PackChannels(_sources.Values);
        var claims = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in story["claims"].Items())
        {
            AddOnce(claims, claim["id"]);
            new PackClaimCheck(claim, _statements, _reports, _sources, edges, channels).Run();
            tally.Claims++;
        }
        CheckEnd(claims);
    }

    void ReadReports()
    {
        foreach (var node in story["reports"].Items())
        {
            var id = node.Text();
            if (!allReports.TryGetValue(id, out var report))
                throw node.Off($"no report has the id {Shown(id)}");
            if (!_reports.TryAdd(id, report))
                throw node.Off($"the report {Shown(id)} is listed twice");
        }
        foreach (var why in story["why"].Members())
        {
            if (!_reports.ContainsKey(why.Name))
                throw why.Off("this story has no report of that id");
            why.Text();
        }
    }

    void ReadSources()
    {
        foreach (var node in story["sources"].Items())
        {
            var source = new PackSourceFacts(node["id"].Text(), node["kind"].Text(),
                [node["name"].Text(), .. node["aliases"].Items().Select(alias => alias.Text())]);
            if (!node["roleSaid"].IsNull)
                CheckLine(node["roleSaid"]);
            if (!_sources.TryAdd(source.Id, source))
                throw node["id"].Off($"the id {Shown(source.Id)} is given twice");
        }
    }

    void ReadStatements()
    {
        foreach (var node in story["statements"].Items())
        {
            var report = Known(_reports, node["report"], "report of this story");
            foreach (var part in (string[])["source", "cue", "hedges"])
            {
                foreach (var range in node[part].Items())
                    report.CheckRange(range, tally);
            }
            var content = node["content"].Items().Select(range => report.CheckRange(range, tally)).ToArray();
            var chain = new List<string>();
            foreach (var link in node["chain"].Items())
            {
                chain.Add(Known(_sources, link["source"], "source of this story").Id);
                if (!link["range"].IsNull)
                    report.CheckRange(link["range"], tally);
            }
            if (!node["terms"].IsNull)
                report.CheckRange(node["terms"]["range"], tally);
            node["confidence"].Share();
            var statement = new PackStatementFacts(node["id"].Text(), report, content, node["attribution"].Flag(), chain, node["parent"].TextOrNull(), node["quoted"].Text(), node["denies"].TextOrNull());
            _times.AddStatement(node, statement, tally);
            if (!_statements.TryAdd(statement.Id, statement))
                throw node["id"].Off($"the id {Shown(statement.Id)} is given twice");
            tally.Statements++;
        }
    }

    void CheckStatementReferences()
    {
        foreach (var node in story["statements"].Items())
        {
            var statement = _statements[node["id"].Text()];
            if (statement.Parent is not null)
            {
                var parent = Known(_statements, node["parent"], "statement of this story");
                if (parent.Report != statement.Report)
                    throw node["parent"].Off($"the statement around this one stands in another report, {parent.Report.Id}");
                var steps = 0;
                for (var outer = parent; outer?.Parent is { } next; outer = _statements.GetValueOrDefault(next))
                {
                    if (++steps > NestingMax)
                        throw node["parent"].Off($"the statements around this one form a circle or lie more than {NestingMax} deep");
                }
            }
            if (!node["denies"].IsNull && Known(_statements, node["denies"], "statement of this story") == statement)
                throw node["denies"].Off("a statement cannot deny itself");
        }
    }

    void CheckEnd(HashSet<string> claims)
    {
        foreach (var finding in story["findings"].Items())
        {
            foreach (var statement in finding["statements"].Items())
                Known(_statements, statement, "statement of this story");
            CheckClaims(finding["claims"], claims);
            finding["confidence"].Share();
        }
        _times.CheckTimeline(story["timeline"], story["claims"], claims);
        foreach (var sentence in story["brief"].Items())
        {
            CheckClaims(sentence["claims"], claims);
            foreach (var line in sentence["evidence"].Items())
                CheckLine(line);
        }
    }

    internal static void CheckClaims(PackNode list, HashSet<string> claims)
    {
        foreach (var claim in list.Items())
        {
            if (!claims.Contains(claim.Text()))
                throw claim.Off($"no claim of this story has the id {Shown(claim.Text())}");
        }
    }

    void CheckLine(PackNode line)
    {
        var report = Known(_reports, line["report"], "report of this story");
        if (line["in"].TextOrNull() is { } part)
            report.CheckOutside(line["range"], line["text"].Text(), part, line, tally);
        else
            report.CheckWords(line["range"], line["text"].Text(), line, tally);
    }

    internal static T Known<T>(Dictionary<string, T> known, PackNode node, string what)
    {
        var id = node.Text();
        return known.TryGetValue(id, out var found) ? found : throw node.Off($"no {what} has the id {Shown(id)}");
    }

    static void AddOnce(HashSet<string> ids, PackNode id)
    {
        if (!ids.Add(id.Text()))
            throw id.Off($"the id {Shown(id.Text())} is given twice");
    }

    internal static string Shown(string id) => $"“{VisibleText.Line(id, 60)}”";
}

sealed record PackSourceFacts(string Id, string Kind, IReadOnlyList<string> Names)
{
    public bool Named => !string.Equals(Kind, "unnamed", StringComparison.Ordinal);
}

/// <param name="Chain">Ids of sources, from the speaker outwards.</param>
sealed record PackStatementFacts(
    string Id, PackReportFacts Report, IReadOnlyList<TextRange> Content, bool Attribution, IReadOnlyList<string> Chain, string? Parent, string Quoted, string? Denies);

/// <param name="Passages">Pairs of ranges: in the descendant, in the ancestor.</param>
sealed record PackEdgeFacts(PackReportFacts From, PackReportFacts To, IReadOnlyList<(TextRange A, TextRange B)> Passages);
