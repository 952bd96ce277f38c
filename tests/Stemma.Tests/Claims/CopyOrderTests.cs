using Stemma.Claims;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Tests.Lineage;
using Xunit;

namespace Stemma.Tests.Claims;

public sealed class CopyOrderTests
{
    const string Said = "Jane Holt said that the old harbour bridge in Calder was closed to all heavy lorries.";

    const string Body = "The storm came up from the cape in the small hours and tore four fishing boats from the outer wall before the crews could reach them. "
        + "A tanker dragged its anchor across the mouth of the bay and came to rest upon the bar, where the tide left it lying on its side. "
        + "Women and children waited under the arches of the fish market until the lamps were lit again and the last of the launches had come in. ";

    static PackEdge Edge(string from, string to, string kind = "revises") => new(from, to, kind, new PackEdgeEvidence(0, 0, [], []), 1, "");

    static string First(string reports, params PackEdge[] edges) => string.Join(' ', new CopyOrder(edges).Originals(reports.Split(' ')));

    [Fact]
    public void What_was_made_from_another_is_not_first()
    {
        Assert.Equal("b", First("a b", Edge("a", "b")));
        Assert.Equal("c d", First("a c d", Edge("a", "b", "reprints"), Edge("b", "c", "excerpts")));
        Assert.Equal("a b", First("a b", Edge("a", "b", "credits"), Edge("a", "c"), Edge("b", "c")));
    }

    [Fact]
    public void In_a_circle_all_count() => Assert.Equal("a b", First("a b", Edge("a", "b"), Edge("b", "a")));

    /// <summary>The dates are of a day, and ids fall either way: the edge must decide.</summary>
    [Theory]
    [InlineData("Storm")]
    [InlineData("Storm at the cape")]
    [InlineData("Ships lost")]
    [InlineData("Boats torn loose")]
    public void A_claim_was_first_in_the_report_that_another_revises(string title)
    {
        var first = PlainDocument.Report(Body + Said, "Gazette", "2031-03-01", title);
        var revision = PlainDocument.Report(Said + " " + Body + "By noon the bar was clear and the crane had begun to lift the first of the boats.", "Gazette", "2031-03-01", "UPDATE 2-" + title);
        Report[] reports = [.. new[] { first, revision }.OrderBy(static report => report.Id, StringComparer.Ordinal)];
        var story = StoryAnalysis.Run(new Story("s0", "Invented", [0, 1], ["It is given.", "It is given."]), reports, [.. reports.Select(static report => Analyzer.Analyze(report.Text))], []);
        Assert.Equal((revision.Id, first.Id), Assert.Single(story.Lineage.Select(static edge => (edge.From, edge.To))));
        Assert.NotEmpty(story.Claims);
        Assert.All(story.Claims, claim => Assert.Equal(first.Id, claim.FirstReported.Report));
    }
}
