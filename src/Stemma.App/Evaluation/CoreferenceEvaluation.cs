using System.Globalization;
using System.Text.Json;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>A place of a text that names or means something, and which. Its head is what any right answer has to cover.</summary>
sealed record GoldMention(TextRange Range, TextRange Head, string Chain, bool Named);

sealed record ChainedText(string Id, string Text, string? Genre, IReadOnlyList<GoldMention> Mentions);

/// <summary>
/// Coreference of what has a name: gold chains of people, organisations and places of two mentions and more of which one at least
/// is a name, nouns and pronouns among them, against the chains of the document. A place found is the smallest gold mention that
/// contains it and whose head it covers; one that is in no gold mention at all counts as wrong.
/// </summary>
sealed class CoreferenceEvaluation
{
    public int Texts { get; private set; }

    /// <summary>Mentions of all kinds.</summary>
    public ChainMeasure All { get; } = new();

    /// <summary>Names alone, on both sides.</summary>
    public ChainMeasure Names { get; } = new();

    public void Add(ChainedText gold, IReadOnlyList<IReadOnlyList<TextRange>> chains)
    {
        Texts++;
        var next = gold.Mentions.Count;
        var named = gold.Mentions.Where(static mention => mention.Named).Select(static mention => mention.Chain).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        var found = new List<HashSet<int>>();
        foreach (var chain in chains)
            found.Add([.. chain.Select(place => MentionAt(gold, place) is >= 0 and var at && taken.Add(at) ? at : next++)]);
        var goldChains = gold.Mentions.Index().Where(mention => named.Contains(mention.Item.Chain)).GroupBy(static mention => mention.Item.Chain, static mention => mention.Index, StringComparer.Ordinal)
            .Select(static chain => chain.ToHashSet()).ToList();
        All.Add(Linked(found), Linked(goldChains));
        bool IsName(int mention) => mention >= gold.Mentions.Count || gold.Mentions[mention].Named;
        Names.Add(Linked(found.ConvertAll(chain => chain.Where(IsName).ToHashSet())), Linked(goldChains.ConvertAll(chain => chain.Where(IsName).ToHashSet())));
    }

    static List<HashSet<int>> Linked(List<HashSet<int>> chains) => chains.FindAll(static chain => chain.Count > 1);

    static int MentionAt(ChainedText gold, TextRange place)
    {
        var best = -1;
        for (var i = 0; i < gold.Mentions.Count; i++)
            if (gold.Mentions[i].Range.Contains(place) && place.Overlaps(gold.Mentions[i].Head) && (best < 0 || gold.Mentions[i].Range.Length < gold.Mentions[best].Range.Length))
                best = i;
        return best;
    }

    /// <summary>GUM: the least stretch of a mention is its head; what only says what somebody is (predicates, appositions) stays in its chain.</summary>
    public static IEnumerable<ChainedText> ReadGum(string path)
    {
        foreach (var line in CorpusFile.Objects(path))
        {
            var text = line.GetProperty("text").GetString()!;
            var units = CorpusFile.CodePointOffsets(text);
            var tokens = line.GetProperty("tokens").EnumerateArray().Select(token => new TextRange(units[token[0].GetInt32()], units[token[1].GetInt32()])).ToList();
            var mentions = new List<GoldMention>();
            foreach (var mention in line.GetProperty("mentions").EnumerateArray().Where(static mention => mention.GetProperty("type").GetString() is "person" or "organization" or "place"))
            {
                var (start, end) = (mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
                int[] least = [.. mention.GetProperty("minspan").GetString()!.Split(',').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
                var head = new TextRange(tokens[Math.Min(end, start + least[0]) - 1].Start, tokens[Math.Min(end, start + least[^1]) - 1].End);
                mentions.Add(new GoldMention(new TextRange(tokens[start].Start, tokens[end - 1].End), head, mention.GetProperty("cluster").GetString()!, mention.GetProperty("named").GetBoolean()));
            }
            yield return new ChainedText(line.GetProperty("id").GetString()!, text, line.GetProperty("genre").GetString(), mentions);
        }
    }

    /// <summary>MEANTIME: its first six sentences, which alone are annotated in full. No heads are given: the last word of a name is taken.</summary>
    public static IEnumerable<ChainedText> ReadMeantime(string path)
    {
        foreach (var line in CorpusFile.Objects(path))
        {
            var all = line.GetProperty("text").GetString()!;
            var units = CorpusFile.CodePointOffsets(all);
            var last = line.GetProperty("tokens").EnumerateArray().Last(static token => token.GetProperty("s").GetInt32() <= 5);
            var text = all[..units[last.GetProperty("end").GetInt32()]];
            var mentions = new List<GoldMention>();
            foreach (var mention in line.GetProperty("mentions").EnumerateArray())
                if (mention.GetProperty("kind").GetString() == "ENTITY_MENTION" && mention.TryGetProperty("ent_type", out var type) && type.GetString() is "PER" or "ORG" or "LOC"
                    && mention.TryGetProperty("instance", out var instance) && instance.ValueKind == JsonValueKind.String && units[mention.GetProperty("end").GetInt32()] <= text.Length)
                {
                    var range = new TextRange(units[mention.GetProperty("start").GetInt32()], units[mention.GetProperty("end").GetInt32()]);
                    mentions.Add(new GoldMention(range, new TextRange(range.End - 1, range.End), instance.GetString()!, mention.TryGetProperty("syntactic_type", out var form) && form.GetString() == "NAM"));
                }
            yield return new ChainedText(line.GetProperty("id").GetString()!, text, null, mentions);
        }
    }
}
