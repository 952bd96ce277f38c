using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Stories;
using Stemma.Tests.Lineage;
using Xunit;

namespace Stemma.Tests.Rulings;

public sealed class RulingReplayTests
{
    static readonly Report Older = PlainDocument.Report(
        "Night trains between Olm and Carrow will stop in spring, the railway of Olm said.", "Strait Post", "2031-05-01T09:00", "Night trains to stop");

    static readonly Report Mine = PlainDocument.Report(
        """
        The copper mine at Ostervald will close in the autumn, its owners said on Friday, ending a century of digging in the valley.
        Some 640 miners learned of the decision at a meeting in the canteen. Their union called it a betrayal.
        """, "Strait Post", "2031-05-02T11:00", "Ostervald copper mine to close");

    static readonly Report MineLater = PlainDocument.Report(
        """
        Miners at Ostervald walked out on Saturday in protest at the closing of the copper mine.
        About 400 of the 640 miners marched from the smelter to the town hall, where their union handed over a petition.
        """, "Hill Gazette", "2031-05-03", "Ostervald miners march against closing of copper mine");

    static Story[] Stories(params (RulingKind Kind, Report A, Report B)[] rulings) =>
        [.. PackBuilder.Group([Older, Mine, MineLater], [.. rulings.Select((ruling, i) => new Ruling(i + 1, "2031-05-04T08:00:00Z", "Dana", ruling.Kind, ruling.A.Id, ruling.B.Id, null))]).Stories];

    [Fact]
    public void An_older_report_that_is_put_into_a_story_does_not_found_it_anew()
    {
        var before = Stories()[1];
        Assert.Equal((Story.IdOf(Mine.Id), Mine.Title), (before.Id, before.Title));
        var after = Assert.Single(Stories((RulingKind.Pin, Older, MineLater)));
        Assert.Equal((before.Id, before.Title, 3), (after.Id, after.Title, after.Reports.Count));
        Assert.Equal(before.Id, Assert.Single(Stories((RulingKind.Pin, Older, MineLater), (RulingKind.Pin, Older, Mine))).Id);
    }

    [Fact]
    public void A_founder_that_is_kept_where_it_is_stays_the_founder()
    {
        Assert.Equal(Story.IdOf(Mine.Id), Stories((RulingKind.Pin, Mine, MineLater))[1].Id);
        var back = Stories((RulingKind.Pin, Mine, Older), (RulingKind.Pin, Mine, MineLater));
        Assert.Equal([Story.IdOf(Older.Id), Story.IdOf(Mine.Id)], back.Select(static story => story.Id));
    }
}
