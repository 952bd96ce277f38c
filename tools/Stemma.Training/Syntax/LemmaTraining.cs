using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>
/// Rules from words to dictionary forms: per tag and ending the rule that most different words follow, kept where it differs from
/// that of the shorter ending; then per word and tag what the texts show, kept where the endings would be wrong.
/// </summary>
static class LemmaTraining
{
    public static Lemmas Train(IEnumerable<ConlluSentence> sentences, Inventory inventory)
    {
        var seen = new SortedDictionary<(string Word, int Tag), Dictionary<LemmaRule, int>>();
        foreach (var word in sentences.SelectMany(static sentence => sentence.Words).Where(static word => word.Lemma != "_"))
        {
            var key = (word.Form.ToLowerInvariant(), inventory.TagIndex(word));
            if (!seen.TryGetValue(key, out var counts))
                seen.Add(key, counts = []);
            var rule = LemmaRule.Between(word.Form, word.Lemma);
            counts[rule] = counts.GetValueOrDefault(rule) + 1;
        }
        var best = seen.Select(static pair => (pair.Key.Word, pair.Key.Tag, Rule: Most(pair.Value), Times: pair.Value.Values.Sum())).ToList();
        var numbers = new Dictionary<LemmaRule, ushort>();
        ushort Number(LemmaRule rule)
        {
            if (!numbers.TryGetValue(rule, out var number))
                numbers.Add(rule, number = (ushort)numbers.Count);
            return number;
        }
        var byEnding = new Dictionary<ulong, ushort>();
        for (var length = 0; length <= Lemmas.EndingMax; length++)
        {
            var found = best.Where(item => item.Word.Length >= length && item.Tag >= 0).GroupBy(item => Lemmas.EndingKey(item.Word, length, item.Tag))
                .Select(static group => (group.Key, Rules: group.GroupBy(static item => item.Rule).Select(static rule => (Rule: rule.Key, Count: rule.Count())).OrderByDescending(static rule => rule.Count).ThenBy(static rule => rule.Rule.Ending, StringComparer.Ordinal).ThenBy(static rule => rule.Rule.Cut).First(), Words: group.First())).ToList();
            foreach (var (key, (rule, count), word) in found)
                if (length == 0 || (count >= 2 && Known(byEnding, word.Word, length - 1, word.Tag) is var shorter && (shorter is null || shorter != Number(rule))))
                    byEnding[key] = Number(rule);
        }
        var byWord = new Dictionary<ulong, ushort>();
        LemmaRule[] Numbered() => [.. numbers.OrderBy(static pair => pair.Value).Select(static pair => pair.Key)];
        var made = new Lemmas(Numbered(), [], byEnding);
        foreach (var (word, tag, rule, times) in best.Where(static item => item.Tag >= 0))
            if (made.Of(word, tag) != rule.Apply(word) || RuleOf(made, byEnding, word, tag) is { } general && general.Lower != rule.Lower && times > 1)
                byWord[Lemmas.FormKey(word, tag)] = Number(rule);
        return new Lemmas(Numbered(), byWord, byEnding);
    }

    static LemmaRule? RuleOf(Lemmas lemmas, Dictionary<ulong, ushort> byEnding, string word, int tag) =>
        Known(byEnding, word, Lemmas.EndingMax, tag) is { } number ? lemmas.Rules[number] : null;

    static ushort? Known(Dictionary<ulong, ushort> byEnding, string word, int length, int tag)
    {
        for (length = Math.Min(length, word.Length); length >= 0; length--)
            if (byEnding.TryGetValue(Lemmas.EndingKey(word, length, tag), out var rule))
                return rule;
        return null;
    }

    static LemmaRule Most(Dictionary<LemmaRule, int> counts) =>
        counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key.Ending, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Cut).ThenBy(static pair => pair.Key.Lower).First().Key;
}
