using FsCheck;
using FsCheck.Fluent;
using Stemma.Storage;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Storage;

public sealed class SearchTests : IDisposable
{
    readonly TemporaryArchive archive = new();

    public void Dispose() => archive.Dispose();

    Page<SearchHit> Find(string query, HitKind? kind = null) => archive.Store.Search(query, kind, 1, 50);

    string[] Ids(string query, HitKind? kind = HitKind.Report) => [.. Find(query, kind).Items.Select(static hit => hit.Id)];

    [Fact]
    public void All_words_must_occur_and_the_last_may_go_on()
    {
        var ferry = TemporaryArchive.Report("The ferry to Ostrava Mill was late.", "Ferry late");
        var gate = TemporaryArchive.Report("A gate fell at Ostrava Mill.", "Gate falls");
        archive.Add(ferry, gate);
        Assert.Equal([ferry.Id], Ids("ferry mill"));
        Assert.Equal([ferry.Id], Ids("FERRY ostr"));
        Assert.Equal([], Ids("ferr mill"));
        Assert.Equal([], Ids("fe"));
        Assert.Equal([], Ids("ferry gate"));
        Assert.Equal(2, Ids("Ostrava").Length);
        Assert.Equal([gate.Id], Ids("gate OR ferry NOT mill").Concat(Ids("gate")));
    }

    [Fact]
    public void A_word_in_a_title_comes_before_one_in_a_text()
    {
        var inText = TemporaryArchive.Report("Nobody in the long hall spoke of the lanternfish for as long as the visit lasted.", "A quiet visit");
        var inTitle = TemporaryArchive.Report("Nobody in the long hall spoke of anything for as long as the visit of the guests lasted.", "The lanternfish");
        archive.Add(inText, inTitle);
        Assert.Equal([inTitle.Id, inText.Id], Ids("lanternfish"));
    }

    [Fact]
    public void Letters_with_and_without_marks_are_the_same()
    {
        var report = TemporaryArchive.Report("Café Brâncuș reopened in Malmö.");
        archive.Add(report);
        Assert.Equal([report.Id], Ids("cafe brancus MALMO"));
        Assert.Equal([report.Id], Ids("Café Malmö"));
    }

    [Fact]
    public void A_snippet_marks_the_words_found_and_no_text_can_forge_a_mark()
    {
        var report = TemporaryArchive.Report("The \u0002harbour\u0003 office said the lanternfish was back.", "\u0002Fish\u0003");
        archive.Add(report);
        var hit = Assert.Single(Find("lanternfish", HitKind.Report).Items);
        Assert.Equal("The  harbour  office said the \u0002lanternfish\u0003 was back.", hit.Snippet);
        Assert.Equal("\u0002harbour\u0003", Assert.Single(Find("harbour", HitKind.Report).Items).Snippet[5..14]);
    }

    [Fact]
    public void Statements_and_sources_of_the_samples_are_found_in_their_stories()
    {
        archive.Add(Samples.Reports);
        archive.Compute();
        foreach (var row in archive.Store.Stories(1, 50).Items)
        {
            var pack = archive.Store.FindStory(row.Id)!;
            var story = pack.Stories[0];
            foreach (var statement in story.Statements.Where(static statement => statement.Attribution).Take(5))
                Assert.Contains(Find(statement.Content[0].Text, HitKind.Statement).Items, hit => hit.Id == statement.Id && hit.StoryId == story.Id && hit.ReportId == statement.Report);
            foreach (var source in story.Sources.Where(static source => source.Kind != "unnamed").Take(5))
                Assert.Contains(Find(source.Name, HitKind.Source).Items, hit => hit.Id == source.Id && hit.ReportId is null);
            foreach (var report in pack.Reports)
                Assert.Contains(Find(report.Text[..Math.Min(200, report.Text.Length)], HitKind.Report).Items, hit => hit.Id == report.Id && hit.StoryId == story.Id);
        }
        Assert.DoesNotContain(Find("officials", HitKind.Source).Items, hit => archive.Store.Source(hit.Id)[0].Kind == "unnamed");
    }

    [Fact]
    public void A_source_of_several_stories_is_one_hit()
    {
        archive.Add(
            TemporaryArchive.Report("The dam cracked overnight, Mayor Dario Venn said on Tuesday.", outlet: "Quell Mail", published: "2025-03-04"),
            TemporaryArchive.Report("A tulip won the prize at the flower show. Dario Venn said he was glad for the gardeners.", outlet: "Quell Mail", published: "2023-07-01"));
        archive.Compute();
        var hits = Find("Venn", HitKind.Source);
        Assert.Equal(2, archive.Store.StoryKeys().Count);
        Assert.Equal((1, 1), (hits.Items.Count, hits.Total));
        Assert.Equal(2, archive.Store.Source(hits.Items[0].Id).Count);
    }

    [Fact]
    public void Pages_cover_every_hit_once_and_say_the_total()
    {
        archive.Add(Samples.Reports);
        archive.Compute();
        var all = archive.Store.Search("the", null, 1, 500);
        Assert.Equal(all.Total, all.Items.Count);
        Assert.Equal(all.Total, Enum.GetValues<HitKind>().Sum(kind => Find("the", kind).Total));
        var paged = Enumerable.Range(1, 200).SelectMany(number => archive.Store.Search("the", null, number, 7).Items).ToList();
        Assert.Equal(all.Items, paged);
        Assert.Equal(all.Items, archive.Reopened().Search("the", null, 1, 500).Items);
        Assert.Equal(all.Total, archive.Store.Search("the", null, int.MaxValue, int.MaxValue).Total);
    }

    [Fact]
    public void Words_of_a_replaced_story_are_no_longer_found()
    {
        archive.Add(TemporaryArchive.Report("The dam cracked overnight, Mayor Dario Venn said on Tuesday.", outlet: "Quell Mail", published: "2025-03-04"));
        archive.Compute();
        Assert.NotEmpty(Find("Venn", HitKind.Statement).Items);
        archive.Replace([], new HashSet<string>(StringComparer.Ordinal));
        Assert.Empty(Find("Venn", HitKind.Statement).Items);
        Assert.Empty(Find("Venn", HitKind.Source).Items);
        Assert.Null(Assert.Single(Find("Venn").Items).StoryId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n\0")]
    [InlineData("\"")]
    [InlineData("- * ^ : ( ) { } + ,")]
    public void Where_there_is_no_word_there_is_no_hit(string query)
    {
        archive.Add(Samples.Reports);
        Assert.Equal((0, 0), (Find(query).Items.Count, Find(query).Total));
    }

    [Theory]
    [InlineData("\"the")]
    [InlineData("the\" OR \"")]
    [InlineData("NEAR(the port, 5)")]
    [InlineData("title:the")]
    [InlineData("{title body}:the")]
    [InlineData("^the")]
    [InlineData("the*")]
    [InlineData("the AND")]
    [InlineData("AND OR NOT")]
    [InlineData("the\0port")]
    [InlineData("'; DROP TABLE report; --")]
    [InlineData("\ud800the")]
    [InlineData("𞤀𞤁 𝒳 ก็ 한국어 漢字")]
    public void No_query_is_a_mistake(string query)
    {
        archive.Add(Samples.Reports);
        var page = Find(query);
        Assert.Equal(page.Total, page.Items.Count);
        Assert.Equal(Samples.Reports.Count, archive.Store.CountReports());
    }

    [Fact]
    public void No_random_query_is_a_mistake()
    {
        archive.Add(Samples.Reports);
        archive.Compute();
        string[] pieces = ["the", "\"", "*", "AND", "OR", "NOT", "NEAR(", ")", "(", ":", "^", "+", "-", "{", "}", ",", "\0", " ", "\u0002", "é", "\ud83d", "\udd25", "title", "'", ";", "said"];
        Prop.ForAll<int[], string>((picks, other) =>
        {
            var query = string.Concat((picks ?? []).Select(pick => pieces[(int)((uint)pick % (uint)pieces.Length)])) + other;
            var page = archive.Store.Search(query, null, 1, 3);
            return page.Items.Count == Math.Min(3, page.Total)
                && page.Items.All(static hit => hit.Snippet.Count(static c => c == HitMarks.Start) == hit.Snippet.Count(static c => c == HitMarks.End));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20250306, 3));
    }

    [Fact]
    public void A_query_of_any_length_is_answered()
    {
        archive.Add(Samples.Reports);
        Assert.NotNull(Find(string.Join(' ', Enumerable.Repeat("the port", 50_000))));
        Assert.Empty(Find(new string('a', 1_000_000)).Items);
        Assert.Empty(Find(string.Join('-', Enumerable.Repeat("a", 100_000))).Items);
    }
}
