using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Language.Cues;

namespace Stemma.Training.Attributions;

/// <summary>One annotated attribution: its cue, and the tokens of its source and content, in order.</summary>
sealed record GoldCue(int First, int End, int[] Source, int[] Content)
{
    /// <summary>Parts of the tokens of a window.</summary>
    public int[] Parts(CueWindow window)
    {
        var parts = new int[window.Length];
        foreach (var (tokens, part) in new[] { (Source, Part.Source), (Content, Part.Content), (Enumerable.Range(First, End - First).ToArray(), Part.Cue) })
            foreach (var token in tokens)
                if (token >= window.From && token < window.To)
                    parts[token - window.From] = part;
        return parts;
    }
}

/// <summary>One text to learn from, with what the syntax network knows of its tokens.</summary>
sealed record AttributionExample(string Id, AttributionInput Input, float[] States, List<GoldCue> Cues)
{
    /// <summary>The texts of PolNeAR.</summary>
    /// <param name="retold">In which of them, by number, some sentences are put into the mouth of somebody else, see <see cref="Retelling"/>.</param>
    public static List<AttributionExample> Read(string corpora, string part, Func<int, bool> retold)
    {
        var texts = PolNear.Read(PolNear.PathOf(corpora, part)).ToList();
        var examples = new AttributionExample[texts.Count];
        Parallel.For(0, texts.Count, i => examples[i] = Of(retold(i) ? Retelling.Of(texts[i], new Random(i)) : texts[i]));
        return [.. examples];
    }

    static AttributionExample Of(GoldDocument gold)
    {
        var (document, states) = Analyzer.ReadStates(gold.Text);
        var cues = new List<GoldCue>();
        foreach (var one in gold.Attributions)
            if (Tokens(one.Cue, document) is [var first, ..] cue && Tokens(one.Content, document) is { Length: > 0 } content)
                cues.Add(new GoldCue(first, cue[^1] + 1, Tokens(one.Source, document), content));
        cues.Sort(static (a, b) => a.First.CompareTo(b.First));
        return new AttributionExample(gold.Id, new AttributionInput(document, 0, document.TokenCount), states, cues);
    }

    static int[] Tokens(TextRange[] ranges, Document document) =>
        [.. ranges.Select(document.TokensIn).SelectMany(static found => Enumerable.Range(found.First, found.End - found.First)).Distinct().Order()];
}
