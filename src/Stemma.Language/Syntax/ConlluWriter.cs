using System.Globalization;

namespace Stemma.Language.Syntax;

/// <summary>
/// Writes documents as CoNLL-U, version 2: one word a line with its dictionary form, parts of speech, head and relation. Words of
/// names carry <c>NER=</c> and a BIO tag in the last column. White space inside a column cannot be written and becomes a full stop.
/// </summary>
public static class ConlluWriter
{
    /// <param name="id">The report's id: sentences are numbered after it.</param>
    public static void Write(TextWriter writer, string id, Document document)
    {
        writer.Write($"# newdoc id = {Line(id)}\n");
        var names = NamesOf(document.Syntax, document.TokenCount);
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (paragraph + 1 < document.Paragraphs.Length && sentence.Range.Start >= document.Paragraphs[paragraph + 1].Start)
            {
                paragraph++;
                writer.Write("# newpar\n");
            }
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {Line(id)}-{sentence.Index + 1}\n# text = {Line(sentence.Range.Of(document.Text))}\n"));
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var spaced = token + 1 >= document.TokenCount || document.TokenRanges[token + 1].Start > document.TokenRanges[token].End;
                Row(writer, (token - sentence.FirstToken + 1).ToString(CultureInfo.InvariantCulture), document.TokenAt(token).Text.ToString(), document.Syntax, token, sentence.FirstToken, Misc(names[token], spaced));
            }
            writer.Write('\n');
        }
    }

    /// <summary>The same sentences with what was read of them in place of what they came with.</summary>
    /// <param name="syntax">One entry per word of all the sentences.</param>
    public static void Write(TextWriter writer, IReadOnlyList<ConlluSentence> sentences, SyntaxLayer syntax)
    {
        var names = NamesOf(syntax, syntax.Heads.Length);
        var first = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Document is not null)
                writer.Write($"# newdoc id = {sentence.Document}\n");
            if (sentence.NewParagraph)
                writer.Write("# newpar\n");
            if (sentence.Id is not null)
                writer.Write($"# sent_id = {sentence.Id}\n");
            foreach (var token in sentence.Tokens)
            {
                if (token.Count > 1)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{token.First + 1}-{token.First + token.Count}\t{token.Form}\t_\t_\t_\t_\t_\t_\t_\t{(token.SpaceAfter ? "_" : "SpaceAfter=No")}\n"));
                for (var word = token.First; word < token.First + token.Count; word++)
                    Row(writer, (word + 1).ToString(CultureInfo.InvariantCulture), sentence.Words[word].Form, syntax, first + word, first, Misc(names[first + word], token.SpaceAfter || token.Count > 1));
            }
            first += sentence.Words.Count;
            writer.Write('\n');
        }
    }

    static void Row(TextWriter writer, string number, string form, SyntaxLayer syntax, int token, int first, string misc)
    {
        if (syntax.IsEmpty)
            writer.Write($"{number}\t{Column(form)}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
        else
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{number}\t{Column(form)}\t{Column(syntax.Lemmas[token])}\t{syntax.Upos(token)}\t{syntax.Xpos(token)}\t_\t{(syntax.Heads[token] < 0 ? 0 : syntax.Heads[token] - first + 1)}\t{syntax.Relation(token)}\t_\t{misc}\n"));
    }

    static string Misc(string? name, bool spaced) => (name, spaced) switch
    {
        (null, true) => "_",
        (null, false) => "SpaceAfter=No",
        (_, true) => "NER=" + name,
        _ => $"NER={name}|SpaceAfter=No",
    };

    static string?[] NamesOf(SyntaxLayer syntax, int tokens)
    {
        var tags = new string?[tokens];
        foreach (var name in syntax.Names)
            for (var token = name.FirstToken; token < name.EndToken; token++)
                tags[token] = (token == name.FirstToken ? "B-" : "I-") + name.Label;
        return tags;
    }

    static string Column(string text) => text.Any(char.IsWhiteSpace) ? string.Concat(text.Select(static c => char.IsWhiteSpace(c) ? '.' : c)) : text;

    static string Line(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
