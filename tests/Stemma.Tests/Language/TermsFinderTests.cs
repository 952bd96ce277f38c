using Xunit;

namespace Stemma.Tests.Language;

/// <summary>On what terms a source spoke, on invented sentences.</summary>
public sealed class TermsFinderTests
{
    [Theory]
    [InlineData("An official said on condition of anonymity that the pier was shut for good.", "Anonymous: condition of anonymity")]
    [InlineData("An official who asked not to be named said that the pier was shut for good.", "Anonymous: not to be named")]
    [InlineData("“The pier is shut for good,” said an official who declined to be identified.", "Anonymous: declined to be identified")]
    [InlineData("The officer, who was not authorised to speak publicly, said that the pier was shut for good.", "Anonymous: authorised to speak publicly")]
    [InlineData("A minister told reporters on background that the pier was shut for good.", "OnBackground: on background")]
    [InlineData("The minister said on the record that the pier was shut for good.", "OnRecord: on the record")]
    [InlineData("The mayor said that nobody had asked not to be named.", "")]
    [InlineData("The mayor said that the pier was shut for good.", "")]
    public void The_terms_are_read_where_the_text_says_them(string text, string expected)
    {
        var attribution = Assert.Single(StageInvariants.Check(text).Attributions);
        Assert.Equal(expected, attribution.Terms is var (kind, range) ? $"{kind}: {range.Of(text)}" : "");
    }
}
