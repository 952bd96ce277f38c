using System.Text;
using Stemma.Evidence;

namespace Stemma.App.Output;

/// <summary>
/// One source and everything it is said to have said. Voices heard in more reports come first; unnamed ones come last and
/// are never put together with each other, even under the same words, unless the pack gives them one id.
/// </summary>
public sealed record Voice(PackSource? Source, string Name, IReadOnlyList<PackStatement> Statements, IReadOnlyList<StatementLine> Lines)
{
    public bool Named => Source is not null && !string.Equals(Source.Kind, "unnamed", StringComparison.Ordinal);

    public string Id => Source?.Id ?? "not-named";

    public static IReadOnlyList<Voice> Of(StoryView story) =>
    [
        .. story.Statements.Where(statement => statement.Attribution)
            .GroupBy(statement => story.Speaker(statement)?.Id ?? "", StringComparer.Ordinal)
            .Select(said => new Voice(story.Source(said.Key), Wording.NameOf(story.Source(said.Key)), [.. said], StatementLine.Of(said)))
            .OrderByDescending(voice => voice.Named)
            .ThenByDescending(voice => story.ReportsOf(voice.Statements).Count)
            .ThenByDescending(voice => voice.Statements.Count)
            .ThenBy(voice => voice.Name, StringComparer.Ordinal)
            .ThenBy(voice => voice.Id, StringComparer.Ordinal),
    ];
}

/// <summary>Statements of one source with the same words and stance, from one report or several: one line to read instead of many.</summary>
public sealed record StatementLine(IReadOnlyList<PackStatement> Statements)
{
    public PackStatement First => Statements[0];

    public double Confidence => Statements.Max(statement => statement.Confidence);

    public static IReadOnlyList<StatementLine> Of(IEnumerable<PackStatement> statements) =>
    [
        .. statements.GroupBy(statement => $"{Speaker(statement)}|{statement.Stance}|{statement.Quoted}|{statement.Polarity}|{Key(statement)}", StringComparer.Ordinal)
            .Select(same => new StatementLine([.. same])),
    ];

    static string Speaker(PackStatement statement) => statement.Attribution && statement.Chain.Count > 0 ? statement.Chain[0].Source : "";

    /// <summary>The words without case, punctuation and spacing.</summary>
    public static string Key(PackStatement statement)
    {
        var key = new StringBuilder();
        foreach (var part in statement.Content)
        {
            foreach (var c in part.Text)
            {
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                    key.Append(char.ToLowerInvariant(c));
                else if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            key.Append(' ');
        }
        return key.ToString().Trim();
    }
}

/// <summary>A quotation that several reports give, with each reading of it and the reports that have that reading.</summary>
public sealed record QuotationSet(string Speaker, string? ClaimId, IReadOnlyList<StatementLine> Readings)
{
    /// <summary>True where another reading has these words and more: a shorter quotation, not a different one.</summary>
    public bool IsPart(StatementLine reading) => Readings.Any(other => other != reading
        && StatementLine.Key(other.First) is var longer && StatementLine.Key(reading.First) is var words
        && longer.Length > words.Length && longer.Contains(words, StringComparison.Ordinal));

    /// <summary>Readings that cannot all be word for word.</summary>
    public int Different => Readings.Count(reading => !IsPart(reading));

    /// <summary>Quotations of one claim or one variant finding that stand in at least two reports, in the order of their speakers.</summary>
    public static IReadOnlyList<QuotationSet> Of(StoryView story)
    {
        // Claims first; a variant then joins the quotation it is a variant of.
        var sets = new List<(string Speaker, string? Claim, List<PackStatement> Said)>();
        var setOf = new Dictionary<string, int>(StringComparer.Ordinal);
        // A variant first, with all reports of its claims, so that no claim repeats one of its readings.
        var groups = story.Story.Findings.Where(finding => string.Equals(finding.Kind, "variant", StringComparison.Ordinal))
            .Select(finding => (Claim: (string?)null, Statements: (IReadOnlyList<string>)[.. finding.Statements.Concat(finding.Claims.SelectMany(claim => story.Claim(claim)?.Statements ?? [])).Distinct(StringComparer.Ordinal)]))
            .Concat(story.Story.Claims.Select(claim => (Claim: (string?)claim.Id, claim.Statements)));
        foreach (var (claim, ids) in groups)
        {
            var quoted = ids.Select(story.Statement).OfType<PackStatement>().Where(statement => statement.Attribution && statement.Quoted is "direct" or "mixed");
            foreach (var bySpeaker in quoted.GroupBy(statement => story.Speaker(statement)?.Id ?? statement.Id, StringComparer.Ordinal))
            {
                if (bySpeaker.Select(statement => statement.Report).Distinct(StringComparer.Ordinal).Count() < 2)
                    continue;
                var known = bySpeaker.Select(statement => setOf.GetValueOrDefault(statement.Id, -1)).Max();
                if (known < 0)
                {
                    known = sets.Count;
                    sets.Add((story.SpeakerName(bySpeaker.First()), claim, []));
                }
                sets[known].Said.AddRange(bySpeaker.Where(statement => setOf.TryAdd(statement.Id, known)));
            }
        }
        var order = story.Voices.Select((voice, i) => (voice.Name, i)).GroupBy(item => item.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().i, StringComparer.Ordinal);
        return [.. sets.Select((set, i) => (Set: new QuotationSet(set.Speaker, set.Claim, StatementLine.Of(set.Said.OrderBy(statement => story.Report(statement.Report)?.Number))), i))
            .OrderBy(item => order.GetValueOrDefault(item.Set.Speaker, int.MaxValue)).ThenBy(item => item.i).Select(item => item.Set)];
    }
}
