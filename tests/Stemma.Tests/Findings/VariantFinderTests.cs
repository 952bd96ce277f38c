using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Findings;

public sealed class VariantFinderTests
{
    const string Given = "“The old bridge stays closed until divers have looked at every single pier,” Jane Holt said.";

    [Fact]
    public void Two_readings_of_one_quotation_are_told_and_both_shown()
    {
        var finding = Assert.Single(Of(Given, "“The old bridge remains shut until divers have looked at every last pier,” Jane Holt said."));
        Assert.Equal("variant", finding.Kind);
        Assert.Contains("stays closed", finding.Text, StringComparison.Ordinal);
        Assert.Contains("remains shut", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negation_more_is_another_reading() =>
        Assert.Single(Of(Given, "“The old bridge stays not closed until divers have looked at every single pier,” Jane Holt said."));

    [Theory]
    [InlineData("“The old bridge stays closed until divers have looked at every single pier,” Jane Holt said.")]
    [InlineData("“The old bridge remains shut until divers have looked at every last pier,” Adam Reyes said.")]
    [InlineData("“Nobody was hurt and we are glad of it,” Jane Holt said.")]
    [InlineData("Jane Holt said that the old bridge remains shut until divers have looked at every last pier.")]
    public void The_same_words_another_speaker_or_no_quotation_is_no_variant(string other) => Assert.Empty(Of(Given, other));

    static IEnumerable<Stemma.Evidence.PackFinding> Of(string a, string b) => new Analysed(("Gazette", a), ("Post", b)).Story.Findings;
}
