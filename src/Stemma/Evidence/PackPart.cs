namespace Stemma.Evidence;

/// <summary>
/// A pack of one story cut down to some of its reports: what is left still holds together and verifies, because a claim is
/// kept only where all its statements are, and then its counts rest on nothing that was left out. Lines of copying are kept
/// where both ends are. Cost: linear in the pack.
/// </summary>
public static class PackPart
{
    /// <summary>One report, and those it has a line of copying with; null where the pack has no such report.</summary>
    public static EvidencePack? OfReport(EvidencePack pack, string report)
    {
        var story = pack.Stories.FirstOrDefault(story => story.Reports.Contains(report, StringComparer.Ordinal));
        if (story is null)
            return null;
        var linked = story.Lineage.Where(edge => edge.From == report || edge.To == report).SelectMany(static edge => new[] { edge.From, edge.To });
        return Of(pack, story, [report, .. linked]);
    }

    /// <summary>The reports one claim rests on; null where the pack has no such claim.</summary>
    public static EvidencePack? OfClaim(EvidencePack pack, string claim)
    {
        foreach (var story in pack.Stories)
        {
            if (story.Claims.FirstOrDefault(other => other.Id == claim) is not { } found)
                continue;
            var statements = found.Statements.ToHashSet(StringComparer.Ordinal);
            return Of(pack, story, [.. story.Statements.Where(statement => statements.Contains(statement.Id)).Select(static statement => statement.Report)], claim);
        }
        return null;
    }

    static EvidencePack Of(EvidencePack pack, PackStory story, HashSet<string> named, string? onlyClaim = null)
    {
        var reports = story.Reports.Where(named.Contains).ToHashSet(StringComparer.Ordinal);
        var lost = story.Lost.Where(lost => reports.Contains(lost.Testimony.Report)).ToList();
        var ends = reports.Concat(lost.Select(static lost => lost.Id)).Concat(story.Sources.Select(static source => source.Id)).ToHashSet(StringComparer.Ordinal);
        var statements = story.Statements.Where(statement => reports.Contains(statement.Report)).ToList();
        var said = statements.Select(static statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        var claims = story.Claims.Where(claim => (onlyClaim is null || claim.Id == onlyClaim) && claim.Statements.All(said.Contains)).ToList();
        var claimed = claims.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var part = story with
        {
            Reports = [.. story.Reports.Where(reports.Contains)],
            Why = story.Why.Where(why => reports.Contains(why.Key)).OrderBy(static why => why.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            Lineage = [.. story.Lineage.Where(edge => ends.Contains(edge.From) && ends.Contains(edge.To) && edge.Evidence.Lines.All(line => reports.Contains(line.Report)))],
            Lost = lost,
            Statements = [.. statements.Select(statement => statement.Denies is { } denied && !said.Contains(denied) ? statement with { Denies = null } : statement)],
            Claims = claims,
            Findings = [.. story.Findings.Where(finding => finding.Statements.All(said.Contains) && finding.Claims.All(claimed.Contains))],
            Timeline = [.. story.Timeline.Where(entry => entry.Claims.All(claimed.Contains))],
            Brief = [.. story.Brief.Where(sentence => sentence.Claims.All(claimed.Contains) && sentence.Evidence.All(line => reports.Contains(line.Report)))],
        };
        return pack with { Reports = [.. pack.Reports.Where(report => reports.Contains(report.Id))], Stories = [part] };
    }
}
