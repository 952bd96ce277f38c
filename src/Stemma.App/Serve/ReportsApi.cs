using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Archive;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Lineage;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <param name="Report">With its text and what is set apart in it.</param>
/// <param name="Seen">When it arrived, in UTC.</param>
/// <param name="Story">The story it belongs to; null while the desk has not placed it yet.</param>
/// <param name="Statements">What is said in it.</param>
/// <param name="Lineage">Its lines of copying, from it and to it.</param>
sealed record ReportAnswer(PackReport Report, DateTimeOffset Seen, string? Story, IReadOnlyList<PackStatement> Statements, IReadOnlyList<PackEdge> Lineage);

/// <summary>A place in both reports.</summary>
/// <param name="Text">The words as report A has them.</param>
/// <param name="Same">The words are the same in both, up to case and punctuation.</param>
sealed record SharedPart(PackSpot A, PackSpot B, string Text, bool Same);

/// <param name="Kind">revises, reprints or excerpts; null where nothing in the words shows that one was made from the other.</param>
/// <param name="Later">Id of the one taken as made from the other; null where nothing tells.</param>
/// <param name="ContainmentA">Share of A's words that stand in B, 0 to 1.</param>
/// <param name="Passages">Runs of the same words.</param>
/// <param name="Sentences">Sentences that belong together, the edited ones among them.</param>
sealed record ComparisonAnswer(
    string A, string B, string? Kind, string? Later, double ContainmentA, double ContainmentB, double Confidence, string Why,
    IReadOnlyList<SharedPart> Passages, IReadOnlyList<SharedPart> Sentences);

/// <summary>Reports one by one, two against each other, and taken out.</summary>
static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        ImportApi.Map(reports);
        reports.MapGet("{id}", One).WithSummary("A report with its text, its statements and its lines of copying").ProducesProblem(404).ProducesProblem(410);
        reports.MapGet("{id}/pack", Pack).WithSummary("A report and those it shares copied text with, as an evidence pack that “stemma verify” accepts").ProducesPack().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        reports.MapGet("{a}/compare/{b}", Compare).WithSummary("What one report has from another").ProducesProblem(404).ProducesProblem(410);
        reports.MapDelete("{id}", Remove).WithSummary("Removes a report's text everywhere and leaves a note that it was removed, by whom and why").ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
    }

    static Results<TaggedJson<ReportAnswer>, ProblemHttpResult> One(string id, Store store)
    {
        if (store.FindReport(id) is not { } stored)
            return Answer.NoReport(store, id);
        var (pack, story) = PackOf(store, stored);
        return new TaggedJson<ReportAnswer>(new(
            pack.Reports.First(report => report.Id == id), stored.Seen, story,
            [.. pack.Stories[0].Statements.Where(statement => statement.Report == id)],
            [.. pack.Stories[0].Lineage.Where(edge => edge.From == id || edge.To == id)]));
    }

    /// <summary>The story it is kept in, else the report by itself.</summary>
    static (EvidencePack Pack, string? Story) PackOf(Store store, StoredReport stored) =>
        store.StoryOfReport(stored.Report.Id) is { } story && store.FindStory(story) is { } pack ? (pack, story) : (PackBuilder.Build([stored.Report], ProgramVersion.Text), null);

    static IResult Pack(string id, Store store, [Description(PackRoutes.ExcerptsHelp)] string? excerpts = null) =>
        store.FindReport(id) is { } stored && PackPart.OfReport(PackOf(store, stored).Pack, id) is { } part ? PackAnswer.Of(part, id, excerpts) : Answer.NoReport(store, id);

    static Results<TaggedJson<ComparisonAnswer>, ProblemHttpResult> Compare(string a, string b, Store store)
    {
        if (store.FindReport(a)?.Report is not { } one)
            return Answer.NoReport(store, a);
        if (store.FindReport(b)?.Report is not { } other)
            return Answer.NoReport(store, b);
        var found = PairComparison.Compare(one, one.Outlined(), other, other.Outlined());
        return new TaggedJson<ComparisonAnswer>(new(
            a, b, found.Kind?.ToString().ToLowerInvariant(), found.LaterId, Math.Round(found.ContainmentA, 4), Math.Round(found.ContainmentB, 4), Math.Round(found.Confidence, 4), found.Why,
            [.. found.Passages.Select(passage => Part(one, passage.A, passage.B, same: true))],
            [.. found.Sentences.Select(pair => Part(one, pair.A, pair.B, pair.Identical))]));
    }

    static SharedPart Part(Report a, TextRange rangeA, TextRange rangeB, bool same) =>
        new(new PackSpot(rangeA.Start, rangeA.End), new PackSpot(rangeB.Start, rangeB.End), rangeA.Of(a.Text), same);

    static Results<NoContent, ProblemHttpResult> Remove(string id, Store store, Desk desk, [Description("Who removes it.")] string? by = null, [Description("Why: it is said to whoever asks for the report later.")] string? reason = null)
    {
        if ((Answer.Unwritten("by", by, DecisionsApi.NameMax) ?? Answer.Unwritten("reason", reason, DecisionsApi.TextMax)) is { } problem)
            return problem;
        if (!desk.Remove(id, by!, reason!))
            return Answer.NoReport(store, id);
        return TypedResults.NoContent();
    }
}
