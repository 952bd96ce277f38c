using System.Globalization;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>
/// Scores attributions against PolNeAR. Tokens are maximal runs of letters and digits; a part is its set of tokens.
/// Exact: the same set, per document and role, repeats counted once. Overlap: per document and role, the union of the
/// tokens of all parts found against the union of all gold ones. Triple: the same three sets. Only outermost attributions
/// count, since PolNeAR has no nesting. Cost: one analysis per document.
/// </summary>
sealed class AttributionEvaluation
{
    static readonly string[] Roles = ["source", "cue", "content"];

    readonly Scores[] exact = new Scores[3];
    readonly Scores[] overlap = new Scores[3];
    readonly SortedDictionary<double, (int Right, int All)> byConfidence = [];
    Scores triple;

    public int Documents { get; private set; }

    public long Characters { get; private set; }

    public void Add(GoldDocument gold, Document document)
    {
        Documents++;
        Characters += gold.Text.Length;
        var tokens = Tokens(gold.Text);
        var found = document.Attributions.Where(attribution => attribution.Parent < 0)
            .Select(attribution => new GoldAttribution(attribution.Source, attribution.Cue, attribution.Content)).ToList();
        for (var role = 0; role < 3; role++)
        {
            var foundSets = Sets(found, role, tokens);
            var goldSets = Sets(gold.Attributions, role, tokens);
            exact[role] = exact[role].Add(foundSets.Count, goldSets.Count, foundSets.Intersect(goldSets, StringComparer.Ordinal).Count());
            var foundTokens = Union(found, role, tokens);
            var goldTokens = Union(gold.Attributions, role, tokens);
            overlap[role] = overlap[role].Add(foundTokens.Count, goldTokens.Count, foundTokens.Intersect(goldTokens).Count());
        }
        foreach (var attribution in document.Attributions.Where(static attribution => attribution.Parent < 0))
        {
            var stated = Math.Round(attribution.Confidence, 1);
            var (right, all) = byConfidence.GetValueOrDefault(stated);
            byConfidence[stated] = (right + (IsRight(attribution, gold.Attributions, tokens) ? 1 : 0), all + 1);
        }
        var foundTriples = Triples(found, tokens);
        var goldTriples = Triples(gold.Attributions, tokens);
        triple = triple.Add(foundTriples.Count, goldTriples.Count, foundTriples.Intersect(goldTriples, StringComparer.Ordinal).Count());
    }

    /// <summary>Every figure by its name, in a fixed order: what floors are held against.</summary>
    public IEnumerable<(string Name, Scores Scores)> Figures()
    {
        for (var role = 0; role < 3; role++)
            yield return ($"{Roles[role]} overlap", overlap[role]);
        for (var role = 0; role < 3; role++)
            yield return ($"{Roles[role]} exact", exact[role]);
        yield return ("triple exact", triple);
    }

    /// <summary>For each confidence stated, to one place: how many attributions had it, and how many of them were right in all three parts.</summary>
    public IEnumerable<(double Stated, int Right, int All)> Calibration() => byConfidence.Select(static pair => (pair.Key, pair.Value.Right, pair.Value.All));

    /// <summary>Right enough to act on: one gold attribution shares at least half of the tokens of each part (by Jaccard), or lacks the source as well.</summary>
    static bool IsRight(Attribution found, GoldAttribution[] gold, List<TextRange> tokens) => gold.Any(one =>
        Jaccard(found.Cue, one.Cue, tokens) > 0 && Jaccard(found.Content, one.Content, tokens) >= 0.5
        && (found.Source.Length == 0 && one.Source.Length == 0 || Jaccard(found.Source, one.Source, tokens) >= 0.5));

    static double Jaccard(TextRange[] a, TextRange[] b, List<TextRange> tokens)
    {
        var left = a.SelectMany(range => In(range, tokens)).ToHashSet();
        var right = b.SelectMany(range => In(range, tokens)).ToHashSet();
        var shared = left.Count(right.Contains);
        return left.Count + right.Count == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    static TextRange[] Part(GoldAttribution attribution, int role) => role switch { 0 => attribution.Source, 1 => attribution.Cue, _ => attribution.Content };

    static HashSet<string> Sets(IEnumerable<GoldAttribution> attributions, int role, List<TextRange> tokens) =>
        [.. attributions.Select(attribution => Key(Part(attribution, role), tokens)).Where(static key => key.Length > 0)];

    static HashSet<string> Triples(IEnumerable<GoldAttribution> attributions, List<TextRange> tokens) =>
        [.. attributions.Select(attribution => string.Join('|', Key(attribution.Source, tokens), Key(attribution.Cue, tokens), Key(attribution.Content, tokens)))];

    static HashSet<int> Union(IEnumerable<GoldAttribution> attributions, int role, List<TextRange> tokens) =>
        [.. attributions.SelectMany(attribution => Part(attribution, role).SelectMany(range => In(range, tokens)))];

    static string Key(TextRange[] ranges, List<TextRange> tokens) =>
        string.Join(',', ranges.SelectMany(range => In(range, tokens)).Distinct().Order().Select(static token => token.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Indices of the tokens that begin inside the range.</summary>
    static IEnumerable<int> In(TextRange range, List<TextRange> tokens)
    {
        var i = tokens.BinarySearch(new TextRange(range.Start, range.Start));
        for (i = i < 0 ? ~i : i; i < tokens.Count && tokens[i].Start < range.End; i++)
            yield return i;
    }

    static List<TextRange> Tokens(string text)
    {
        var tokens = new List<TextRange>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > i)
                tokens.Add(new TextRange(i, end));
            i = Math.Max(end, i + 1);
        }
        return tokens;
    }
}
