using Stemma.Evidence;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Tests.Lineage;

namespace Stemma.Tests.Support;

/// <summary>One story of invented reports, put through everything, and what came out in words: what claims and findings are tested on.</summary>
sealed class Analysed
{
    readonly Dictionary<string, Report> reports;

    public Analysed(params (string Outlet, string Text)[] given)
    {
        Report[] made = [.. given.Select((one, i) => PlainDocument.Report(one.Text, one.Outlet, $"2031-03-0{i + 1}T09:00"))];
        reports = made.ToDictionary(report => report.Id, StringComparer.Ordinal);
        Document[] documents = [.. made.Select(report => Analyzer.Analyze(report.Text))];
        Story = StoryAnalysis.Run(new Story("s0", "Invented", [.. Enumerable.Range(0, made.Length)], [.. made.Select(_ => "It is given.")]), made, documents, []);
    }

    public PackStory Story { get; }

    /// <summary>The reports as the pack has them, as far as pages ask.</summary>
    public IEnumerable<PackReport> PackReports => reports.Values.Select(report => new PackReport(
        report.Id, null, null, null, report.TextSha256, null, report.Title, report.Text, "en", report.Outlet, null, null, [], report.Published.ToIso(), null, "metadata", null, [], []));

    /// <summary>Each claim as "words: outlets joined by plus, origins, standing".</summary>
    public IEnumerable<string> Claims => Story.Claims.Select(claim =>
        $"{claim.Text}: {string.Join('+', claim.Statements.Select(id => reports[Statement(id).Report].Outlet).Order(StringComparer.Ordinal))}, {claim.Origins} origins, {claim.Standing}");

    public PackSource SourceOf(PackStatement statement) => Story.Sources.Single(source => source.Id == statement.Chain[0].Source);

    PackStatement Statement(string id) => Story.Statements.Single(statement => statement.Id == id);
}
