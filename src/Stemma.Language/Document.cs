using Stemma.Language.Syntax;

namespace Stemma.Language;

/// <summary>
/// A report's text with its linguistic annotation. One array per annotation, indexed by token; <see cref="Token"/> and
/// <see cref="Sentence"/> are views that own nothing. Built once by <see cref="Analyzer"/> and not changed afterwards
/// (the arrays are handed out for speed: treat them as read-only). Nothing is copied out of the text: every result is a
/// range of it, so that a page can always show its evidence.
/// </summary>
public sealed class Document
{
    public required string Text { get; init; }

    /// <summary>ISO 639-1 code of the text's language, <c>und</c> where it was not recognised.</summary>
    public required string Language { get; init; }

    /// <summary>False for text that is not English: it is kept and labelled, and nothing is guessed about it.</summary>
    public required bool Analysed { get; init; }

    /// <summary>Parts the caller set apart (credits, promotion, advisory lines): no token, sentence or attribution lies in them. In order, disjoint.</summary>
    public required TextRange[] SetApart { get; init; }

    /// <summary>Paragraphs (non-empty lines), without surrounding white space. In order, disjoint.</summary>
    public required TextRange[] Paragraphs { get; init; }

    public required TextRange[] TokenRanges { get; init; }

    public required TokenKind[] TokenKinds { get; init; }

    /// <summary>Index of the first token of each sentence; one more entry at the end holds the token count.</summary>
    public required int[] SentenceStarts { get; init; }

    /// <summary>Parts of speech, dictionary forms, dependency trees and names; empty where the text was not analysed, or only outlined.</summary>
    public SyntaxLayer Syntax { get; init; } = SyntaxLayer.None;

    /// <summary>Quotations in order of their opening mark.</summary>
    public required Quotation[] Quotations { get; init; }

    public required TimeMention[] Times { get; init; }

    /// <summary>Named places with where they are, in order and disjoint; empty where the text was not analysed, or only outlined.</summary>
    public PlaceMention[] Places { get; init; } = [];

    /// <summary>Attributions ordered by the first position any of their parts touches.</summary>
    public required Attribution[] Attributions { get; init; }

    internal Document With(TimeMention[] times) => Copy(Syntax, times, Places, Attributions);

    internal Document With(PlaceMention[] places) => Copy(Syntax, Times, places, Attributions);

    internal Document With(SyntaxLayer syntax) => Copy(syntax, Times, Places, Attributions);

    internal Document With(Attribution[] attributions) => Copy(Syntax, Times, Places, attributions);

    Document Copy(SyntaxLayer syntax, TimeMention[] times, PlaceMention[] places, Attribution[] attributions) => new()
    {
        Text = Text, Language = Language, Analysed = Analysed, SetApart = SetApart, Paragraphs = Paragraphs, TokenRanges = TokenRanges,
        TokenKinds = TokenKinds, SentenceStarts = SentenceStarts, Syntax = syntax, Quotations = Quotations, Times = times, Places = places, Attributions = attributions,
    };

    public int TokenCount => TokenRanges.Length;

    public int SentenceCount => SentenceStarts.Length - 1;

    public Token TokenAt(int index) => new(this, index);

    public Sentence SentenceAt(int index) => new(this, index);

    public IEnumerable<Sentence> Sentences => Enumerable.Range(0, SentenceCount).Select(SentenceAt);

    /// <summary>Index of the sentence that holds this token. Cost: a binary search.</summary>
    public int SentenceOfToken(int token)
    {
        var found = Array.BinarySearch(SentenceStarts, token);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Index of the paragraph that holds this position, the one before where it lies between two. Cost: a binary search.</summary>
    public int ParagraphOf(int position)
    {
        var found = Array.BinarySearch(Paragraphs, new TextRange(position, int.MaxValue));
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    /// <summary>The tokens that begin inside a range: first, and one past the last. Cost: a binary search, and a step per token.</summary>
    public (int First, int End) TokensIn(TextRange range)
    {
        var found = Array.BinarySearch(TokenRanges, new TextRange(range.Start, range.Start));
        var first = found < 0 ? ~found : found;
        var end = first;
        while (end < TokenCount && TokenRanges[end].Start < range.End)
            end++;
        return (first, end);
    }

    /// <summary>From the first of some tokens to the end of the last.</summary>
    /// <param name="end">One past the last; there is at least one.</param>
    internal TextRange RangeOf(int first, int end) => new(TokenRanges[first].Start, TokenRanges[end - 1].End);

    /// <summary>Index of the token that holds this position, the one before where it lies between two; 0 before the first. Cost: a binary search.</summary>
    public int TokenOf(int position)
    {
        var found = Array.BinarySearch(TokenRanges, new TextRange(position, int.MaxValue));
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}

/// <summary>One token of a document: a view, 16 bytes.</summary>
public readonly record struct Token(Document Document, int Index)
{
    public TextRange Range => Document.TokenRanges[Index];

    public TokenKind Kind => Document.TokenKinds[Index];

    public ReadOnlySpan<char> Text => Range.In(Document.Text);

    /// <summary>Dictionary form.</summary>
    public string Lemma => Document.Syntax.Lemmas[Index];

    /// <summary>Universal part of speech: NOUN, VERB, PROPN, …</summary>
    public string Upos => Document.Syntax.Upos(Index);

    /// <summary>Part of speech of the Penn Treebank: NN, VBD, …</summary>
    public string Xpos => Document.Syntax.Xpos(Index);

    /// <summary>Index of the token it depends on, -1 for the root of its sentence.</summary>
    public int Head => Document.Syntax.Heads[Index];

    /// <summary>How it depends on its head: nsubj, obj, ccomp, … (Universal Dependencies, version 2).</summary>
    public string Relation => Document.Syntax.Relation(Index);
}

/// <summary>One sentence of a document: a view. Every sentence has at least one token and lies inside one paragraph.</summary>
public readonly record struct Sentence(Document Document, int Index)
{
    public int FirstToken => Document.SentenceStarts[Index];

    /// <summary>One past the last token.</summary>
    public int EndToken => Document.SentenceStarts[Index + 1];

    public TextRange Range => new(Document.TokenRanges[FirstToken].Start, Document.TokenRanges[EndToken - 1].End);
}

public enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
    /// <summary>A mark that begins a quotation. Straight marks are told apart by what stands around them.</summary>
    OpenQuote,
    CloseQuote,
    /// <summary>URLs, e-mail addresses, handles, hashtags.</summary>
    Address,
    /// <summary>Anything else: emoji, currency signs, other symbols.</summary>
    Symbol,
}
