using Stemma.Language;
using Stemma.Language.Syntax;

namespace Stemma.App.Evaluation;

/// <summary>Tokens, sentences, tags, lemmas and trees of a treebank, read from its raw text and measured as the CoNLL 2018 shared task does.</summary>
static class SyntaxEvaluation
{
    public static IReadOnlyList<ConlluText> Read(string path)
    {
        using var reader = CorpusFile.Open(path);
        return [.. ConlluText.Of(Conllu.Read(reader))];
    }

    public static ConllMeasure Measure(IEnumerable<ConlluText> texts)
    {
        var measure = new ConllMeasure();
        foreach (var text in texts)
        {
            var document = Analyzer.Analyze(text.Text);
            var places = PlacesIn(text.Text);
            measure.Add(GoldWords(text, places), text.SentenceStarts, FoundWords(document, places), document.SentenceStarts);
        }
        return measure;
    }

    /// <summary>How many characters that are not white space stand before each.</summary>
    static int[] PlacesIn(string text)
    {
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return places;
    }

    static List<MeasuredWord> GoldWords(ConlluText text, int[] places)
    {
        var (words, token) = (new List<MeasuredWord>(), 0);
        foreach (var sentence in text.Sentences)
        {
            var first = words.Count;
            foreach (var surface in sentence.Tokens)
            {
                var range = text.Tokens[token++];
                foreach (var word in sentence.Words.Skip(surface.First).Take(surface.Count))
                    words.Add(new MeasuredWord(places[range.Start], places[range.End], surface.Count > 1, word.Form, word.Upos, word.Lemma, word.Head == 0 ? -1 : first + word.Head - 1, word.Relation));
            }
        }
        return words;
    }

    static List<MeasuredWord> FoundWords(Document document, int[] places) =>
        [.. Enumerable.Range(0, document.TokenCount).Select(document.TokenAt).Select(token => document.Syntax.IsEmpty
            ? new MeasuredWord(places[token.Range.Start], places[token.Range.End], false, token.Text.ToString(), "", "", -1, "")
            : new MeasuredWord(places[token.Range.Start], places[token.Range.End], false, token.Text.ToString(), token.Upos, token.Lemma, token.Head, token.Relation))];
}
