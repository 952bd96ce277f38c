using System.Text;

namespace Stemma.Language.Syntax;

/// <summary>
/// The running text behind CoNLL-U sentences, as the CoNLL 2018 shared task gives it to a parser: paragraphs parted by an empty
/// line, and inside them white space where the annotation has it.
/// </summary>
public sealed class ConlluText
{
    readonly List<TextRange> words = [];
    readonly List<TextRange> tokens = [];

    ConlluText(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        for (var s = 0; s < sentences.Count; s++)
        {
            if (s > 0 && (sentences[s].NewParagraph || sentences[s].Document is not null))
            {
                while (text.Length > 0 && text[^1] == ' ')
                    text.Length--;
                text.Append("\n\n");
            }
            SentenceStarts.Add(words.Count);
            foreach (var token in sentences[s].Tokens)
                Append(text, sentences[s], token);
        }
        SentenceStarts.Add(words.Count);
        Text = text.ToString();
        Sentences = sentences;
    }

    public string Text { get; }

    public IReadOnlyList<ConlluSentence> Sentences { get; }

    /// <summary>Where each word stands; words written as one that do not add up to what is written share its range.</summary>
    public IReadOnlyList<TextRange> Words => words;

    /// <summary>Where each surface token stands.</summary>
    public IReadOnlyList<TextRange> Tokens => tokens;

    /// <summary>Index of each sentence's first word, and the number of words.</summary>
    public List<int> SentenceStarts { get; } = [];

    /// <summary>One text per document.</summary>
    public static IEnumerable<ConlluText> Of(IEnumerable<ConlluSentence> sentences)
    {
        var document = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.Document is not null && document.Count > 0)
            {
                yield return new ConlluText(document);
                document = [];
            }
            document.Add(sentence);
        }
        if (document.Count > 0)
            yield return new ConlluText(document);
    }

    void Append(StringBuilder text, ConlluSentence sentence, ConlluToken token)
    {
        var at = text.Length;
        tokens.Add(new TextRange(at, at + token.Form.Length));
        var own = sentence.Words.Skip(token.First).Take(token.Count).ToList();
        var whole = string.Concat(own.Select(static word => word.Form)) == token.Form;
        foreach (var word in own)
        {
            words.Add(whole ? new TextRange(at, at + word.Form.Length) : tokens[^1]);
            at += whole ? word.Form.Length : 0;
        }
        text.Append(token.Form);
        if (token.SpaceAfter)
            text.Append(' ');
    }
}
