using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Claims;

/// <summary>A false merge invents corroboration: most of these say what must stay apart.</summary>
public sealed class ClaimAlignerTests
{
    [Fact]
    public void Two_speakers_who_say_the_same_are_two_origins() => Claims(
        "that the old harbour bridge in Calder was closed to all heavy lorries: Gazette+Post, 2 origins, independent",
        "Jane Holt said that the old harbour bridge in Calder was closed to all heavy lorries.",
        "Adam Reyes said that the old harbour bridge in Calder was closed to all heavy lorries.");

    [Fact]
    public void One_speaker_in_two_reports_is_one_origin() => Claims(
        "that the old harbour bridge in Calder was closed to all heavy lorries: Gazette+Post, 1 origins, repeated",
        "Jane Holt said that the old harbour bridge in Calder was closed to all heavy lorries.",
        "Ships lay at anchor. Jane Holt, speaking on Monday, said that the old harbour bridge in Calder was closed to all heavy lorries.");

    [Fact]
    public void For_and_against_the_same_thing_are_two_statements() => Assert.Empty(Story(
        "Jane Holt opposed the plan to close the old harbour bridge in Calder to all heavy lorries.",
        "Adam Reyes supported the plan to close the old harbour bridge in Calder to all heavy lorries.").Story.Claims);

    [Fact]
    public void Nobody_named_is_no_origin() => Claims(
        "that the old harbour bridge in Calder was closed to all heavy lorries: Gazette+Post, 0 origins, repeated",
        "Two officials said that the old harbour bridge in Calder was closed to all heavy lorries.",
        "Two officials said that the old harbour bridge in Calder was closed to all heavy lorries.");

    [Fact]
    public void A_plain_assertion_is_counted_beside_the_origins()
    {
        var story = Story(
            "Jane Holt said the old harbour bridge in Calder was closed to all heavy lorries.",
            "The old harbour bridge in Calder was closed to all heavy lorries.");
        var claim = Assert.Single(story.Story.Claims);
        Assert.Equal((1, 1, "repeated"), (claim.Origins, claim.NotStated, claim.Standing));
    }

    [Fact]
    public void A_copied_sentence_is_one_origin_whoever_is_named()
    {
        const string body = "The storm came up from the cape in the small hours and tore four fishing boats from the outer wall before the crews could reach them. "
            + "A tanker dragged its anchor across the mouth of the bay and came to rest upon the bar, where the tide left it lying on its side. "
            + "Women and children waited under the arches of the fish market until the lamps were lit again and the last of the launches had come in. ";
        var story = Story(
            body + "Jane Holt said that the old harbour bridge in Calder was closed to all heavy lorries.",
            body + "Adam Reyes said that the old harbour bridge in Calder was closed to all heavy lorries.");
        Assert.NotEmpty(story.Story.Lineage);
        var claim = Assert.Single(story.Story.Claims, claim => claim.Text.StartsWith("that the old", StringComparison.Ordinal));
        Assert.Equal((1, "repeated"), (claim.Origins, claim.Standing));
    }

    [Theory]
    [InlineData("Jane Holt said that seven ships were lost on the outer wall in the storm.", "Adam Reyes said that four ships were lost on the outer wall in the storm.")]
    [InlineData("Jane Holt said that 249 metres of the outer wall were lost in the storm.", "Adam Reyes said that 294 metres of the outer wall were lost in the storm.")]
    [InlineData("Jane Holt said that the harbour bridge in Calder was safe for all heavy lorries.", "Adam Reyes said that the harbour bridge in Calder was not safe for all heavy lorries.")]
    [InlineData("Jane Holt said that the harbour bridge in Calder was safe for all heavy lorries.", "Adam Reyes said that the harbour bridge in Calder wasn’t safe for all heavy lorries.")]
    [InlineData("Jane Holt accused the port of hiding the cracks in the harbour bridge.", "Adam Reyes denied hiding the cracks in the harbour bridge.")]
    [InlineData("Jane Holt said that the port hid the cracks in the harbour bridge.", "Adam Reyes denied that the port hid the cracks in the harbour bridge.")]
    [InlineData("Jane Holt said that the mayor would resign.", "Adam Reyes said that the minister would resign.")]
    public void What_differs_where_it_matters_is_no_claim(string a, string b) => Assert.Empty(Story(a, b).Claims);

    [Fact]
    public void Nothing_is_aligned_within_one_report() =>
        Assert.Empty(new Analysed(("Gazette", "Jane Holt said that the old harbour bridge in Calder was closed. Adam Reyes said that the old harbour bridge in Calder was closed.")).Claims);

    [Fact]
    public void The_shorter_quotation_of_one_speaker_joins_the_longer()
    {
        var story = Story(
            "“The bridge stays closed until divers have looked at every pier, and that will take a month,” Jane Holt said.",
            "“The bridge stays closed until divers have looked at every pier,” Jane Holt said.");
        Assert.Equal((2, 1), (Assert.Single(story.Story.Claims).Statements.Count, story.Story.Claims[0].Origins));
    }

    static void Claims(string expected, string a, string b) => Assert.Equal([expected], Story(a, b).Claims);

    static Analysed Story(string a, string b) => new(("Gazette", a), ("Post", b));
}
