namespace Stemma.Language.Syntax;

/// <summary>
/// Tokens and sentences to syntax and names. Sentences are gathered into stretches that fit the processor's cache; one longer
/// than any sentence should be is read in pieces, the roots of the later ones hanging on the first. Cost: that of <see cref="Network"/> and <see cref="NameNetwork"/>.
/// </summary>
sealed class SyntaxReader
{
    /// <summary>Tokens of a stretch, about.</summary>
    const int Stretch = 192;

    /// <summary>Longest piece that is parsed as one.</summary>
    public const int PieceMax = 192;

    /// <summary>What is known of a token when it is read: what the network of trees made of it, its vector, and zeros up to a multiple of eight.</summary>
    public const int Known = (NetworkShape.Width + VectorTable.Width + 7) / 8 * 8;

    static readonly Resting<Workspace> Workspaces = new();

    readonly SyntaxModel model;
    readonly string text;
    readonly TextRange[] tokens;
    readonly int[] sentenceStarts;
    readonly Workspace work;
    readonly SyntaxLayer syntax;
    readonly List<NameMention> names = [];
    readonly byte[] labels = new byte[PieceMax];

    SyntaxReader(SyntaxModel model, string text, TextRange[] tokens, int[] sentenceStarts, Workspace work)
    {
        (this.model, this.text, this.tokens, this.sentenceStarts, this.work) = (model, text, tokens, sentenceStarts, work);
        syntax = new SyntaxLayer(model.Upos, model.Xpos, model.Relations, tokens.Length);
    }

    /// <summary>Sees a section when it is read.</summary>
    /// <param name="syntax">Read up to the section's end.</param>
    /// <param name="known">What is known of each of its tokens, <see cref="Known"/> numbers; they are gone afterwards.</param>
    public delegate void Seen(SyntaxLayer syntax, int first, int end, ReadOnlySpan<float> known);

    public static SyntaxLayer Read(SyntaxModel model, string text, TextRange[] tokens, int[] sentenceStarts) =>
        Read(model, text, tokens, sentenceStarts, [(0, tokens.Length)], null);

    /// <param name="sections">First token and one past the last: of whole sentences, or of whole pieces of one that is too long. All tokens, in order.</param>
    public static SyntaxLayer Read(SyntaxModel model, string text, TextRange[] tokens, int[] sentenceStarts, IEnumerable<(int First, int End)> sections, Seen? seen)
    {
        var reader = new SyntaxReader(model, text, tokens, sentenceStarts, Workspaces.Take());
        var next = new Piece(0, 0, 0);
        foreach (var (first, end) in sections)
        {
            next = reader.ReadSection(next, end, keep: seen is not null);
            seen?.Invoke(reader.syntax, first, end, reader.work.Known[..((end - first) * Known)]);
        }
        Workspaces.Leave(reader.work);
        return reader.syntax;
    }

    /// <param name="keep">Whether what is known of each token is kept.</param>
    Piece ReadSection(Piece next, int end, bool keep)
    {
        var section = next.First;
        if (keep)
            work.SizeKnown(end - section);
        Span<int> starts = stackalloc int[Stretch + 2];
        while (next.First < end)
        {
            var (first, count) = (next, 0);
            while (next.First < end && (count == 0 || next.First - first.First + next.Length(sentenceStarts) <= Stretch))
            {
                starts[count++] = next.First - first.First;
                next = next.After(sentenceStarts);
            }
            starts[count] = next.First - first.First;
            ReadStretch(first, next.First, starts[..(count + 1)], keep ? work.Known[((first.First - section) * Known)..] : default);
        }
        syntax.Names = [.. names];
        return next;
    }

    /// <param name="known">Gets what is known of each token; empty where nobody asks.</param>
    void ReadStretch(Piece first, int end, ReadOnlySpan<int> starts, Span<float> known)
    {
        var from = first.First;
        model.Lexicon.Look(text, tokens.AsSpan(from, end - from), work);
        model.Network.Run(starts, work);
        if (!known.IsEmpty)
            Keep(known[..((end - from) * Known)]);
        for (var piece = first; piece.First < end; piece = piece.After(sentenceStarts))
            ReadTree(piece, from);
        model.Names.Run(starts, work);
        for (var piece = first; piece.First < end; piece = piece.After(sentenceStarts))
        {
            var ofPiece = labels.AsSpan(0, piece.Length(sentenceStarts));
            NameDecoder.Decode(model.Names, work, piece.First - from, ofPiece);
            NameMentions.Add(ofPiece, piece.First, tokens, names);
        }
    }

    void Keep(Span<float> known)
    {
        known.Clear();
        for (var i = 0; i * Known < known.Length; i++)
        {
            var row = known.Slice(i * Known, Known);
            work.Y.Slice(i * NetworkShape.Width, NetworkShape.Width).CopyTo(row);
            work.Vectors.Slice(i * VectorTable.Width, VectorTable.Width).CopyTo(row[NetworkShape.Width..]);
        }
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

    /// <param name="from">First token of the stretch.</param>
    void ReadTree(Piece piece, int from)
    {
        var (network, first, length) = (model.Network, piece.First, piece.Length(sentenceStarts));
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
            Hang(sentenceStarts[piece.Sentence], heads.IndexOf(-1) + first);
    }

    /// <summary>The root of a later piece becomes a part beside the root of the first.</summary>
    void Hang(int sentence, int root)
    {
        syntax.Heads[root] = Array.IndexOf(syntax.Heads, -1, sentence);
        syntax.RelationIndices[root] = (byte)Math.Max(0, Array.IndexOf(model.Relations, "parataxis"));
    }
}
