using Stemma.Lineage;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Lineage;

public sealed class PassageMatcherTests
{
    [Fact]
    public void A_passage_is_found_whatever_its_case_marks_and_spacing()
    {
        var (a, b) = ("He said: “The old bridge cannot be\nsaved this winter,” and left.", "THE OLD BRIDGE cannot be saved - this winter - and left, they heard.");
        var passage = Assert.Single(Match(a, b));
        Assert.Equal("The old bridge cannot be\nsaved this winter,” and left", passage.A.Of(a));
        Assert.Equal("THE OLD BRIDGE cannot be saved - this winter - and left", passage.B.Of(b));
        Assert.True(WordText.SameWords(passage.A.Of(a), passage.B.Of(b)));
    }

    [Fact]
    public void Moved_blocks_are_found_and_no_word_is_used_twice()
    {
        var a = Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather);
        var b = Ferry.Text(Ferry.Weather, Ferry.Lead, Ferry.Lifeboats, Ferry.Lead);
        var passages = Match(a, b);
        Assert.Equal(2, passages.Count);
        Assert.Equal(passages.OrderBy(p => p.A.Start), passages);
        foreach (var (p, q) in passages.SelectMany((p, i) => passages.Skip(i + 1).Select(q => (p, q))))
        {
            Assert.False(p.A.Overlaps(q.A));
            Assert.False(p.B.Overlaps(q.B));
        }
    }

    [Fact]
    public void A_stock_phrase_alone_is_no_passage()
    {
        Assert.Empty(Match("He spoke at a news conference in the capital city on the coast.", "She was late at a news conference in the capital city of the south."
            .Replace("in the capital city", "in the town", StringComparison.Ordinal)));
        Assert.Empty(Match("a b c d e f g", "a b c d e f g"));
    }

    [Fact]
    public void A_short_run_counts_beside_a_longer_one()
    {
        var a = "One two three four five six seven eight nine ten, then came eleven twelve thirteen fourteen fifteen.";
        var b = "One two three four five six seven eight nine ten; later eleven twelve thirteen fourteen fifteen.";
        Assert.Equal(2, Match(a, b).Count);
    }

    [Fact]
    public void No_passage_runs_across_a_part_set_apart()
    {
        var text = Ferry.Lead + "\nRead more here\n" + Ferry.Lifeboats;
        var apart = new Stemma.Language.TextRange(Ferry.Lead.Length, Ferry.Lead.Length + 16);
        var passages = PassageMatcher.Match(WordText.Of(text, [apart]), WordText.Of(Ferry.Lead + " " + Ferry.Lifeboats, []));
        Assert.Equal(2, passages.Count);
        Assert.DoesNotContain(passages, passage => passage.A.Overlaps(apart));
    }

    [Fact]
    public void Text_that_repeats_itself_is_held_to_a_budget()
    {
        var words = string.Join(' ', Enumerable.Repeat("again", 60_000));
        Assert.NotEmpty(Match(words, words + " and"));
        Assert.Empty(Match("", "\uD800 \uFFFD … —"));
    }

    static IReadOnlyList<Passage> Match(string a, string b) => PassageMatcher.Match(WordText.Of(a, []), WordText.Of(b, []));
}
