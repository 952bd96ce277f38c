namespace Stemma.Lineage;

/// <summary>
/// Tells what differs between two aligned sentences: figures and names, which a form has blanks for, or other words.
/// A name is any word with a capital that does not open its sentence; no tagging.
/// </summary>
static class Fillings
{
    /// <summary>Both have a figure, or both a name, that the other lacks, and at least this share of all that differs is of that sort.</summary>
    public static bool Replaced(PairEvidence pair, AlignedSentence sentence, double shareMin)
    {
        var left = Only(pair.A, sentence.SentenceA, pair.B, sentence.SentenceB);
        var right = Only(pair.B, sentence.SentenceB, pair.A, sentence.SentenceA);
        var figures = left.Figures > 0 && right.Figures > 0;
        var names = left.Names > 0 && right.Names > 0;
        return (figures || names) && left.Figures + right.Figures + left.Names + right.Names >= shareMin * (left.All + right.All);
    }

    static (int Figures, int Names, int All) Only(Witness witness, int sentence, Witness other, int otherSentence)
    {
        var (x, y) = (witness.Sentences[sentence], other.Sentences[otherSentence]);
        var there = new List<ulong>(other.Words.Keys.AsSpan(y.First, y.Count).ToArray());
        var (figures, names, all) = (0, 0, 0);
        for (var i = x.First; i < x.First + x.Count; i++)
        {
            if (there.Remove(witness.Words.Keys[i]))
                continue;
            var first = witness.Words.Text[witness.Words.Ranges[i].Start];
            all++;
            figures += char.IsAsciiDigit(first) ? 1 : 0;
            names += char.IsUpper(first) && i > x.First ? 1 : 0;
        }
        return (figures, names, all);
    }
}
