using Stemma.Language;
using Stemma.Language.Syntax;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Numbers where they are mapped with the program, beside the same bytes in an ordinary stream, which are copied.</summary>
public sealed class MappedTests
{
    static (Stream Mapped, Stream Other) Model()
    {
        var mapped = ModelFile.Open("english.model");
        var bytes = new byte[mapped.Length];
        mapped.ReadExactly(bytes);
        mapped.Position = 0;
        Assert.IsType<UnmanagedMemoryStream>(mapped, exactMatch: false);
        return (mapped, new MemoryStream(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Numbers_are_the_same_wherever_they_begin(int from)
    {
        var (mapped, other) = Model();
        (mapped.Position, other.Position) = (from, from);
        var (here, copied) = (Mapped<uint>.Next(mapped, 1000), Mapped<uint>.Next(other, 1000));
        Assert.Equal(copied.ToArray(), here.ToArray());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => copied[i]), Enumerable.Range(0, 1000).Select(i => here[i]));
        Assert.Equal(copied.Bytes(10, 20), here.Bytes(10, 20));
        Assert.Equal(other.Position, mapped.Position);
        Assert.Equal(Mapped<byte>.Next(other, 5).ToArray(), Mapped<byte>.Next(mapped, 5).ToArray());
    }

    [Fact]
    public void Nothing_is_read_beyond_them()
    {
        var (mapped, other) = Model();
        foreach (var numbers in new[] { Mapped<uint>.Next(mapped, 3), Mapped<uint>.Next(other, 3) })
        {
            Assert.ThrowsAny<Exception>(() => numbers[3]);
            Assert.ThrowsAny<Exception>(() => numbers[-1]);
            Assert.Throws<ArgumentOutOfRangeException>(() => numbers.Bytes(2, 2).Length);
        }
        foreach (var stream in new[] { mapped, other })
        {
            stream.Position = stream.Length - 7;
            Assert.Throws<EndOfStreamException>(() => Mapped<uint>.Next(stream, 2));
        }
    }
}
