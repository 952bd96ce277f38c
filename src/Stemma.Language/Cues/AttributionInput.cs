using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Language.Cues;

/// <summary>
/// What the attribution network sees of a text beside the syntax network's own numbers: per token a few hashed features of word,
/// tree and quotation marks, and where it stands. A stretch of a text can be read as if it were a text by itself: what somebody says may tell what others say. The one place that makes them, in training and in use. Cost: linear.
/// </summary>
sealed class AttributionInput
{
    /// <summary>Rows of each table, powers of two: word; tag and relation; head's word and relation; relations of what hangs on it; marks and place; name; word with what hangs on it; word before; word after.</summary>
    static readonly int[] Rows = [8192, 1024, 4096, 512, 64, 16, 8192, 4096, 4096];

    static readonly int[] Offsets = [.. Rows.Select(static (_, i) => Rows[..i].Sum())];

    public static int Features => Rows.Length;

    public static int TotalRows { get; } = Rows.Sum();

    /// <summary>Relations that tell what a word governs; each has a bit.</summary>
    static readonly string[] Governed = ["nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "parataxis", "obl", "mark", "aux:pass"];

    readonly Document document;

    /// <param name="first">First token of the stretch that is read, as if it were a text by itself.</param>
    /// <param name="end">One past its last.</param>
    public AttributionInput(Document document, int first, int end)
    {
        var n = end - first;
        (this.document, First) = (document, first);
        (FeatureRows, Words, Heads, Sentences, Paragraphs, Quotations, Marks) = (new int[n * Features], new ulong[n], new int[n], new int[n], new int[n], new int[n], new int[n + 1]);
        for (var i = 0; i < n; i++)
        {
            Words[i] = WordKey.Of(document.Syntax.Lemmas[first + i]);
            Heads[i] = document.Syntax.Heads[first + i] is var head && head >= first && head < end ? head - first : -1;
        }
        SentenceStarts = Place();
        Quote();
        Write();
    }

    /// <summary>Where the stretch begins in the document. All else here is counted from there.</summary>
    public int First { get; }

    public int Count => Words.Length;

    /// <summary><see cref="Features"/> per token.</summary>
    public int[] FeatureRows { get; }

    /// <summary>Key of each token's dictionary form.</summary>
    public ulong[] Words { get; }

    /// <summary>-1 for a root, and where the head lies outside.</summary>
    public int[] Heads { get; }

    /// <summary>First token of each sentence, and the number of tokens.</summary>
    public int[] SentenceStarts { get; }

    public int[] Sentences { get; }

    public int[] Paragraphs { get; }

    /// <summary>Index of the quotation each token stands in, marks included, or -1.</summary>
    public int[] Quotations { get; }

    /// <summary>How often a quotation began or ended before each token.</summary>
    public int[] Marks { get; }

    public ReadOnlySpan<char> TextOf(int token) => document.TokenRanges[First + token].In(document.Text);

    public int RelationOf(int token) => document.Syntax.RelationIndices[First + token];

    int[] Place()
    {
        var starts = new List<int>();
        var sentence = Count == 0 ? 0 : document.SentenceOfToken(First);
        var paragraph = Count == 0 ? 0 : document.ParagraphOf(document.TokenRanges[First].Start);
        for (var i = 0; i < Count; i++)
        {
            var begins = i == 0 || First + i == document.SentenceStarts[sentence + 1];
            sentence += begins && i > 0 ? 1 : 0;
            if (begins)
                starts.Add(i);
            while (paragraph + 1 < document.Paragraphs.Length && document.Paragraphs[paragraph].End <= document.TokenRanges[First + i].Start)
                paragraph++;
            (Sentences[i], Paragraphs[i]) = (starts.Count - 1, paragraph);
        }
        starts.Add(Count);
        return [.. starts];
    }

    void Quote()
    {
        Array.Fill(Quotations, -1);
        var quotation = 0;
        for (var i = 0; i < Count; i++)
        {
            var at = document.TokenRanges[First + i].Start;
            while (quotation < document.Quotations.Length && document.Quotations[quotation].Range.End <= at)
                quotation++;
            // The marks around all of it are those of whoever tells it: read by itself, it stands in none.
            if (quotation < document.Quotations.Length && document.Quotations[quotation].Range is var range && range.Start <= at
                && !(range.Start <= document.TokenRanges[First].Start && range.End >= document.TokenRanges[First + Count - 1].End))
                Quotations[i] = quotation;
            Marks[i + 1] = Marks[i] + (i > 0 && Quotations[i] != Quotations[i - 1] ? 1 : 0);
        }
    }

    void Write()
    {
        var syntax = document.Syntax;
        var governs = new int[Count];
        var bits = Bits(syntax);
        for (var i = 0; i < Count; i++)
            if (Heads[i] >= 0)
                governs[Heads[i]] |= bits[RelationOf(i)];
        var names = new byte[Count];
        // They are in order and disjoint: none before the stretch is looked at.
        for (var n = Bisection.First(0, syntax.Names.Length, i => syntax.Names[i].EndToken > First); n < syntax.Names.Length && syntax.Names[n].FirstToken < First + Count; n++)
            for (var i = Math.Max(First, syntax.Names[n].FirstToken); i < Math.Min(First + Count, syntax.Names[n].EndToken); i++)
                names[i - First] = (byte)(1 + ((int)syntax.Names[n].Kind * 2) + (i == syntax.Names[n].FirstToken ? 1 : 0));
        for (var i = 0; i < Count; i++)
        {
            var rows = FeatureRows.AsSpan(i * Features, Features);
            rows[0] = Hashed(0, Words[i]);
            rows[1] = Hashed(1, (ulong)((syntax.Tags[First + i] * 256) + RelationOf(i)));
            rows[2] = Hashed(2, (Heads[i] < 0 ? 7 : Words[Heads[i]]) + ((ulong)RelationOf(i) << 48));
            rows[3] = Offsets[3] + governs[i];
            var start = SentenceStarts[Sentences[i]];
            rows[4] = Offsets[4] + (Quotations[i] >= 0 ? 1 : 0) + (i > 0 && Quotations[i - 1] >= 0 ? 2 : 0) + (i + 1 < Count && Quotations[i + 1] >= 0 ? 4 : 0)
                + (i == start ? 8 : 0) + (start == 0 || Paragraphs[start - 1] != Paragraphs[start] ? 16 : 0);
            rows[5] = Offsets[5] + names[i];
            rows[6] = Hashed(6, Words[i] + ((ulong)governs[i] << 40));
            rows[7] = Hashed(7, i == 0 ? 0 : Words[i - 1]);
            rows[8] = Hashed(8, i + 1 == Count ? 0 : Words[i + 1]);
        }
    }

    static int[] Bits(SyntaxLayer syntax)
    {
        var bits = new int[byte.MaxValue + 1];
        for (var relation = 0; relation < syntax.RelationNames.Count; relation++)
            bits[relation] = Array.IndexOf(Governed, syntax.RelationNames[relation]) is >= 0 and var at ? 1 << at : 0;
        return bits;
    }

    static int Hashed(int feature, ulong key)
    {
        key ^= key >> 29;
        key *= 0xbf58476d1ce4e5b9UL;
        return Offsets[feature] + (int)((key ^ (key >> 32)) & (ulong)(Rows[feature] - 1));
    }
}
