using Stemma.Claims;
using Stemma.Evidence;
using Stemma.Findings;
using Stemma.Language;
using Stemma.Lineage;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Sources;
using Stemma.Stories;
using Stemma.Timeline;

namespace Stemma;

/// <summary>
/// Everything Stemma says of one story, in order: dates, copy history, sources, statements, claims, places, timeline, findings. Pure:
/// the same reports give the same story, whatever order they came in. The brief is still empty.
/// </summary>
public static class StoryAnalysis
{
    /// <param name="story">The reports that belong together, as indices into <paramref name="reports"/>.</param>
    /// <param name="reports">All reports, their dates inferred where they had none.</param>
    /// <param name="ownDocuments">The documents of the story's reports, in the order of <see cref="Story.Reports"/>.</param>
    /// <param name="rulings">What editors ruled; those about sources count here.</param>
    public static PackStory Run(Story story, IReadOnlyList<Report> reports, IReadOnlyList<Document> ownDocuments, IReadOnlyList<Ruling> rulings)
    {
        var own = story.Reports.Select(member => reports[member]).ToList();
        var byId = own.ToDictionary(static report => report.Id, StringComparer.Ordinal);

        var lineage = LineageTracer.Trace(own, ownDocuments);

        var registry = new SourceRegistry(new SourceRulings(rulings), own.Count > 0 ? own[0].Publishers : Publishers.Shipped);
        for (var i = 0; i < own.Count; i++)
            foreach (var speaker in StatementReader.Speakers(own[i], ownDocuments[i]))
                registry.Add(own[i], speaker);
        // A credited agency is a source too: the credits edge points to it.
        foreach (var report in own)
            foreach (var agency in report.CreditedAgencies)
                registry.Add(report, EdgeBuilder.Credited(agency));
        var sources = registry.All();
        var edges = EdgeBuilder.Build(lineage, byId, registry);

        var places = new StoryPlaces(ownDocuments);
        var statements = own.Zip(ownDocuments, (report, document) => StatementReader.Read(report, document, registry, places)).SelectMany(static found => found).ToList();
        var claims = ClaimAligner.Align(statements, new Origins(byId, sources, edges), new CopyOrder(edges), byId);
        var sourceOf = sources.ToDictionary(static source => source.Id, StringComparer.Ordinal);
        var timeline = TimelineBuilder.Build(statements, claims);
        var findings = VariantFinder.Find(statements, claims, sourceOf).ToList();

        return new PackStory(
            story.Id, [], story.Title, [.. own.Select(static report => report.Id)], WhyOf(story, own), edges, EdgeBuilder.Lost(lineage), sources, statements, claims, findings, timeline, [], places.Named);
    }

    static SortedDictionary<string, string> WhyOf(Story story, List<Report> reports)
    {
        var why = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++)
            why[reports[i].Id] = story.Why[i];
        return why;
    }
}
