using Stemma.Language;
using Stemma.Language.Quotations;
using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Tests.Language;

/// <summary>
/// A document of words whose syntax is written by hand, so that a stage is tested by itself, whatever the models have learned. Each line is
/// one word: "form lemma UPOS XPOS head relation", heads counted from 1 in the sentence and 0 for its root; an empty line ends a
/// sentence, a line of "¶" a paragraph. Words stand a space apart but for marks, which stick to what is before them.
/// </summary>
static class BuiltDocument
{
    public static Document Of(string lines)
    {
        var text = new System.Text.StringBuilder();
        var (ranges, starts, words) = (new List<TextRange>(), new List<int> { 0 }, new List<string[]>());
        var (glue, paragraph) = (true, false);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries).Append(""))
        {
            paragraph |= line == "¶";
            if (line.Length == 0 || line == "¶")
            {
                if (words.Count > starts[^1])
                    starts.Add(words.Count);
                continue;
            }
            var fields = line.Split(' ');
            if (paragraph)
                text.Append('\n');
            else if (!glue && fields[2] != "PUNCT" | fields[0] is "“")
                text.Append(' ');
            ranges.Add(new TextRange(text.Length, text.Length + fields[0].Length));
            text.Append(fields[0]);
            (glue, paragraph) = (fields[0] is "“", false);
            words.Add(fields);
        }
        var written = text.ToString();
        TextRange[] tokens = [.. ranges];
        var kinds = TokenKinds.Of(written, tokens);
        var paragraphs = ParagraphFinder.Find(written, tokens, []);
        return new Document
        {
            Text = written, Language = "en", Analysed = true, SetApart = [], Paragraphs = paragraphs, TokenRanges = tokens, TokenKinds = kinds, SentenceStarts = [.. starts],
            Quotations = QuotationFinder.Find(written, tokens, kinds, paragraphs), Times = [], Attributions = [], Syntax = SyntaxOf(words, starts),
        };
    }

    static SyntaxLayer SyntaxOf(List<string[]> words, List<int> starts)
    {
        var tags = words.Select(static word => (Upos: word[2], Xpos: word[3])).Distinct().ToList();
        string[] relations = [.. words.Select(static word => word[5]).Distinct(StringComparer.Ordinal)];
        var syntax = new SyntaxLayer([.. tags.Select(static tag => tag.Upos)], [.. tags.Select(static tag => tag.Xpos)], relations, words.Count);
        for (var s = 0; s + 1 < starts.Count; s++)
            for (var i = starts[s]; i < starts[s + 1]; i++)
            {
                syntax.Lemmas[i] = words[i][1];
                syntax.Tags[i] = (byte)tags.IndexOf((words[i][2], words[i][3]));
                syntax.Heads[i] = int.Parse(words[i][4], System.Globalization.CultureInfo.InvariantCulture) is > 0 and var head ? starts[s] + head - 1 : -1;
                syntax.RelationIndices[i] = (byte)Array.IndexOf(relations, words[i][5]);
            }
        return syntax;
    }

    /// <summary>Where these words stand first.</summary>
    public static TextRange RangeOf(this Document document, string words) =>
        document.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new TextRange(at, at + words.Length) : throw new ArgumentException("not in the text", nameof(words));
}
