using System.Text.Json;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.App.Evaluation;

/// <summary>
/// Whether two places in two reports of one story that cite somebody are taken for the same source, on pairs of the story corpus that
/// were labelled by hand for this (same-sources.jsonl: drawn by a seed, half from what was joined then and half from what was not but
/// shares a word, every second one for tuning, the others for the figures; ids, ranges and verdicts, no text).
/// A pair of which a place is not read as a source now is counted apart.
/// </summary>
sealed class SourceEvaluation
{
    readonly record struct Place(string Id, TextRange Range);

    /// <summary>Verdicts by half, "tuning" or "reported".</summary>
    public SortedDictionary<string, Scores> Halves { get; } = new(StringComparer.Ordinal);

    public int NotFound { get; private set; }

    /// <summary>Pairs that were taken for one and are not, and the other way round.</summary>
    public List<string> Wrong { get; } = [];

    public static string PathOf(string corpora) => Path.Combine(corpora, "stories", "newscluster.jsonl.gz");

    public void Run(string corpora)
    {
        var labels = Labels().ToLookup(static label => label.Story, StringComparer.Ordinal);
        var texts = new SortedDictionary<string, List<Report>>(StringComparer.Ordinal);
        foreach (var line in CorpusFile.Objects(PathOf(corpora)))
            if (line.GetProperty("story").GetString() is { } story && labels.Contains(story) && line.GetProperty("text").GetString() is { Length: > 0 } text)
            {
                if (!texts.TryGetValue(story, out var reports))
                    texts[story] = reports = [];
                string? Field(string name) => line.GetProperty(name).ValueKind == JsonValueKind.String ? line.GetProperty(name).GetString() : null;
                reports.Add(ReportReader.Read(new ReportFields(Field("id"), Field("title"), Field("published"), Field("source"), null, Field("url")), text));
            }
        foreach (var (story, reports) in texts)
            Judge(Read(story, reports), labels[story]);
    }

    static (PackStory Story, Dictionary<string, string> Ids) Read(string name, List<Report> all)
    {
        var reports = all.DistinctBy(static report => report.Id, StringComparer.Ordinal).ToList();
        var documents = new Document[reports.Count];
        Parallel.For(0, reports.Count, i => documents[i] = Analyzer.Analyze(reports[i].Text, [.. reports[i].Furniture.Select(static line => line.Range)]));
        var story = new Story("", name, [.. Enumerable.Range(0, reports.Count)], [.. reports.Select(static _ => "")]);
        return (StoryAnalysis.Run(story, reports, documents, []), reports.Where(static report => report.InputId is not null).ToDictionary(static report => report.InputId!, static report => report.Id, StringComparer.Ordinal));
    }

    void Judge((PackStory Story, Dictionary<string, string> Ids) read, IEnumerable<(string Story, Place A, Place B, bool Same, string Half)> labels)
    {
        var names = read.Story.Sources.ToDictionary(static source => source.Id, static source => source.Name, StringComparer.Ordinal);
        foreach (var (_, a, b, same, half) in labels)
        {
            var (left, right) = (SourceAt(read.Story, read.Ids.GetValueOrDefault(a.Id), a.Range), SourceAt(read.Story, read.Ids.GetValueOrDefault(b.Id), b.Range));
            if (left is null || right is null)
            {
                NotFound++;
                continue;
            }
            var joined = left == right;
            Halves[half] = Halves.GetValueOrDefault(half).Add(joined ? 1 : 0, same ? 1 : 0, joined && same ? 1 : 0);
            if (joined != same && half == "tuning")
                Wrong.Add($"{(joined ? "taken for one" : "not put together")}: {names[left]} | {names[right]}");
        }
    }

    /// <summary>Who is cited at this place: the speaker of the statement whose own source lies there.</summary>
    static string? SourceAt(PackStory story, string? report, TextRange range) =>
        story.Statements.FirstOrDefault(statement => statement.Report == report && statement.Chain[0].Range is { } cited && cited.Start < range.End && range.Start < cited.End)?.Chain[0].Source;

    static IEnumerable<(string Story, Place A, Place B, bool Same, string Half)> Labels()
    {
        foreach (var (number, label) in CorpusFile.Labels("same-sources.jsonl").Index())
        {
            static Place At(JsonElement place) => new(place.GetProperty("id").GetString()!, new TextRange(place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32()));
            yield return (label.GetProperty("story").GetString()!, At(label.GetProperty("a")), At(label.GetProperty("b")), label.GetProperty("same").GetBoolean(), number % 2 == 0 ? "tuning" : "reported");
        }
    }
}
