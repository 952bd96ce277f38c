using Stemma.App.Pages;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task Tmp()
    {
        var dir = new DirectoryInfo("/tmp/site-pack");
        var result = await SiteWriter.WriteAsync(SamplePack.Create(), dir, TestContext.Current.CancellationToken);
        Assert.Null(result.Refused);
    }
}
