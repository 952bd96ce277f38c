using Stemma.Language;
using Stemma.Language.Places;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Which places named in a statement are places of what it tells.</summary>
public sealed class HappeningPlacesTests
{
    static string[] Read(string text)
    {
        var document = Analyzer.Deepen(Analyzer.Outline(text));
        return [.. HappeningPlaces.In(document, [new TextRange(0, text.Length)]).Select(place => place.Name)];
    }

    [Theory]
    [InlineData("The two ministers met in Oslo on Monday.", "Oslo")]
    [InlineData("The envoy flew to Lisbon and then to Madrid.", "Lisbon Madrid")]
    [InlineData("The delegation left Bucharest in the evening.", "Bucharest")]
    [InlineData("Three people died when a train derailed near Zagreb.", "Zagreb")]
    [InlineData("A fire in Marseille destroyed two warehouses.", "Marseille")]
    public void Where_something_happens_is_told(string text, string expected) => Assert.Equal(expected.Split(' '), Read(text));

    [Theory]
    [InlineData("Moscow said that nothing had been agreed.")]
    [InlineData("The talks between Paris and Berlin were short.")]
    [InlineData("The president of Norway was not told about it.")]
    [InlineData("The Turkish minister praised the plan.")]
    [InlineData("The army supplied arms for the war in Ukraine.")]
    [InlineData("He accused Washington of a lie.")]
    public void A_place_that_acts_or_belongs_is_not_one(string text) => Assert.Empty(Read(text));
}
