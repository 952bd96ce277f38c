using Stemma.Reports;

namespace Stemma.Lineage;

/// <summary>
/// Finds aligned sentences of which one speaks of the future and the other of the past: "will sign" beside "signed".
/// Only the words that differ are looked at, by short lists of future and past forms and the ending -ed; no tagging. It is
/// one signal of several, and weak: a changed reporting verb ("said" for "says") is not counted at all.
/// </summary>
static class Expectation
{
    static readonly HashSet<ulong> Future = KeysOf("will ll shall to could may might would expected due set scheduled plans planned likely upcoming soon tomorrow");

    static readonly HashSet<ulong> Past = KeysOf("was were had did met held came went took won lost left began sent gave made told brought bought built fell found got grew hit kept knew led paid ran rose saw sold spoke stood struck threw wrote became broke chose drew drove flew rejected yesterday");

    public static (double Weight, string Words) Fulfilled(PairEvidence pair)
    {
        var score = 0;
        foreach (var sentence in pair.Sentences)
        {
            if (sentence.Identical)
                continue;
            var onlyA = Only(pair.A, sentence.SentenceA, pair.B, sentence.SentenceB);
            var onlyB = Only(pair.B, sentence.SentenceB, pair.A, sentence.SentenceA);
            var (futureA, futureB) = (onlyA.Exists(word => Future.Contains(word.Key)), onlyB.Exists(word => Future.Contains(word.Key)));
            if (futureB && !futureA && onlyA.Exists(IsPast))
                score++;
            else if (futureA && !futureB && onlyB.Exists(IsPast))
                score--;
        }
        return (Math.Clamp(score * 0.8, -1.6, 1.6), "tells as done what the other expects");
    }

    static bool IsPast((ulong Key, string Text) word) => Past.Contains(word.Key)
        || (word.Text.Length > 4 && word.Text.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !Future.Contains(word.Key));

    static List<(ulong Key, string Text)> Only(Witness witness, int sentence, Witness other, int otherSentence)
    {
        var (x, y) = (witness.Sentences[sentence], other.Sentences[otherSentence]);
        var there = other.Words.Keys.AsSpan(y.First, y.Count);
        var only = new List<(ulong, string)>();
        for (var i = x.First; i < x.First + x.Count; i++)
        {
            if (!witness.Quoted[i] && !there.Contains(witness.Words.Keys[i]))
                only.Add((witness.Words.Keys[i], witness.Words.Ranges[i].Of(witness.Words.Text)));
        }
        return only;
    }

    static HashSet<ulong> KeysOf(string words) => [.. words.Split(' ').Select(word => WordText.KeyOf(word))];
}
