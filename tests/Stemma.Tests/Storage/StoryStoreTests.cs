using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Rulings;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class StoryStoreTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    static readonly Report First = TemporaryArchive.Report("The dam at Quell cracked overnight, engineer Ada Brook said.", "Dam cracks", "2025-03-04T08:00:00+01:00", "Quell Mail");
    static readonly Report Second = TemporaryArchive.Report("The valley below Quell was cleared, Brook said.", "Valley cleared", "2025-03-05T09:00:00+01:00", "Caldia Today");
    static readonly Report Earlier = TemporaryArchive.Report("Water seeped through the dam at Quell.", "Dam seeps", "2025-03-03", "Quell Mail");

    [Fact]
    public void The_stories_of_the_samples_come_back_as_packs_that_hold()
    {
        archive.Add(Samples.Reports);
        archive.Compute();
        var (computed, current) = archive.Computed();
        archive.Reopened();
        Assert.Equal(current.Order(StringComparer.Ordinal), archive.Store.StoryKeys().Keys.Order(StringComparer.Ordinal));
        foreach (var (story, key, reports) in computed)
        {
            var pack = archive.Store.FindStory(story.Id)!;
            var verdict = PackVerifier.Verify(PackJson.ToBytes(pack));
            Assert.True(verdict.Outcome == PackOutcome.Holds, verdict.Message);
            Assert.Equal(key, archive.Store.StoryKeys()[story.Id]);
            Assert.Equal(Bytes(story, [.. reports.Select(static report => report with { Seen = "2025-03-06T12:00:00Z" })]), Bytes(pack.Stories[0], pack.Reports));
            Assert.Equal(reports.Select(static report => report.Published).Last(static published => published is not null), pack.AsOf);
            Assert.All(reports, report => Assert.Equal(story.Id, archive.Store.StoryOfReport(report.Id)));
        }
        Assert.Null(archive.Store.FindStory("s0"));
        Assert.Null(archive.Store.StoryOfReport("r0"));
    }

    static byte[] Bytes(PackStory story, IReadOnlyList<PackReport> reports) =>
        PackJson.ToBytes(new EvidencePack(EvidencePack.CurrentFormat, new PackTool("0", null), null, [], reports, [story]));

    [Fact]
    public void Stories_are_listed_by_their_newest_publication_and_paged()
    {
        var undated = TemporaryArchive.Report("A gate fell at Ostrava Mill.", "Gate falls");
        archive.Add(First, Second, Earlier, undated);
        Replace([Alone(First), Alone(undated), Of(Second, Earlier)]);
        var page = archive.Store.Stories(1, 2);
        Assert.Equal(3, page.Total);
        Assert.Equal([Of(Second, Earlier).Id, Alone(First).Id], page.Items.Select(static row => row.Id));
        var row = page.Items[0];
        Assert.Equal(("Valley cleared", 2, 2, "2025-03-03", "2025-03-05T09:00:00+01:00", "2025-03-06T12:00:00Z"), (row.Title, row.Reports, row.Outlets, row.First, row.Last, row.Computed));
        Assert.Equal(Alone(undated).Id, Assert.Single(archive.Store.Stories(2, 2).Items).Id);
        Assert.Empty(archive.Store.Stories(int.MaxValue, int.MaxValue).Items);
        Assert.Equal(3, archive.Store.Stories(-1, 500).Items.Count);
    }

    [Fact]
    public void A_story_that_gains_a_founder_is_found_under_its_former_id()
    {
        archive.Add(First, Second, Earlier);
        Replace([Of(First, Second)]);
        var former = Of(First, Second).Id;
        var now = Of(Earlier, First, Second).Id;
        var note = archive.Store.AddNote("Dana", former, First.Id, "Call the engineer.", signedOff: false, TemporaryArchive.Noon);
        Replace([Of(Earlier, First, Second)]);
        Assert.Equal(now, archive.Store.CurrentId(former));
        Assert.Equal(now, archive.Store.FindStory(former)!.Stories[0].Id);
        Assert.Equal([former], archive.Store.FindStory(now)!.Stories[0].Formerly);
        Assert.Equal([note], archive.Store.Notes(now));
        Assert.Equal([note], archive.Store.Notes(former));

        // And back again: the id is a story's own once more, and leads nowhere else.
        Replace([Of(First, Second), Alone(Earlier)]);
        Assert.Equal(former, archive.Store.CurrentId(former));
        Assert.Empty(archive.Store.FindStory(former)!.Stories[0].Formerly);
        Assert.Equal(Alone(Earlier).Id, archive.Store.CurrentId(now));
    }

    [Fact]
    public void While_stories_are_replaced_in_lots_a_report_belongs_to_the_one_computed_last()
    {
        archive.Add(First, Second);
        Replace([Of(First, Second)]);
        var split = Alone(Second);
        archive.Replace([Item(split)], Set(split.Id, Of(First, Second).Id));
        Assert.Equal(split.Id, archive.Store.StoryOfReport(Second.Id));
        Assert.Equal(Of(First, Second).Id, archive.Store.StoryOfReport(First.Id));
    }

    [Fact]
    public void The_same_stories_give_the_same_lists_whatever_the_order_they_were_written_in()
    {
        archive.Add(Samples.Reports);
        var (computed, current) = archive.Computed();
        archive.Replace(computed, current);
        using var other = new TemporaryArchive();
        other.Add(Samples.Reports.Reverse());
        other.Replace([.. computed.Reverse()], current);
        Assert.Equal(archive.Store.Stories(1, 50).Items, other.Store.Stories(1, 50).Items);
        foreach (var id in current)
            Assert.Equal(PackJson.ToBytes(archive.Store.FindStory(id)!), PackJson.ToBytes(other.Store.FindStory(id)!));
    }

    [Fact]
    public void A_pack_carries_the_rulings_in_force_that_touch_its_story()
    {
        archive.Add(First, Second, Earlier);
        Replace([Of(First, Second), Alone(Earlier)]);
        var ruling = archive.Store.AddRuling("Dana", RulingKind.Together, First.Id, Second.Id, "same dam", TemporaryArchive.Noon);
        archive.Store.AddRuling("Dana", RulingKind.Apart, "r1", "r2", null, TemporaryArchive.Noon);
        var what = Assert.Single(archive.Store.FindStory(Of(First, Second).Id)!.Rulings);
        Assert.Equal(new PackRuling("2025-03-06T12:00:00Z", "Dana", $"reports {First.Id} and {Second.Id} are of one story: same dam"), what);
        Assert.Empty(archive.Store.FindStory(Alone(Earlier).Id)!.Rulings);
        archive.Store.WithdrawRuling(ruling.Number, "Dana", TemporaryArchive.Noon);
        Assert.Empty(archive.Store.FindStory(Of(First, Second).Id)!.Rulings);
    }

    [Fact]
    public void A_source_lists_what_it_is_cited_for_in_each_story()
    {
        archive.Add(First, Second);
        var (computed, current) = archive.Computed();
        archive.Replace(computed, current);
        var source = computed.SelectMany(static item => item.Story.Sources).First(static source => source.Name == "Ada Brook");
        var rows = archive.Store.Source(source.Id);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(("Ada Brook", "person"), (row.Name, row.Kind));
            var story = archive.Store.FindStory(row.StoryId)!.Stories[0];
            Assert.Equal(story.Statements.Count(statement => statement.Chain.Any(link => link.Source == source.Id)), row.Statements);
        });
        Assert.Empty(archive.Store.Source("o0"));
    }

    [Fact]
    public void A_story_with_a_report_that_is_not_here_is_not_written()
    {
        archive.Add(First);
        Replace([Of(First, Second), Alone(First)]);
        Assert.Equal([Alone(First).Id], archive.Store.StoryKeys().Keys);
    }

    void Replace(PackStory[] stories) => archive.Replace([.. stories.Select(Item)], Set([.. stories.Select(static story => story.Id)]));

    static HashSet<string> Set(params string[] ids) => new(ids, StringComparer.Ordinal);

    /// <summary>Unlike in the program, the id derives from all reports, so that stories with one founder are told apart.</summary>
    static PackStory Of(params Report[] reports) => new(
        ContentId.Of('s', [.. reports.Select(static report => report.Id)]), [], reports[0].Title!, [.. reports.Select(static report => report.Id)],
        new Dictionary<string, string>(StringComparer.Ordinal), [], [], [], [], [], [], [], []);

    static PackStory Alone(Report report) => Of(report);

    static (PackStory Story, string Key, IReadOnlyList<PackReport> Reports) Item(PackStory story) =>
        (story, "k", [.. story.Reports.Select(static id => Packed(((Report[])[First, Second, Earlier]).FirstOrDefault(report => report.Id == id) ?? TemporaryArchive.Report("A gate fell at Ostrava Mill.", "Gate falls")))]);

    static PackReport Packed(Report report) => new(
        report.Id, null, null, null, report.TextSha256, null, report.Title, report.Text, "en", report.Outlet, null, null, [], report.Published.ToIso(), null, "stated", null, [], []);
}
