using System.Security.Cryptography;
using Stemma.Language.Attributions;
using Stemma.Language.Cues;
using Stemma.Language.Places;
using Stemma.Language.Quotations;
using Stemma.Language.Syntax;
using Stemma.Language.Times;
using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>
/// English text to <see cref="Document"/>: the whole language pipeline, in order. Each stage is a pure function of what the
/// stages before it returned; nothing is written but here. Cost: linear in the text. Total: any string gives a document.
/// </summary>
public static class Analyzer
{
    static readonly Lazy<string> Sha256OfModels = new(HashModels);

    /// <summary>SHA-256 of the two model files, one after the other, lower-case hexadecimal: with the program's version it says what read a text.</summary>
    public static string ModelSha256 => Sha256OfModels.Value;

    static string HashModels()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var some = new byte[1 << 16];
        foreach (var name in new[] { "english.model", "attribution.model" })
        {
            using var model = ModelFile.Open(name);
            while (model.Read(some) is > 0 and var read)
                hash.AppendData(some.AsSpan(0, read));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lets go of working memory that is kept for the next text.</summary>
    public static void LetGo() => Resting.LetGo();

    /// <param name="text">The text as read. Lone surrogates are allowed; they become symbols.</param>
    /// <param name="setApart">Ranges that are not the report's own text, in order and disjoint; they get no annotation.</param>
    public static Document Analyze(string text, IReadOnlyList<TextRange>? setApart = null)
    {
        var document = Cut(text, setApart);
        return document.Analysed ? Deepen(document) : document;
    }

    /// <summary>An outlined document with its syntax, names and attributions, whatever its language.</summary>
    internal static Document Deepen(Document document)
    {
        // What is known of each token is what attributions are read from, and too much to keep: each section is read for both in turn.
        var found = new List<CueFound>();
        Document? read = null;
        var syntax = SyntaxReader.Read(SyntaxModel.English, document.Text, document.TokenRanges, document.SentenceStarts, AttributionFinder.Sections(document), (syntax, first, end, known) =>
        {
            read ??= document.With(syntax);
            AttributionFinder.Read(read, first, end, known, found);
        });
        document = read ?? document.With(syntax);
        document = document.With(TimeFinder.Find(document));
        document = document.With(PlaceFinder.Find(document));
        document = document.With(SpeakerResolver.Resolve(document, Nesting.Link(AttributionFinder.Drafts(document, found))));
        return document;
    }

    /// <summary>Tokens, sentences, quotations and times, without syntax, names and attributions: a small part of the cost, and all that copying and dates are judged by.</summary>
    public static Document Outline(string text, IReadOnlyList<TextRange>? setApart = null)
    {
        var document = Cut(text, setApart);
        return document.Analysed ? document.With(TimeFinder.Find(document)) : document;
    }

    /// <summary>Times alone, of a text that is known to be English, however short.</summary>
    public static TimeMention[] ReadTimes(string text) => TimeFinder.Find(Cut(text, []));

    /// <summary>Where these names of places lie, judged together; null for those that nothing tells of.</summary>
    public static PlaceMention?[] LocatePlaces(string text, IReadOnlyList<TextRange> names) =>
        [.. PlaceResolver.Resolve(text, names).Select((found, i) => found.Place < 0 ? (PlaceMention?)null : PlaceFinder.Mention(names[i], found, PlaceUse.Literal))];

    /// <summary>Which places of an analysed document name or cite one and the same.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRange>> NameChains(Document document) => Attributions.NameChains.Of(document);

    static Document Cut(string text, IReadOnlyList<TextRange>? setApart)
    {
        setApart ??= [];
        var (tokens, sentences) = SyntaxModel.English.Segmenter.Cut(text, setApart);
        var kinds = TokenKinds.Of(text, tokens);
        var paragraphs = ParagraphFinder.Find(text, tokens, setApart);
        var quotations = QuotationFinder.Find(text, tokens, kinds, paragraphs);
        var language = LanguageGuess.Of(text, tokens, kinds);
        return new Document
        {
            Text = text,
            Language = language,
            Analysed = language == "en",
            SetApart = [.. setApart],
            Paragraphs = paragraphs,
            TokenRanges = tokens,
            TokenKinds = kinds,
            SentenceStarts = sentences,
            Quotations = quotations,
            Times = [],
            Attributions = [],
        };
    }

    /// <summary>A text with its syntax, and what is known of each token: for training and measuring.</summary>
    internal static (Document Document, float[] States) ReadStates(string text, IReadOnlyList<TextRange>? setApart = null)
    {
        var document = Outline(text, setApart);
        var states = new float[document.TokenCount * SyntaxReader.Known];
        var syntax = SyntaxReader.Read(SyntaxModel.English, text, document.TokenRanges, document.SentenceStarts, AttributionFinder.Sections(document),
            (_, first, _, known) => known.CopyTo(states.AsSpan(first * SyntaxReader.Known)));
        return (document.With(syntax), states);
    }

    /// <summary>How a cue that is given by its range is read: for measuring.</summary>
    public static (Stance Stance, Polarity Polarity, bool Committed) ReadCue(Document document, TextRange cue)
    {
        // A cue may begin inside a token: the token counts.
        var reading = CueWords.Read(document, document.TokenOf(cue.Start), Math.Max(document.TokenOf(cue.Start) + 1, document.TokensIn(cue).End));
        return (reading.Stance, reading.Polarity, reading.Committed);
    }

    /// <summary>Whom a source that is given by its range names, as it calls them: for measuring.</summary>
    public static Speaker[] ReadSource(Document document, TextRange source) => new SourceReader(document, new People(document)).Read(source);

    /// <summary>Parts of speech, dictionary forms, trees and names of sentences whose words are given: nothing is cut, every word stays.</summary>
    public static SyntaxLayer ReadSyntax(IReadOnlyList<ConlluSentence> sentences)
    {
        var (ranges, starts, at) = (new List<TextRange>(), new List<int> { 0 }, 0);
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Words)
            {
                ranges.Add(new TextRange(at, at + word.Form.Length));
                at += word.Form.Length + 1;
            }
            starts.Add(ranges.Count);
        }
        var text = string.Join(' ', sentences.SelectMany(static sentence => sentence.Words).Select(static word => word.Form));
        return SyntaxReader.Read(SyntaxModel.English, text, [.. ranges], [.. starts]);
    }
}
