using Stemma.Language;
using Stemma.Language.Syntax;
using Xunit;

namespace Stemma.Tests.Language.Syntax;

public sealed class ConlluTests
{
    static readonly string File = """
        # newdoc id = port
        # newpar
        # sent_id = port-1
        1-2·Don't·_·_·_·_·_·_·_·_
        1·Do·do·AUX·VBP·_·3·aux·_·_
        2·n't·not·PART·RB·_·3·advmod·_·_
        3·go·go·VERB·VB·_·0·root·_·SpaceAfter=No
        3.1·there·there·ADV·RB·_·_·_·_·_
        4·.·.·PUNCT·.·_·3·punct·_·_

        # sent_id = port-2
        # newpar
        1·Wait·wait·VERB·VB·_·0·root·_·SpaceAfter=No
        2·!·!·PUNCT·.·_·1·punct·_·_

        """.Replace('·', '\t');

    [Fact]
    public void Words_tokens_and_paragraphs_are_read_and_the_text_is_put_together_again()
    {
        var sentences = Conllu.Read(new StringReader(File)).ToList();
        Assert.Equal(["Do", "n't", "go", "."], sentences[0].Words.Select(word => word.Form));
        Assert.Equal(["Don't", "go", "."], sentences[0].Tokens.Select(token => token.Form));
        var text = Assert.Single(ConlluText.Of(sentences));
        Assert.Equal("Don't go.\n\nWait! ", text.Text);
        Assert.Equal(["Do", "n't", "go", ".", "Wait", "!"], text.Words.Select(range => range.Of(text.Text)));
        Assert.Equal([0, 4, 6], text.SentenceStarts);
    }

    [Theory]
    [InlineData("1\tGo\tgo\n\n", "line 1: 3 columns")]
    [InlineData("1\tGo\tgo\tVERB\tVB\t_\tx\troot\t_\t_\n\n", "“x” is no number")]
    public void A_line_that_does_not_parse_is_named(string file, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Conllu.Read(new StringReader(file)).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_reads_back_with_the_words_that_were_given()
    {
        var sentences = Conllu.Read(new StringReader(File)).ToList();
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, sentences, Analyzer.ReadSyntax(sentences));
        var again = Conllu.Read(new StringReader(writer.ToString())).ToList();
        Assert.Equal(sentences.Select(sentence => sentence.Id), again.Select(sentence => sentence.Id));
        Assert.Equal(sentences.SelectMany(sentence => sentence.Tokens), again.SelectMany(sentence => sentence.Tokens));
        Assert.Equal(sentences.SelectMany(sentence => sentence.Words).Select(word => word.Form), again.SelectMany(sentence => sentence.Words).Select(word => word.Form));
        Assert.All(again, sentence => Assert.Single(sentence.Words, word => word.Head == 0 && word.Relation == "root"));
    }

    [Fact]
    public void A_document_is_written_with_its_sentences_its_gaps_and_its_names()
    {
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, "r1", Analyzer.Analyze("Maria Holt left London on Monday.\nShe won't come back."));
        var sentences = Conllu.Read(new StringReader(writer.ToString())).ToList();
        Assert.Equal(["r1-1", "r1-2"], sentences.Select(sentence => sentence.Id));
        Assert.True(sentences[1].NewParagraph);
        Assert.False(sentences[0].Tokens[^2].SpaceAfter);
        Assert.Contains("NER=B-PER", writer.ToString(), StringComparison.Ordinal);
    }
}
