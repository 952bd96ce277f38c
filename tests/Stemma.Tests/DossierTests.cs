using Stemma.App.Output;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class DossierTests
{
    static string Written(EvidencePack pack, DossierOptions? options = null)
    {
        using var output = new StringWriter();
        Dossier.Write(output, pack, options ?? new DossierOptions());
        return output.ToString();
    }

    [Fact]
    public void The_sample_story_reads_as_in_the_golden_file() => Golden.Matches("dossier-sample.txt", Written(SamplePack.Create()));

    [Fact]
    public void A_story_of_one_report_reads_as_in_the_golden_file() => Golden.Matches("dossier-one-report.txt", Written(SamplePack.OneReport()));

    [Fact]
    public void Many_stories_get_a_table_and_say_what_is_left_out() =>
        Golden.Matches("dossier-many.txt", Written(SamplePack.Many(30), new DossierOptions { StoriesInFullMax = 2, TableRowsMax = 12 }));

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(100)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_for_and_no_word_is_lost(int width)
    {
        var written = Written(SamplePack.Create(), new DossierOptions { Width = width });
        Assert.All(written.Split('\n'), line => Assert.True(line.EnumerateRunes().Count() <= width, line));
        Assert.All(written.Split('\n'), line => Assert.False(line.EndsWith(' '), line));
        static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('─' or '═' or '│')));
        Assert.Equal(Packed(Written(SamplePack.Create())), Packed(written));
    }

    [Fact]
    public void Colour_is_written_only_when_asked_for_and_changes_nothing_else()
    {
        var plain = Written(SamplePack.Create());
        Assert.DoesNotContain('\u001b', plain);
        var coloured = Written(SamplePack.Create(), new DossierOptions { Colour = true });
        Assert.Contains("\u001b[1m", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, coloured.Replace("\u001b[1m", "", StringComparison.Ordinal).Replace("\u001b[2m", "", StringComparison.Ordinal).Replace("\u001b[0m", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_text_is_shown_and_never_obeyed()
    {
        const string hostile = "Bad \u001b[2J\u202Etitle\u0007\u0000 \ud800 end";
        var pack = SamplePack.Create();
        var story = pack.Stories[0];
        var written = Written(pack with
        {
            Reports = [.. pack.Reports.Select(report => report with { Title = hostile, Outlet = hostile, Byline = hostile, Agencies = [hostile], Published = hostile, PublishedWhy = hostile, PublishedBasis = hostile })],
            Stories =
            [
                story with
                {
                    Title = hostile,
                    Sources = [.. story.Sources.Select(source => source with { Name = hostile, Role = hostile, Kind = hostile })],
                    Statements = [.. story.Statements.Select(said => said with { Stance = hostile, Content = [new PackRange(0, 1, hostile)], Hedges = [new PackRange(0, 1, hostile)] })],
                    Claims = [.. story.Claims.Select(claim => claim with { Text = hostile, Why = hostile, Standing = hostile })],
                    Findings = [.. story.Findings.Select(finding => finding with { Kind = hostile, Text = hostile, Why = hostile, Outcome = hostile })],
                    Brief = [.. story.Brief.Select(sentence => sentence with { Text = hostile })],
                    Lost = [.. story.Lost.Select(lost => lost with { What = hostile, Testimony = lost.Testimony with { Text = hostile } })],
                },
            ],
        });
        Assert.DoesNotContain(written, c => (char.IsControl(c) && c != '\n') || char.IsSurrogate(c) || c == '\u202E');
        Assert.Contains("\\u001B[2J\\u202Etitle", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_lead_nowhere_do_not_stop_it()
    {
        var pack = SamplePack.Create();
        var story = pack.Stories[0];
        Assert.NotEmpty(Written(pack with { Reports = [pack.Reports[0]] }));
        Assert.NotEmpty(Written(pack with { Reports = [] }));
        Assert.NotEmpty(Written(pack with { Stories = [story with { Sources = [], Claims = [.. story.Claims.Select(claim => claim with { Statements = ["t0"] })] }] }));
        Assert.NotEmpty(Written(pack with { Stories = [story with { Statements = [], Lost = [] }] }));
        Assert.NotEmpty(Written(pack with { Stories = [], Reports = [] }));
    }

    [Fact]
    public void A_circle_of_copies_and_a_chain_of_thousands_are_drawn_once_each()
    {
        var pack = SamplePack.Many(4000);
        var ids = pack.Reports.Select(report => report.Id).ToArray();
        var links = ids.Select((id, i) => new PackEdge(id, ids[(i + 1) % ids.Length], "revises", new PackEdgeEvidence(0, 0, [], []), 0.9, "Because."));
        var story = pack.Stories[0] with { Reports = ids, Lineage = [.. links], Statements = [], Claims = [] };
        var written = Written(pack with { Stories = [story] }, new DossierOptions { ReportsMax = 100_000 });
        Assert.Equal(ids.Length - 1, written.Split("├─ ").Length + written.Split("└─ ").Length - 2);
    }
}
