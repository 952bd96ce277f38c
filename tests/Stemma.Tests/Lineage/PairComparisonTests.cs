using Stemma.Lineage;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Lineage;

public sealed class PairComparisonTests
{
    [Fact]
    public void Aligned_sentences_tell_copies_edits_and_moves_apart()
    {
        var a = Ferry.Text(Ferry.Lead, Ferry.Weather, Ferry.Expected, Ferry.Operator, Ferry.History);
        var b = Ferry.Text(Ferry.Captain, Ferry.Operator, Ferry.Weather, Ferry.Done, Ferry.History);
        var pairs = Compare(PlainDocument.Report(a), PlainDocument.Report(b)).Sentences;
        Assert.Equal([(1, 2), (2, 3), (3, 1), (4, 4)], pairs.Select(pair => (pair.SentenceA, pair.SentenceB)));
        Assert.Equal([true, false, true, true], pairs.Select(pair => pair.Identical));
        Assert.Equal([false, false, true, false], pairs.Select(pair => pair.Moved));
        Assert.All(pairs, pair => Assert.InRange(pair.Similarity, 0.6, 1));
        Assert.Equal(Ferry.Expected, pairs[1].A.Of(a));
        Assert.Equal(Ferry.Done, pairs[1].B.Of(b));
    }

    [Fact]
    public void A_sentence_that_was_only_lengthened_is_an_edit()
    {
        var longer = Ferry.Captain.TrimEnd('.') + ", and two members of the crew who had been on the bridge with him were heard in the evening by the same officials in Dunlin.";
        var pair = Assert.Single(Compare(PlainDocument.Report(Ferry.Captain), PlainDocument.Report(longer)).Sentences);
        Assert.False(pair.Identical);
    }

    [Fact]
    public void Comparing_the_other_way_round_mirrors_the_result()
    {
        var a = PlainDocument.Report(Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Expected, Ferry.History));
        var b = PlainDocument.Report(Ferry.Text(Ferry.Oil, Ferry.Hotels, Ferry.Lifeboats, Ferry.Weather, Ferry.Done, Ferry.History));
        var (one, other) = (Compare(a, b), Compare(b, a));
        Assert.Equal((one.Kind, one.LaterId, one.Confidence, one.Why), (other.Kind, other.LaterId, other.Confidence, other.Why));
        Assert.Equal((one.ContainmentA, one.ContainmentB), (other.ContainmentB, other.ContainmentA));
        Assert.Equal(b.Id, one.LaterId);
    }

    [Fact]
    public void Names_of_agencies_and_their_services_are_one_house()
    {
        var text = Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Operator);
        var own = PlainDocument.Report(text, "The Strait Times");
        var taken = text + "\nStrait Times News Service";
        var range = new Stemma.Language.TextRange(text.Length + 1, taken.Length);
        var reprint = PlainDocument.Report(taken, "Hill Gazette", credits: [new Credit("Strait Times News Service", range)], furniture: [new Furniture(FurnitureKind.Credit, range)]);
        var comparison = Compare(own, reprint);
        Assert.Equal((LineageKind.Reprints, reprint.Id), (comparison.Kind, comparison.LaterId));
        Assert.Contains("credits the other's outlet", comparison.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TBNS", "Tri-Basin News Service", true)]
    [InlineData("The Daily Post", "www.dailypost.example", true)]
    [InlineData("AP", "The Associated Press", true)]
    [InlineData("TBN", "Tri-Basin News Service", false)]
    [InlineData("Hill Gazette", "Dale Gazette", false)]
    public void Names_of_one_house_are_told_from_names_of_two(string a, string b, bool same)
    {
        Assert.Equal(same, Outlets.SameName(a, b));
        Assert.Equal(same, Outlets.SameName(b, a));
    }

    [Fact]
    public void Two_reporters_of_one_event_owe_each_other_nothing()
    {
        var comparison = Compare(PlainDocument.Report(Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Operator)), PlainDocument.Report(Ferry.Text(Ferry.Other)));
        Assert.Null(comparison.Kind);
        Assert.Null(comparison.LaterId);
        Assert.Equal("No textual evidence of derivation: no passage of eight words or more is shared.", comparison.Why);
    }

    [Theory]
    [InlineData("UPDATE 1-Ferry aground", "UPDATE 3-Ferry aground")]
    [InlineData("Ferry aground", "2nd UPDATE: Ferry aground")]
    public void A_higher_update_number_is_later(string titleA, string titleB)
    {
        var text = Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Operator);
        var later = PlainDocument.Report(text + " " + Ferry.Oil, "Wire", title: titleB);
        Assert.Equal(later.Id, Compare(PlainDocument.Report(text, "Wire", title: titleA), later).LaterId);
    }

    static PairComparison Compare(Report a, Report b) => PairComparison.Compare(a, PlainDocument.Of(a), b, PlainDocument.Of(b));
}
