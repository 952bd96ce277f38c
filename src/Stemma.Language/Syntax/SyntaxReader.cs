namespace Stemma.Language.Syntax;

/// <summary>
/// Tokens and sentences to syntax and names. Sentences are gathered into stretches that fit the processor's cache; one longer
/// than any sentence should be is read in pieces, the roots of the later ones hanging on the first. Cost: that of <see cref="Network"/>.
/// </summary>
static class SyntaxReader
{
    /// <summary>Tokens of a stretch, about.</summary>
    const int Stretch = 192;

    /// <summary>Longest piece that is parsed as one.</summary>
    public const int PieceMax = 192;

    static readonly Resting<Workspace> Workspaces = new();

    /// <param name="states">Gets what the network knows of each token, <see cref="NetworkShape.Width"/> numbers; empty where nobody asks.</param>
    public static SyntaxLayer Read(SyntaxModel model, string text, TextRange[] tokens, int[] sentenceStarts, Span<float> states = default)
    {
        var work = Workspaces.Take();
        var syntax = new SyntaxLayer(model.Upos, model.Xpos, model.Relations, tokens.Length);
        var names = new List<NameMention>();
        var labels = new byte[PieceMax];
        Span<int> starts = stackalloc int[Stretch + 2];
        for (var next = new Piece(0, 0, 0); next.First < tokens.Length;)
        {
            var (from, count) = (next.First, 0);
            var first = next;
            while (next.First < tokens.Length && (count == 0 || next.First - from + next.Length(sentenceStarts) <= Stretch))
            {
                starts[count++] = next.First - from;
                next = next.After(sentenceStarts);
            }
            starts[count] = next.First - from;
            model.Network.Run(text, tokens.AsSpan(from, next.First - from), starts[..(count + 1)], work);
            if (!states.IsEmpty)
                work.Y[..((next.First - from) * NetworkShape.Width)].CopyTo(states[(from * NetworkShape.Width)..]);
            for (var piece = first; piece.First < next.First; piece = piece.After(sentenceStarts))
                Read(model, work, from, piece, piece.Length(sentenceStarts), sentenceStarts[piece.Sentence], syntax, labels, text, tokens, names);
        }
        syntax.Names = [.. names];
        Workspaces.Leave(work);
        return syntax;
    }

    /// <summary>What the network knows of each token of a stretch, and nothing read off it.</summary>
    /// <param name="first">First token: of a sentence, or of a piece of one that is too long.</param>
    /// <param name="end">One past the last, at such a place as well.</param>
    /// <param name="states">Gets <see cref="NetworkShape.Width"/> numbers per token.</param>
    public static void Know(SyntaxModel model, string text, TextRange[] tokens, int[] sentenceStarts, int first, int end, Span<float> states)
    {
        var work = Workspaces.Take();
        Span<int> starts = stackalloc int[2];
        var found = Array.BinarySearch(sentenceStarts, first);
        var sentence = found >= 0 ? found : ~found - 1;
        for (var piece = new Piece(sentence, first, (first - sentenceStarts[sentence]) / PieceMax); piece.First < end; piece = piece.After(sentenceStarts))
        {
            var length = piece.Length(sentenceStarts);
            starts[1] = length;
            model.Network.Run(text, tokens.AsSpan(piece.First, length), starts, work);
            work.Y[..(length * NetworkShape.Width)].CopyTo(states[((piece.First - first) * NetworkShape.Width)..]);
        }
        Workspaces.Leave(work);
    }

    /// <summary>A sentence, or a part of one that is too long.</summary>
    readonly record struct Piece(int Sentence, int First, int Part)
    {
        public int Length(int[] sentenceStarts) => Math.Min(PieceMax, sentenceStarts[Sentence + 1] - First);

        public Piece After(int[] sentenceStarts)
        {
            var end = First + Length(sentenceStarts);
            return end == sentenceStarts[Sentence + 1] ? new Piece(Sentence + 1, end, 0) : new Piece(Sentence, end, Part + 1);
        }
    }

    static void Read(SyntaxModel model, Workspace work, int from, Piece piece, int length, int sentence, SyntaxLayer syntax, byte[] labels, string text, TextRange[] tokens, List<NameMention> names)
    {
        var (network, first) = (model.Network, piece.First);
        for (var i = 0; i < length; i++)
        {
            var tag = network.Tag(work, first - from + i);
            syntax.Tags[first + i] = (byte)tag;
            syntax.Lemmas[first + i] = model.Lemmas.Of(tokens[first + i].In(text), tag);
        }
        var heads = syntax.Heads.AsSpan(first, length);
        var stride = network.Arcs(work, first - from, length);
        TreeDecoder.Decode(work.Scores, stride, heads);
        network.Relations(work, first - from, heads, model.RootRelation, syntax.RelationIndices.AsSpan(first, length));
        for (var i = 0; i < length; i++)
            heads[i] = heads[i] == 0 ? -1 : first + heads[i] - 1;
        if (piece.Part > 0)
            Hang(model, syntax, sentence, heads.IndexOf(-1) + first);
        NameDecoder.Decode(network, work, first - from, labels.AsSpan(0, length));
        NameMentions.Add(labels.AsSpan(0, length), first, tokens, names);
    }

    /// <summary>The root of a later piece becomes a part beside the root of the first.</summary>
    static void Hang(SyntaxModel model, SyntaxLayer syntax, int sentence, int root)
    {
        var top = Array.IndexOf(syntax.Heads, -1, sentence);
        syntax.Heads[root] = top;
        syntax.RelationIndices[root] = (byte)Math.Max(0, Array.IndexOf(model.Relations, "parataxis"));
    }
}
