using Stemma.Language.Attributions;
using Stemma.Language.Quotations;
using Stemma.Language.Times;
using Stemma.Language.Tokens;

namespace Stemma.Language;

/// <summary>
/// English text to <see cref="Document"/>: the whole language pipeline, in order. Each stage is a pure function of what the
/// stages before it returned; nothing is written but here. Cost: linear in the text. Total: any string gives a document.
/// </summary>
public static class Analyzer
{
    /// <param name="text">The text as read. Lone surrogates are allowed; they become symbols.</param>
    /// <param name="setApart">Ranges that are not the report's own text, in order and disjoint; they get no annotation.</param>
    public static Document Analyze(string text, IReadOnlyList<TextRange>? setApart = null)
    {
        setApart ??= [];
        var (tokens, kinds) = Tokenizer.Tokenize(text, setApart);
        var paragraphs = ParagraphFinder.Find(text, tokens, setApart);
        var sentences = SentenceSplitter.Split(text, tokens, kinds, paragraphs);
        var quotations = QuotationFinder.Find(text, tokens, kinds, paragraphs);
        var language = LanguageGuess.Of(text, tokens, kinds);
        var document = new Document
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
        if (!document.Analysed)
            return document;
        // Times and attributions read tokens, sentences and quotations: they come last and see the document so far.
        document = document.With(TimeFinder.Find(document));
        return document.With(SpeakerResolver.Resolve(document, Nesting.Link(AttributionFinder.Find(document))));
    }
}
