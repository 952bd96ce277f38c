using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “it is over” and left.", "it is over")]
    [InlineData("He said \"it is over\" and left.", "it is over")]
    [InlineData("He said 'it is over' and left.", "it is over")]
    [InlineData("He said ‘it is over’ and left.", "it is over")]
    [InlineData("He said «it is over» and left.", "it is over")]
    [InlineData("He said ``it is over'' and left.", "it is over")]
    [InlineData("“One,” he said, “and two.”", "One,|and two.")]
    [InlineData("“He told me ‘it is over’ today,” she said.", "He told me ‘it is over’ today,")]
    [InlineData("He said 'it isn't Holt's bridge' and left.", "it isn't Holt's bridge")]
    [InlineData("‘The workers’ hall is shut,’ he said.", "The workers’ hall is shut,")]
    [InlineData("The workers' hall and the '90s were gone.", "")]
    [InlineData("'Tis late, said Holt's friend.", "")]
    [InlineData("They had 'cats' and 'dogs.' No more.", "cats|dogs.")]
    [InlineData("A mark \" stands alone.", "")]
    [InlineData("“”", "")]
    public void The_words_between_marks_are_found(string text, string inner) =>
        Assert.Equal(inner, string.Join('|', Analyzer.Analyze(text).Quotations.Select(quotation => quotation.Inner.Of(text))));

    [Theory]
    [InlineData("“One goes on.\n“Two goes on.\n“Three ends,” he said.")]
    [InlineData("\"One goes on.\n\"Two goes on.\n\"Three ends,\" he said.")]
    public void A_quotation_over_three_paragraphs_is_three_that_continue(string text)
    {
        var found = Analyzer.Analyze(text).Quotations;
        Assert.Equal(["One goes on.", "Two goes on.", "Three ends,"], found.Select(quotation => quotation.Inner.Of(text)));
        Assert.Equal([-1, 0, 1], found.Select(quotation => quotation.Continues));
    }

    [Fact]
    public void A_paragraph_that_begins_without_a_mark_continues_nothing()
    {
        var found = Analyzer.Analyze("“One goes on.\nNo mark here.\n“Two,” he said.").Quotations;
        Assert.All(found, quotation => Assert.Equal(-1, quotation.Continues));
    }
}
