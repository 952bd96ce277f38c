using Stemma.Claims;
using Stemma.Evidence;
using Xunit;

namespace Stemma.Tests.Claims;

public sealed class ContentWordsTests
{
    [Theory]
    [InlineData("The bridges closed", "bridge closing")]
    [InlineData("Ships travelled to Calder", "the ship travels to Calder")]
    [InlineData("organised", "organized")]
    public void Forms_of_one_word_come_down_to_one_stem(string a, string b)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        Assert.Equal(Of(a, ids).Stems, Of(b, ids).Stems);
    }

    [Theory]
    [InlineData("3,000 men and 4.5 metres", "3000 4.5")]
    [InlineData("seven men, 7 ships", "7")]
    [InlineData("one man", "")]
    public void Numbers_are_compared_by_their_value(string text, string numbers) =>
        Assert.Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Of(text).Numbers);

    [Theory]
    [InlineData("the bridge was not shut", 1)]
    [InlineData("no ship and no man was lost", 2)]
    [InlineData("the bridge wasn't shut", 1)]
    [InlineData("the bridge wasn’t shut", 1)]
    [InlineData("the bridge was shut", 0)]
    public void Negations_are_counted(string text, int count) => Assert.Equal(count, Of(text).NegationCount);

    static ContentWords Of(string text, Dictionary<string, int>? ids = null) => new([new PackRange(0, text.Length, text)], ids ?? new(StringComparer.Ordinal));
}
