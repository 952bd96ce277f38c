using System.Globalization;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Evidence;

/// <summary>
/// Checks an evidence pack again from its JSON alone: every hash, every range against its report's text, every reference,
/// every share of copied words and every count of every claim, by the definitions in docs/decisions/0004-evidence-pack.md.
/// It reads the document itself and none of Stemma's records or results, so a fault in those cannot hide here. The first
/// thing that does not hold ends it. Cost: linear in the pack, except that each claim is compared along the edges between
/// its own reports. It cannot tell whether a report was published as given: it checks the pack against itself.
/// </summary>
public static class PackVerifier
{
    const string FormatName = "stemma-pack/";

    public static PackVerdict Verify(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = PackJson.DepthMax, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new(PackOutcome.Unreadable, "Not an evidence pack: the file does not hold a JSON object.");
            return Check(new PackNode(document.RootElement));
        }
        catch (JsonException broken)
        {
            return new(PackOutcome.Unreadable, PackJson.Reason(broken));
        }
        catch (PackFault fault)
        {
            return new(PackOutcome.Broken, fault.Message);
        }
    }

    static PackVerdict Check(PackNode pack)
    {
        var format = pack["format"].Text();
        if (!string.Equals(format, EvidencePack.CurrentFormat, StringComparison.Ordinal))
        {
            if (!format.StartsWith(FormatName, StringComparison.Ordinal))
                throw pack["format"].Off($"“{EvidencePack.CurrentFormat}” was expected, found “{VisibleText.Line(format, 60)}”");
            return new(PackOutcome.Unreadable, $"This pack is of format “{VisibleText.Line(format, 60)}”; this program can check {EvidencePack.CurrentFormat} only.");
        }
        pack["tool"]["version"].Text();
        var excerptsOnly = !pack["excerptsOnly"].IsNull && pack["excerptsOnly"].Flag();
        var tally = new PackTally { ExcerptsOnly = excerptsOnly };
        var excerpts = excerptsOnly ? PackExcerpts.Texts(pack) : null;
        var reports = new Dictionary<string, PackReportFacts>(StringComparer.Ordinal);
        foreach (var node in pack["reports"].Items())
        {
            var report = ReadReport(node, excerpts?[node["id"].Text()], tally);
            if (!reports.TryAdd(report.Id, report))
                throw node["id"].Off($"the id {report.Id} is given twice");
        }
        var stories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in pack["stories"].Items())
        {
            if (!stories.Add(node["id"].Text()))
                throw node["id"].Off($"the id {node["id"].Text()} is given twice");
            new PackStoryCheck(node, reports, tally).Run();
        }
        return new(PackOutcome.Holds, tally.Sentence(reports.Count, stories.Count));
    }

    /// <param name="excerpts">What is known of the text, where the pack leaves texts out.</param>
    static PackReportFacts ReadReport(PackNode node, string? excerpts, PackTally tally)
    {
        var text = excerpts ?? node["text"].Text();
        var stated = node["textSha256"].Text();
        if (excerpts is not null && node["text"].Text().Length > 0)
            throw node["text"].Off("the pack says that it leaves the texts out, and here is one");
        if (excerpts is null && ContentId.Sha256(text) is var actual && !string.Equals(stated, actual, StringComparison.Ordinal))
            throw node["textSha256"].Off($"the text’s SHA-256 is {actual}, the pack says {VisibleText.Line(stated, 80)}");
        var outlet = node["outlet"].TextOrNull() ?? node["agencies"].Items().Select(agency => agency.Text()).FirstOrDefault();
        var published = node["published"].TextOrNull();
        var report = new PackReportFacts(node["id"].Text(), text, outlet, node["family"].TextOrNull() ?? outlet, published,
            published is null ? DateTime.MaxValue : Instant(published) ?? throw node["published"].Off($"an ISO 8601 date or time was expected, found “{VisibleText.Line(published, 60)}”"))
        { Title = node["title"].TextOrNull(), Byline = node["byline"].TextOrNull() };
        foreach (var advisory in node["advisories"].Items())
            report.CheckRange(advisory["range"], tally);
        foreach (var part in node["furniture"].Items())
            report.Furniture.Add(report.CheckRange(part["range"], tally));
        if (node["titleAdvisory"] is { IsNull: false } slug)
            report.CheckOutside(slug["range"], slug["range"]["text"].Text(), "title", slug, tally);
        return report;
    }

    // For order only: the instant where an offset is known, else the time as it stands; a day counts from its midnight.
    static DateTime? Instant(string iso)
    {
        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        return DateTime.TryParseExact(iso, formats, CultureInfo.InvariantCulture, Style, out var at) ? at : null;
    }
}

public enum PackOutcome { Holds, Broken, Unreadable }

/// <param name="Message">One line: what was checked, or the first thing that does not hold and where.</param>
public sealed record PackVerdict(PackOutcome Outcome, string Message)
{
    /// <summary>0 when all holds, 1 when something does not, 2 when the file cannot be checked at all.</summary>
    public int ExitCode => (int)Outcome;
}

/// <summary>What has been checked so far.</summary>
sealed class PackTally
{
    /// <summary>The texts are left out: what lies between the ranges is not known.</summary>
    public bool ExcerptsOnly { get; init; }

    public int Ranges { get; set; }

    public int Passages { get; set; }

    public int Statements { get; set; }

    public int Claims { get; set; }

    public string Sentence(int reports, int stories) => ExcerptsOnly
        ? string.Create(CultureInfo.InvariantCulture,
            $"ok as far as excerpts show: {Of(stories, "story", "stories")}, {Of(Ranges, "range", "ranges")}, {Of(Statements, "statement", "statements")} and the counts of {Of(Claims, "claim", "claims")} hold among themselves; the texts of {Of(reports, "report", "reports")} are left out, so their hashes, the shares of copied words and the far sides of {Of(Passages, "passage", "passages")} were not checked")
        : string.Create(CultureInfo.InvariantCulture,
        $"ok: {Of(reports, "report hash", "report hashes")}, {Of(stories, "story", "stories")}, {Of(Ranges, "range", "ranges")}, {Of(Passages, "passage", "passages")}, {Of(Statements, "statement", "statements")} and the counts of {Of(Claims, "claim", "claims")} hold");

    static string Of(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
