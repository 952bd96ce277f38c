using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Training.Tokens;

/// <summary>
/// Learns where tokens and sentences end: multinomial logistic regression by stochastic gradient descent with a rate of its own
/// for every weight (AdaGrad, Duchi et al. 2011), over the gaps of running text with known words. One pass costs a second or two.
/// </summary>
static class SegmenterTraining
{
    const float Rate = 0.15f, Limit = 3.9f, Drop = 0.15f;
    const int Passes = 10;

    /// <summary>Weights are kept in steps of one over this.</summary>
    const float Steps = 32;

    /// <summary>How often a word must have been cut, and the share of its places, for it to be looked at as two.</summary>
    const int JoinedMin = 2;
    const double JoinedShare = 0.7;

    public static Segmenter Train(IReadOnlyList<ConlluText> texts, int seed)
    {
        var joined = Joined(texts);
        var weights = new float[GapFeatures.Size * Segmenter.Gaps];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var i in order)
                Learn(texts[i], joined, weights, squares, random);
        }
        return new Segmenter([.. weights.Select(static weight => (sbyte)MathF.Round(Math.Clamp(weight, -Limit, Limit) * Steps))], joined);
    }

    static void Learn(ConlluText text, Dictionary<ulong, int> joined, float[] weights, float[] squares, Random random)
    {
        var (atoms, features) = (new List<Atom>(), new GapFeatures());
        Atoms.Find(text.Text, [], joined, atoms);
        features.Set(text.Text, atoms);
        var history = new GapHistory();
        var words = text.Words.Select(static range => range.Start).Concat(text.Words.Select(static range => range.End)).ToHashSet();
        var sentences = text.SentenceStarts.Where(start => start < text.Words.Count).Select(start => text.Words[start].Start).ToHashSet();
        Span<int> places = stackalloc int[GapFeatures.Count];
        Span<float> scores = stackalloc float[Segmenter.Gaps];
        for (var i = 1; i < atoms.Count; i++)
        {
            history.Saw(text.Text[atoms[i - 1].Start]);
            var gold = atoms[i].Space == 3 || sentences.Contains(atoms[i].Start) ? Segmenter.Gap.Break : words.Contains(atoms[i].Start) ? Segmenter.Gap.Split : Segmenter.Gap.Join;
            if (atoms[i].Space != 3 && !features.IsPlain(i) && features.Forced(i) is null)
            {
                features.Write(i, history, places);
                Learn(places, scores, atoms[i].Space > 0, (int)gold, weights, squares, random);
            }
            history.Ended(gold);
        }
    }

    static void Learn(Span<int> places, Span<float> scores, bool space, int gold, float[] weights, float[] squares, Random random)
    {
        // Some features are left out, so that no one of them is relied on alone.
        var kept = 0;
        foreach (var place in places)
            if (random.NextSingle() >= Drop)
                places[kept++] = place;
        places = places[..kept];
        scores.Clear();
        foreach (var place in places)
            for (var gap = 0; gap < scores.Length; gap++)
                scores[gap] += weights[(place * scores.Length) + gap];
        // After white space no token goes on.
        scores[0] = space ? float.NegativeInfinity : scores[0];
        var greatest = Math.Max(scores[0], Math.Max(scores[1], scores[2]));
        var sum = 0f;
        for (var gap = 0; gap < scores.Length; gap++)
            sum += scores[gap] = MathF.Exp(scores[gap] - greatest);
        for (var gap = 0; gap < scores.Length; gap++)
        {
            var gradient = (scores[gap] / sum) - (gap == gold ? 1 : 0);
            if (Math.Abs(gradient) < 1e-4f)
                continue;
            foreach (var place in places)
            {
                var at = (place * scores.Length) + gap;
                squares[at] += gradient * gradient;
                weights[at] -= Rate * gradient / (MathF.Sqrt(squares[at]) + 1e-3f);
            }
        }
    }

    /// <summary>Words without an apostrophe that can be two, and where the second begins.</summary>
    static Dictionary<ulong, int> Joined(IReadOnlyList<ConlluText> texts)
    {
        var cuts = new SortedDictionary<string, (int Cut, int Times)>(StringComparer.Ordinal);
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in texts.SelectMany(static text => text.Sentences))
            foreach (var token in sentence.Tokens.Where(static token => token.Form.All(char.IsLetter)))
            {
                var form = token.Form.ToLowerInvariant();
                all[form] = all.GetValueOrDefault(form) + 1;
                var first = sentence.Words[token.First].Form;
                if (token.Count == 2 && first + sentence.Words[token.First + 1].Form == token.Form)
                    cuts[form] = (first.Length, cuts.GetValueOrDefault(form).Times + 1);
            }
        return cuts.Where(pair => pair.Value.Times >= JoinedMin && pair.Value.Times >= JoinedShare * all[pair.Key])
            .ToDictionary(static pair => WordKey.Of(pair.Key), static pair => pair.Value.Cut);
    }
}
