using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Each text is written with a bar where a sentence ends; the bar and one space are taken out before it is read.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("The bridge fell.| Nobody was hurt.")]
    [InlineData("Who knew?| Nobody!| So it went on.")]
    [InlineData("Mr. Holt met Dr. Reyes on St. Olave St. on Monday.| They left.")]
    [InlineData("J. R. Venn, of the union, left.| He was late.")]
    [InlineData("It opened at 9 a.m. on Friday.| It shut at 5 p.m.| The crowd left.")]
    [InlineData("She lives in the U.S. and works for the U.N. there.| He does not.")]
    [InlineData("They flew to the U.S.| The talks failed.")]
    [InlineData("Crane No. 4 fell at noon.| Crane No. 5 did not.")]
    [InlineData("He works for Port Co. Ltd. in Calder.| She owns it.")]
    [InlineData("“We are done,” he said.| “It is over.”| They left.")]
    [InlineData("“Are we done?” he asked.| “No.”| She left.")]
    [InlineData("He said: “It is over.”| She left.")]
    [InlineData("He said it was over (it was not.)| She left.")]
    [InlineData("\"It is over.\"| \"It is not.\"")]
    [InlineData("He waited … and waited... and left.| She stayed.")]
    [InlineData("He waited ...| She left.")]
    [InlineData("Really?!| It fell!| He waited . . . and left.")]
    [InlineData("“Did it fall?” he asked.| “No.”| She left.")]
    [InlineData("First line\n|Second line\n\n|Third line")]
    [InlineData("It cost $3.5 million.| It was 4 p.m. when Holt left.")]
    [InlineData("See https://news.example/a.b?c=d.| It is there.")]
    [InlineData("It fell on Jan. 5 in Calif. and on Feb. 6.| The rest stood.")]
    public void A_sentence_ends_where_a_reader_would_end_it(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal(marked.Split('|', StringSplitOptions.TrimEntries), Analyzer.Analyze(text).Sentences.Select(sentence => sentence.Range.Of(text)));
    }

    [Fact]
    public void A_part_set_apart_ends_the_sentence_before_it()
    {
        const string text = "The bridge fell READ MORE at noon.";
        var apart = new TextRange(text.IndexOf("READ", StringComparison.Ordinal), text.IndexOf("READ", StringComparison.Ordinal) + 9);
        Assert.Equal(["The bridge fell", "at noon."], StageInvariants.Check(text, apart).Sentences.Select(sentence => sentence.Range.Of(text)));
    }
}
