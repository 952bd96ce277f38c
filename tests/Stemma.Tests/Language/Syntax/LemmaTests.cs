using Stemma.Language;
using Stemma.Language.Syntax;
using Xunit;

namespace Stemma.Tests.Language.Syntax;

public sealed class LemmaTests
{
    [Theory]
    [InlineData("Went", "go")]
    [InlineData("ships", "ship")]
    [InlineData("Holts", "Holt")]
    [InlineData("be", "be")]
    [InlineData("NATO", "NATO")]
    public void The_rule_between_a_word_and_its_form_makes_the_form(string word, string lemma) =>
        Assert.Equal(lemma, LemmaRule.Between(word, lemma).Apply(word));

    [Fact]
    public void The_word_comes_before_its_ending_and_the_longest_ending_before_shorter_ones()
    {
        LemmaRule[] rules = [new(0, "", true), new(1, "", true), new(3, "y", true), new(4, "go", true)];
        var lemmas = new Lemmas(rules,
            new() { [Lemmas.FormKey("went", 1)] = 3 },
            new() { [Lemmas.EndingKey("", 0, 1)] = 0, [Lemmas.EndingKey("xs", 1, 1)] = 1, [Lemmas.EndingKey("xies", 3, 1)] = 2 });
        Assert.Equal("go", lemmas.Of("Went", 1));
        Assert.Equal("carry", lemmas.Of("carries", 1));
        Assert.Equal("ship", lemmas.Of("ships", 1));
        Assert.Equal("Ships", lemmas.Of("Ships", 2));
    }

    [Fact]
    public void Forms_that_the_language_inflects_come_back_to_their_dictionary_form()
    {
        var document = Analyzer.Analyze("The ministers had warned that two ships were carrying missiles, and she has gone.");
        Assert.Equal(["minister", "have", "warn", "ship", "be", "carry", "missile", "go"],
            document.Sentences.Single() is var sentence ? Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Select(document.TokenAt)
                .Where(token => token.Text is "ministers" or "had" or "warned" or "ships" or "were" or "carrying" or "missiles" or "gone").Select(token => token.Lemma) : []);
    }
}
