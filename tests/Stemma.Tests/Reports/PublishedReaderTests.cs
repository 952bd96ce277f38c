using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class PublishedReaderTests
{
    [Theory]
    [InlineData("2023-09-13", "2023-09-13")]
    [InlineData("20230913", "2023-09-13")]
    [InlineData("13 September 2023", "2023-09-13")]
    [InlineData("Sept. 13, 2023", "2023-09-13")]
    [InlineData("Wednesday, September 13, 2023", "2023-09-13")]
    [InlineData("2023-09-13T18:20", "2023-09-13T18:20:00")]
    [InlineData("2023-09-13 18:20:05", "2023-09-13T18:20:05")]
    [InlineData("2023-09-13T18:20:05.123Z", "2023-09-13T18:20:05+00:00")]
    [InlineData("2023-09-13T18:20:05+02:00", "2023-09-13T18:20:05+02:00")]
    [InlineData("2023-09-13T18:20:05-0330", "2023-09-13T18:20:05-03:30")]
    [InlineData("20230913T182005Z", "2023-09-13T18:20:05+00:00")]
    [InlineData("Wed, 13 Sep 2023 18:20:05 GMT", "2023-09-13T18:20:05+00:00")]
    [InlineData("Tue, 13 Sep 2023 18:20:05 +0900", "2023-09-13T18:20:05+09:00")]
    [InlineData("13 Sep 2023 18:20 EDT", "2023-09-13T18:20:00-04:00")]
    [InlineData("September 13, 2023 6:20 PM", "2023-09-13T18:20:00")]
    public void A_date_that_reads_in_one_way_is_stated(string written, string iso)
    {
        var published = PublishedReader.Read(written);
        Assert.Equal(iso, published.ToIso());
        Assert.Equal(PublishedBasis.Stated, published.Basis);
    }

    [Theory]
    [InlineData("09/10/2023")]
    [InlineData("2023-02-30")]
    [InlineData("2023-09-13T25:00")]
    [InlineData("2023-09-13T10:00+99:00")]
    [InlineData("yesterday")]
    [InlineData("1694600000")]
    public void What_cannot_be_read_is_unknown_and_says_so(string written)
    {
        var published = PublishedReader.Read(written);
        Assert.Equal(PublishedBasis.Unknown, published.Basis);
        Assert.Null(published.ToIso());
        Assert.Contains(written, published.Why, StringComparison.Ordinal);
    }

    [Theory, InlineData(null), InlineData(" ")]
    public void Nothing_written_is_simply_unknown(string? written) => Assert.Equal(Published.Unknown, PublishedReader.Read(written));
}
