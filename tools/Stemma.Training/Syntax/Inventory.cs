using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>The tags ("UPOS|XPOS") and relations that are learned: those seen often enough, most frequent first, ties in ordinal order.</summary>
sealed class Inventory
{
    const int TimesMin = 5;

    public Inventory(IEnumerable<ConlluSentence> sentences)
    {
        var words = sentences.SelectMany(static sentence => sentence.Words).ToList();
        Tags = Frequent(words.Select(TagOf));
        Relations = Frequent(words.Select(static word => word.Relation));
        tagOf = Tags.Index().ToDictionary(static tag => tag.Item, static tag => tag.Index, StringComparer.Ordinal);
        relationOf = Relations.Index().ToDictionary(static relation => relation.Item, static relation => relation.Index, StringComparer.Ordinal);
    }

    readonly Dictionary<string, int> tagOf, relationOf;

    public string[] Tags { get; }

    public string[] Relations { get; }

    static string[] Frequent(IEnumerable<string> labels) =>
        [.. labels.CountBy(static label => label, StringComparer.Ordinal).Where(static pair => pair.Value >= TimesMin)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key)];

    public static string TagOf(ConlluWord word) => word.Upos + "|" + word.Xpos;

    /// <summary>The word's tag, else the most frequent one with its part of speech.</summary>
    public int TagIndex(ConlluWord word) =>
        tagOf.TryGetValue(TagOf(word), out var index) ? index : Array.FindIndex(Tags, tag => tag.StartsWith(word.Upos + "|", StringComparison.Ordinal));

    /// <summary>The relation, else the one without its subtype, else -1.</summary>
    public int RelationIndex(string relation) =>
        relationOf.TryGetValue(relation, out var index) ? index : relationOf.GetValueOrDefault(relation.Split(':')[0], -1);

    public Example Example(ConlluSentence sentence) => new(
        [.. sentence.Words.Select(static word => word.Form)],
        [.. sentence.Words.Select(TagIndex)],
        [.. sentence.Words.Select(static word => word.Head)],
        [.. sentence.Words.Select(word => RelationIndex(word.Relation))],
        null);
}
