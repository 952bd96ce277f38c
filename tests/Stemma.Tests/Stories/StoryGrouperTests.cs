using System.Collections;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Tests.Lineage;
using Xunit;

namespace Stemma.Tests.Stories;

public sealed class StoryGrouperTests
{
    static readonly Report FerryPost = PlainDocument.Report(
        Ferry.Text(Ferry.Lead, Ferry.Lifeboats, Ferry.Weather, Ferry.Operator), "Strait Post", "2031-05-02T09:00", "Ferry aground off Marrow");

    static readonly Report FerryGazette = PlainDocument.Report(
        Ferry.Text(["A ferry of the Northern Strait Line struck a sandbank off Marrow in fog on Friday with more than two hundred people aboard.", .. Ferry.Other]),
        "Hill Gazette", "2031-05-02T14:00", "Travellers safe after ferry strikes sandbank off Marrow");

    static readonly Report Mine = PlainDocument.Report(
        """
        The copper mine at Ostervald will close in the autumn, its owners said on Friday, ending a century of digging in the valley.
        Some 640 miners learned of the decision at a meeting in the canteen. Their union called it a betrayal.
        Ore from Ostervald has grown poorer every year, and pumping water out of the lower galleries costs more than the copper brings.
        The province has offered to buy the smelter, where it hopes to melt down old cable.
        """, "Strait Post", "2031-05-02T11:00", "Ostervald copper mine to close");

    static readonly Report MineLater = PlainDocument.Report(
        """
        Miners at Ostervald walked out on Saturday in protest at the closing of the copper mine.
        About 400 of the 640 miners marched from the smelter to the town hall, where their union handed over a petition.
        The owners say that the ore no longer pays for the pumping of the galleries. The province wants the smelter kept.
        """, "Hill Gazette", "2031-05-03", "Ostervald miners march against closing of copper mine");

    // The same kind of happening, elsewhere and to others: the trap.
    static readonly Report OtherFerry = PlainDocument.Report(
        """
        A car ferry lost power in the Gulf of Sorrel on Friday and drifted for three hours before a tug took it in tow, port officials said.
        The 88 passengers on the Queen Adela were given soup while engineers worked on a flooded pump.
        The vessel belongs to Sorrel Bay Lines, whose older ship, the Lady Brenda, was sold for scrap last month.
        Divers in Port Amity will look at the hull on Monday.
        """, "Wire", "2031-05-02T20:00", "Queen Adela adrift in Gulf of Sorrel");

    static readonly Report[] All = [FerryPost, Mine, FerryGazette, OtherFerry, MineLater];

    [Fact]
    public void Reports_of_one_happening_come_together_and_others_stay_apart()
    {
        var stories = StoryGrouper.Group(All);
        Assert.Equal(["0,2", "1,4", "3"], stories.Select(story => string.Join(',', story.Reports)));
        Assert.Equal(["Ferry aground off Marrow", "Ostervald copper mine to close", "Queen Adela adrift in Gulf of Sorrel"], stories.Select(story => story.Title));
    }

    [Fact]
    public void The_order_of_the_inputs_changes_nothing()
    {
        var expected = Summary(All);
        foreach (var order in new int[][] { [4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [3, 4, 0, 2, 1] })
            Assert.Equal(expected, Summary([.. order.Select(i => All[i])]));
    }

    [Fact]
    public void A_story_keeps_the_id_of_its_founding_report()
    {
        var before = StoryGrouper.Group([Mine]);
        var after = StoryGrouper.Group([MineLater, Mine]);
        Assert.Equal(ContentId.Of('s', Mine.Id), before[0].Id);
        Assert.Equal(before[0].Id, Assert.Single(after).Id);
    }

    [Fact]
    public void Every_report_is_in_one_story_with_one_sentence_that_says_why()
    {
        var stories = StoryGrouper.Group(All);
        Assert.Equal([0, 1, 2, 3, 4], stories.SelectMany(story => story.Reports).Order());
        Assert.All(stories, story => Assert.Equal(story.Reports.Count, story.Why.Count));
        Assert.All(stories.SelectMany(story => story.Why), why => Assert.EndsWith(".", why, StringComparison.Ordinal));
        Assert.Contains("“Ostervald”", stories[1].Why[1], StringComparison.Ordinal);
        Assert.Equal("It stands alone: no other report is alike enough.", Assert.Single(stories[2].Why));
    }

    [Fact]
    public void A_copy_joins_its_original_even_under_another_opening()
    {
        var copy = FerryPost.Text + "\nThe Gazette could not reach the company on Friday.";
        var story = Assert.Single(StoryGrouper.Group([FerryPost, PlainDocument.Report(copy, "Hill Gazette", "2031-05-03")]));
        Assert.Contains("of its text in common", story.Why[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_matter_a_year_later_is_another_story()
    {
        var later = MineLater with { Published = new Published(new DateTime(2032, 6, 1), null, DayOnly: true, PublishedBasis.Stated) };
        Assert.Equal(2, StoryGrouper.Group([Mine, later]).Count);
    }

    [Fact]
    public void A_rewrite_in_other_words_joins_the_one_story_it_is_like()
    {
        var second = PlainDocument.Report(
            Ferry.Text("Engineers refloated the ferry that ran aground off Marrow, the coastguard said.", Ferry.Captain, Ferry.History, Ferry.Oil),
            "Wire", "2031-05-02T22:00", "Ferry refloated off Marrow");
        var column = PlainDocument.Report(
            """
            My aunt was on that boat, and she has told it to everyone in the shop by now: the bump, the fog, the tea in paper cups.
            What she keeps coming back to is the schoolchildren, who sang hymns until their teacher cried. Not one adult knew the words.
            Nora at the bakery gave away her morning loaves. My neighbour, who has not spoken to her since the business with the goat, ate two.
            We on Marrow are used to waiting for the ferry. We are not used to the ferry waiting for us, on a sandbank.
            By evening the pier smelled of wet wool and soup, and somebody's dog had adopted a commercial traveller in bathroom tiles.
            """, "Marrow Parish Letter", "2031-05-04", "A long day at the pier");
        var stories = StoryGrouper.Group([FerryPost, FerryGazette, second, Mine, MineLater, column]);
        Assert.Equal(["0,1,2,5", "3,4"], stories.Select(story => string.Join(',', story.Reports.Order())));
    }

    [Fact]
    public void Words_of_equal_weight_keep_their_order_whatever_else_comes_in()
    {
        // Each name stands twice in one report and once in the other.
        string[] names = ["Zanthor", "Quillby", "Ombrevale", "Tarnwick", "Vessary", "Hollmarch"];
        string Text(int twice, string first, string again) => string.Join(' ', names.Select((name, i) => i % 2 == twice ? $"{first} {name} {again} {name}." : $"{first} {name} alone."));
        Report[] pair = [PlainDocument.Report(Text(0, "Wardens came from", "by the road to"), "Strait Post", "2031-05-02T09:00"), PlainDocument.Report(Text(1, "Nobody stayed in", "who was born in"), "Hill Gazette", "2031-05-02T14:00")];
        var others = Enumerable.Range(0, 40).Select(static i => PlainDocument.Report($"Parcel {i} of lot {i * 7} was sold at noon to bidder {i * 13}.", "Wire", "2031-01-02")).ToList();
        var said = Enumerable.Range(0, others.Count).Select(count => StoryGrouper.Group([.. pair, .. others.Take(count)]).Single(static story => story.Reports[0] == 0)).Select(static story => string.Join(' ', story.Why));
        Assert.Contains("Zanthor", Assert.Single(said.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_be_grouped()
    {
        Assert.Empty(StoryGrouper.Group(Array.Empty<Report>()));
        string[] texts = ["", "\uD800\uDC00 \uD800", new string('x', 30_000), "the of and", "\0\n\n\t", "Москва и Пхеньян опровергли сообщение."];
        var stories = StoryGrouper.Group([.. texts.Select(text => PlainDocument.Report(text))]);
        Assert.Equal(texts.Length, stories.Sum(story => story.Reports.Count));
        Assert.All(stories, story => Assert.NotEqual("", story.Title));
    }

    /// <summary>An archive is gone through three times, while reports are removed and come in.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void What_goes_or_comes_while_reports_are_grouped_disturbs_no_other_story(int goneFrom)
    {
        var (features, later) = (All.Select(static report => ReportFeatures.Of(report)).ToList(), ReportFeatures.Of(PlainDocument.Report("Snow fell on the pass at Karrow all night, and the road was closed at noon.", "Wire", "2031-05-04")));
        var times = 0;
        IEnumerable<ReportFeatures> Changing() => ++times < goneFrom ? features : features.Where(static one => one.Head.Id != OtherFerry.Id).Append(later);
        var (reports, stories) = StoryGrouper.Group(new Repeated(Changing));
        Assert.Equal(3, times);
        Assert.Equal(All.Select(static report => report.Id), reports.Select(static report => report.Id));
        Assert.Equal(["0,2", "1,4", "3"], stories.Select(static story => string.Join(',', story.Reports)));
        Assert.Equal(StoryGrouper.Group(All)[1].Id, stories[1].IdAmong(reports));
    }

    sealed class Repeated(Func<IEnumerable<ReportFeatures>> each) : IEnumerable<ReportFeatures>
    {
        public IEnumerator<ReportFeatures> GetEnumerator() => each().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    static string Summary(Report[] reports) => string.Join('\n', StoryGrouper.Group(reports)
        .Select(story => $"{story.Id} {story.Title}: {string.Join("; ", story.Reports.Select((i, k) => reports[i].Id + " " + story.Why[k]))}"));
}
