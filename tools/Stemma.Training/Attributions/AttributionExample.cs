using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Language.Cues;
using Stemma.Language.Syntax;

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
/// <param name="Told">What somebody tells in it, as texts by themselves, with what is told in those.</param>
sealed record AttributionExample(string Id, AttributionInput Input, float[] States, List<GoldCue> Cues, List<AttributionExample> Told)
{
    /// <summary>The texts of PolNeAR.</summary>
    /// <param name="retold">In which of them, by number, some sources are introduced and some sentences put into the mouth of somebody else, see <see cref="Introducing"/> and <see cref="Retelling"/>.</param>
    public static List<AttributionExample> Read(string corpora, string part, Func<int, bool> retold)
    {
        var texts = PolNear.Read(PolNear.PathOf(corpora, part)).ToList();
        var examples = new AttributionExample[texts.Count];
        Parallel.For(0, texts.Count, i => examples[i] = retold(i) ? Of(Retelling.Of(Introducing.Of(texts[i], new Random(i)), new Random(i))) : Of(texts[i], []));
        return [.. examples];
    }

    static AttributionExample Of((GoldDocument Gold, List<(TextRange Content, GoldAttribution? Inside)> Told) retold) => Of(retold.Gold, retold.Told);

    static AttributionExample Of(GoldDocument gold, List<(TextRange Content, GoldAttribution? Inside)> told)
    {
        var (document, states) = Analyzer.ReadStates(gold.Text);
        var inside = new List<AttributionExample>();
        foreach (var (content, attribution) in told)
            if (document.TokensIn(content) is var (first, end) && end > first)
                inside.Add(new AttributionExample(gold.Id, new AttributionInput(document, first, end), states[(first * SyntaxReader.Known)..(end * SyntaxReader.Known)], attribution is null ? [] : CuesOf([attribution], document, first, end), []));
        return new AttributionExample(gold.Id, new AttributionInput(document, 0, document.TokenCount), states, CuesOf(gold.Attributions, document, 0, document.TokenCount), inside);
    }

    /// <param name="from">The first token of the stretch, from which they are counted.</param>
    /// <param name="to">One past its last.</param>
    static List<GoldCue> CuesOf(IEnumerable<GoldAttribution> attributions, Document document, int from, int to)
    {
        var cues = new List<GoldCue>();
        foreach (var one in attributions)
            if (Tokens(one.Cue, document, from, to) is [var first, ..] cue && Tokens(one.Content, document, from, to) is { Length: > 0 } content)
                cues.Add(new GoldCue(first, cue[^1] + 1, Tokens(one.Source, document, from, to), content));
        cues.Sort(static (a, b) => a.First.CompareTo(b.First));
        return cues;
    }

    static int[] Tokens(TextRange[] ranges, Document document, int from, int to) =>
        [.. ranges.Select(document.TokensIn).SelectMany(found => Enumerable.Range(found.First - from, Math.Min(found.End, to) - found.First)).Distinct().Order()];
}
