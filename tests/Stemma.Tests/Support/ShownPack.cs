using System.Globalization;
using System.Text;
using Stemma.Evidence;

namespace Stemma.Tests.Support;

/// <summary>
/// A pack in lines a person can read and compare: what golden files hold of it. Reports go by the name of their file,
/// sources by their name; ids and hashes are left to the verifier.
/// </summary>
static class ShownPack
{
    const int WordsMax = 160;

    public static string Of(EvidencePack pack)
    {
        var written = new StringBuilder();
        var names = pack.Reports.ToDictionary(report => report.Id, report => Path.GetFileNameWithoutExtension(report.Path ?? report.Id), StringComparer.Ordinal);
        Line(written, $"{pack.Format}, as of {pack.AsOf}");
        foreach (var report in pack.Reports)
        {
            Line(written, $"report {names[report.Id]}: {report.Outlet ?? "no outlet"}, {report.Published ?? "no date"} ({report.PublishedBasis}), credits {string.Join(" + ", report.Agencies)}");
            foreach (var advisory in report.Advisories)
                Line(written, $"  {advisory.Kind}: {Short(advisory.Range.Text)}");
            foreach (var furniture in report.Furniture)
                Line(written, $"  set apart, {furniture.Kind}: {Short(furniture.Range.Text)}");
        }
        foreach (var story in pack.Stories)
            Add(written, story, names);
        return written.ToString();
    }

    static void Add(StringBuilder written, PackStory story, Dictionary<string, string> names)
    {
        Line(written, $"\nstory: {story.Title}");
        foreach (var (report, why) in story.Why.OrderBy(pair => names[pair.Key], StringComparer.Ordinal))
            Line(written, $"  {names[report]}: {why}");
        var sources = story.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        string Named(string id) => names.GetValueOrDefault(id) ?? sources.GetValueOrDefault(id)?.Name ?? (story.Lost.Any(lost => lost.Id == id) ? "a lost report" : id);
        Line(written, "\nlineage");
        foreach (var edge in story.Lineage)
            Line(written, Invariant($"  {Named(edge.From)} {edge.Kind} {Named(edge.To)}, {edge.Evidence.Containment:0.00} of it in {edge.Evidence.Passages.Count} passages and {edge.Evidence.Lines.Count} lines, confidence {edge.Confidence:0.00}: {edge.Why}"));
        foreach (var lost in story.Lost)
            Line(written, $"  lost: {Short(lost.Testimony.Text)}");
        Line(written, "\nsources");
        foreach (var source in story.Sources.OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Role, StringComparer.Ordinal).ThenBy(source => source.Id, StringComparer.Ordinal))
            Line(written, $"  {source.Name}, {source.Kind}{(source.Role is { } role ? ", " + role : "")}{(source.Aliases.Count > 0 ? " = " + string.Join(" = ", source.Aliases) : "")}");
        Line(written, "\nstatements");
        foreach (var statement in story.Statements)
            Line(written, Invariant($"  {names[statement.Report]} | {string.Join(" < ", statement.Chain.Select(link => Named(link.Source)))} | {statement.Stance} {statement.Polarity} {statement.Quoted}{(statement.Parent is null ? "" : " inner")}{(statement.Denies is null ? "" : " answers")}{(statement.When is { } when ? $" {when.Start}/{when.Precision}{(when.Known is "context" ? "?" : "")}" : "")}{(statement.Future ? " future" : "")}{string.Concat(statement.Places.Select(place => " @" + place.Range.Text))} {statement.Confidence:0.00} | {Words(statement)}"));
        Line(written, "\nclaims");
        foreach (var claim in story.Claims)
        {
            var behind = story.Statements.Where(statement => claim.Statements.Contains(statement.Id, StringComparer.Ordinal)).Select(statement => names[statement.Report]);
            Line(written, $"  {Short(claim.Text)} | {string.Join(" + ", behind)} | {claim.Reports} reports, {claim.Outlets} outlets, {claim.Channels} channels, {claim.Origins} origins, {claim.NotStated} not stated, {claim.Standing}{(claim.Disputed ? ", disputed" : "")} | {claim.Why}");
        }
        Line(written, "\ntimeline");
        foreach (var entry in story.Timeline)
            Line(written, $"  {entry.When.Start}{(entry.When.End == entry.When.Start ? "" : " to " + entry.When.End)} ({entry.When.Precision}){(entry.Future ? " future" : "")}: {Short(entry.Text)}");
        Line(written, "\nfindings");
        foreach (var finding in story.Findings)
            Line(written, $"  {finding.Kind}: {finding.Text} | {finding.Why}");
    }

    static string Words(PackStatement statement) => Short(string.Join(" … ", statement.Content.Select(range => range.Text)));

    static string Short(string text) => VisibleText.Line(text, WordsMax);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static void Line(StringBuilder written, string line) => written.Append(line).Append('\n');
}
