using Stemma.Claims;
using Stemma.Timeline;

namespace Stemma.Evidence;

/// <summary>
/// A pack of one story cut down to what one report or one claim needs: what is left still holds together and verifies, because a
/// claim is kept only where all its statements are, and then its counts rest on nothing that was left out. A statement brings
/// along the one around it, the one it denies and those that deny it: no accusation goes out without its denial. Reports
/// between two kept ones in the copy history stay, as they tell which was first. Lines of copying are kept where both ends
/// are, sources where something kept names them. Cost: linear in the pack.
/// </summary>
public static class PackPart
{
    /// <summary>One report with all it says, those it has a line of copying with, and what these say in the same words; null where the pack has no such report.</summary>
    public static EvidencePack? OfReport(EvidencePack pack, string report)
    {
        var story = pack.Stories.FirstOrDefault(story => story.Reports.Contains(report, StringComparer.Ordinal));
        if (story is null)
            return null;
        var linked = story.Lineage.Where(edge => edge.From == report || edge.To == report).SelectMany(static edge => new[] { edge.From, edge.To }).Append(report).ToHashSet(StringComparer.Ordinal);
        var reportOf = story.Statements.ToDictionary(static statement => statement.Id, static statement => statement.Report, StringComparer.Ordinal);
        var claims = story.Claims.Where(claim => claim.Statements.Any(id => reportOf[id] == report) && claim.Statements.All(id => linked.Contains(reportOf[id]))).ToList();
        var own = story.Statements.Where(statement => statement.Report == report).Select(static statement => statement.Id);
        return Of(pack, story, [.. own, .. claims.SelectMany(static claim => claim.Statements)], claims, linked);
    }

    /// <summary>One claim and the reports it rests on; null where the pack has no such claim.</summary>
    public static EvidencePack? OfClaim(EvidencePack pack, string claim)
    {
        foreach (var story in pack.Stories)
        {
            if (story.Claims.FirstOrDefault(other => other.Id == claim) is { } found)
                return Of(pack, story, [.. found.Statements], [found], []);
        }
        return null;
    }

    static EvidencePack Of(EvidencePack pack, PackStory story, HashSet<string> said, List<PackClaim> claims, HashSet<string> named)
    {
        var statements = WithKin(story.Statements, said);
        var reports = Between(story, [.. named, .. statements.Select(static statement => statement.Report)]);
        var kept = pack.Reports.Where(report => reports.Contains(report.Id)).ToList();
        var lost = story.Lost.Where(lost => reports.Contains(lost.Testimony.Report)).ToList();
        var ends = reports.Concat(lost.Select(static lost => lost.Id)).Concat(story.Sources.Select(static source => source.Id)).ToHashSet(StringComparer.Ordinal);
        var lineage = story.Lineage.Where(edge => ends.Contains(edge.From) && ends.Contains(edge.To) && edge.Evidence.Lines.All(line => reports.Contains(line.Report))).ToList();
        var claimed = claims.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var part = story with
        {
            Reports = [.. story.Reports.Where(reports.Contains)],
            Why = story.Why.Where(why => reports.Contains(why.Key)).OrderBy(static why => why.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            Lineage = lineage,
            Lost = lost,
            Sources = Named(story, kept, statements, lineage),
            Statements = statements,
            Claims = claims,
            Findings = [.. story.Findings.Where(finding => finding.Statements.All(said.Contains) && finding.Claims.All(claimed.Contains))],
            Timeline = TimelineBuilder.Build(statements, claims),
            Places = story.Places?.Where(place => statements.Exists(statement => statement.Places.Any(mention => mention.Place == place.Id))).ToList(),
            Brief = [.. story.Brief.Where(sentence => sentence.Claims.All(claimed.Contains) && sentence.Evidence.All(line => reports.Contains(line.Report)))],
        };
        return pack with { Reports = kept, Stories = [part] };
    }

    /// <summary>These statements and, as long as there are more, the one around each, the one it denies, and those that deny it. Their ids are added.</summary>
    static List<PackStatement> WithKin(IReadOnlyList<PackStatement> statements, HashSet<string> said)
    {
        var byId = statements.ToDictionary(static statement => statement.Id, StringComparer.Ordinal);
        var denials = statements.Where(static statement => statement.Denies is not null).ToLookup(static statement => statement.Denies!, static statement => statement.Id, StringComparer.Ordinal);
        var open = new Stack<string>(said);
        while (open.TryPop(out var id))
        {
            foreach (var kin in denials[id].Append(byId[id].Parent).Append(byId[id].Denies).OfType<string>().Where(said.Add))
                open.Push(kin);
        }
        return [.. statements.Where(statement => said.Contains(statement.Id))];
    }

    /// <summary>These reports of the story, and those that lie between two of them in its copy history.</summary>
    static HashSet<string> Between(PackStory story, HashSet<string> named)
    {
        var order = new CopyOrder(story.Lineage);
        var above = story.Reports.Where(named.Contains).SelectMany(order.Above).ToHashSet(StringComparer.Ordinal);
        return [.. story.Reports.Where(report => named.Contains(report) || (above.Contains(report) && order.Above(report).Overlaps(named)))];
    }

    /// <summary>Sources that stand in a chain or at the end of a line of copying, and those by the name of an outlet, whose channel they are.</summary>
    static List<PackSource> Named(PackStory story, List<PackReport> reports, List<PackStatement> statements, List<PackEdge> lineage)
    {
        var ids = statements.SelectMany(static statement => statement.Chain).Select(static link => link.Source).Concat(lineage.Select(static edge => edge.To)).ToHashSet(StringComparer.Ordinal);
        var outlets = reports.SelectMany(static report => report.Agencies.Append(report.Outlet)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. story.Sources.Where(source => ids.Contains(source.Id) || source.Aliases.Append(source.Name).Any(outlets.Contains))
            .Select(source => source.RoleSaid is { } said && !reports.Exists(report => report.Id == said.Report) ? source with { RoleSaid = null } : source)];
    }
}
