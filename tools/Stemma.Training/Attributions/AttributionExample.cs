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
    /// <param name="retold">Whether some sentences are put into the mouth of somebody else, see <see cref="Retelling"/>.</param>
    public static List<AttributionExample> Read(string corpora, string part, bool retold)
    {
        var lines = CorpusFile.Lines(Path.Combine(corpora, "attribution", $"polnear-{part}.jsonl.gz")).ToArray();
        var examples = new AttributionExample[lines.Length];
        Parallel.For(0, lines.Length, i =>
        {
            var gold = GoldText.Of(lines[i]);
            examples[i] = Of(retold ? Retelling.Of(gold, new Random(i)) : gold);
        });
        return [.. examples];
    }

    static AttributionExample Of(GoldText gold)
    {
        var (document, states) = Analyzer.ReadStates(gold.Text);
        var cues = new List<GoldCue>();
        foreach (var one in gold.Attributions)
            if (Tokens(one.Cue, document) is [var first, ..] cue && Tokens(one.Content, document) is { Length: > 0 } content)
                cues.Add(new GoldCue(first, cue[^1] + 1, Tokens(one.Source, document), content));
        cues.Sort(static (a, b) => a.First.CompareTo(b.First));
        return new AttributionExample(gold.Id, new AttributionInput(document, 0, document.TokenCount), states, cues);
    }

    static int[] Tokens(TextRange[] ranges, Document document)
    {
        var tokens = new List<int>();
        foreach (var range in ranges)
        {
            var i = Array.BinarySearch(document.TokenRanges, new TextRange(range.Start, range.Start));
            for (i = i < 0 ? ~i : i; i < document.TokenCount && document.TokenRanges[i].Start < range.End; i++)
                tokens.Add(i);
        }
        return [.. tokens.Distinct().Order()];
    }
}
