using Stemma.Language;
using Xunit;

namespace Stemma.Tests;

public sealed class TextRangeTests
{
    [Fact]
    public void A_range_is_closed_below_and_open_above()
    {
        var range = new TextRange(1, 3);
        Assert.Equal("bc", range.Of("abcd"));
        Assert.True(range.Contains(1));
        Assert.False(range.Contains(3));
        Assert.False(range.Overlaps(new TextRange(3, 4)));
    }
}
