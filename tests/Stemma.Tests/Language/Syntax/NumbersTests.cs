using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Xunit;

namespace Stemma.Tests.Language.Syntax;

/// <summary>The arithmetic under the network against the plain way of doing it.</summary>
public sealed class NumbersTests
{
    static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(4, 8, 16)]
    [InlineData(7, 33, 50)]
    [InlineData(64, 128, 86)]
    public void A_product_is_the_sum_of_products_whatever_the_sizes(int rows, int inner, int columns)
    {
        float[] a = Random(rows * inner, 1), b = Random(inner * columns, 2), c = Random(rows * columns, 3);
        var expected = new double[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var n = 0; n < columns; n++)
                expected[(i * columns) + n] = c[(i * columns) + n] + Enumerable.Range(0, inner).Sum(k => (double)a[(i * inner) + k] * b[(k * columns) + n]);
        var turned = new float[b.Length];
        for (var k = 0; k < inner; k++)
            for (var n = 0; n < columns; n++)
                turned[(n * inner) + k] = b[(k * columns) + n];
        var other = (float[])c.Clone();
        Panels.Of(b, inner, columns).MultiplyAdd(a, inner, c, columns, rows);
        Panels.OfTransposed(turned, inner, columns).MultiplyAdd(a, inner, other, columns, rows);
        for (var i = 0; i < c.Length; i++)
            Assert.InRange(c[i], expected[i] - 1e-4, expected[i] + 1e-4);
        Assert.Equal(c, other);
    }

    [Fact]
    public void A_row_of_bytes_is_near_the_numbers_it_was_made_of()
    {
        var numbers = Random(30 * 100, 4);
        var table = RowTable.Of(numbers, 100);
        for (var row = 0; row < 30; row++)
        {
            var read = new float[100];
            table.AddTo(row, read);
            var greatest = numbers.AsSpan(row * 100, 100).ToArray().Max(Math.Abs);
            for (var i = 0; i < read.Length; i++)
                Assert.InRange(Math.Abs(read[i] - numbers[(row * 100) + i]), 0, (greatest / 254) + 1e-6f);
        }
    }

    [Fact]
    public void A_vector_of_half_bytes_is_near_the_numbers_it_was_made_of_and_an_unknown_word_has_none()
    {
        var numbers = Random(VectorTable.Width, 6);
        var table = VectorTable.Of([KeyIndex.KeyOf(WordKey.Of("port"))], numbers);
        var read = new float[VectorTable.Width];
        Assert.True(table.AddTo(WordKey.Of("Port"), read));
        var greatest = numbers.Max(Math.Abs);
        for (var i = 0; i < read.Length; i++)
            Assert.InRange(Math.Abs(read[i] - numbers[i]), 0, (greatest / 14) + 1e-6f);
        Assert.False(table.AddTo(WordKey.Of("dock"), read));
    }

    [Fact]
    public void A_scan_runs_forward_in_one_half_and_backward_in_the_other_and_stops_at_the_sentence()
    {
        const int Width = 16;
        // Two sentences of two words; f and r at 0 before the sigmoid, so both are a half.
        var (gates, x, states, h) = (new float[4 * 3 * Width], new float[4 * Width], new float[4 * Width], new float[4 * Width]);
        for (var word = 0; word < 4; word++)
            gates.AsSpan(word * 3 * Width, Width).Fill(word + 1);
        GatedScan.Run(gates, x, states, h, [0, 2, 4], Width);
        Assert.Equal([0.5f, 1.25f, 1.5f, 2.75f], Enumerable.Range(0, 4).Select(word => states[word * Width]));
        Assert.Equal([1f, 1f, 2.5f, 2f], Enumerable.Range(0, 4).Select(word => states[(word * Width) + (Width / 2)]));
        Assert.Equal(states[0] / 2, h[0]);
    }

    [Fact]
    public void Words_are_found_by_their_key_and_no_others()
    {
        var keys = Enumerable.Range(1, 500).Select(i => WordKey.Of("word" + i)).ToArray();
        var index = new KeyIndex([.. keys.Select(KeyIndex.KeyOf)]);
        for (var i = 0; i < keys.Length; i++)
            Assert.Equal(i, index.Find(keys[i]));
        Assert.Equal(-1, index.Find(WordKey.Of("absent")));
        Assert.Equal(WordKey.Of("It’s"), WordKey.Of("it's"));
    }

    [Fact]
    public void A_name_begins_before_it_goes_on_and_ends_before_another_begins()
    {
        int Label(NameLabels.Part part, int kind = 0) => NameLabels.Of(kind, part);
        Assert.True(NameLabels.MayFollow(Label(NameLabels.Part.Begin), Label(NameLabels.Part.End)));
        Assert.True(NameLabels.MayFollow(Label(NameLabels.Part.End), Label(NameLabels.Part.Begin, 2)));
        Assert.True(NameLabels.MayFollow(NameLabels.Outside, Label(NameLabels.Part.Single)));
        Assert.False(NameLabels.MayFollow(NameLabels.Outside, Label(NameLabels.Part.Inside)));
        Assert.False(NameLabels.MayFollow(Label(NameLabels.Part.Begin), NameLabels.Outside));
        Assert.False(NameLabels.MayFollow(Label(NameLabels.Part.Begin), Label(NameLabels.Part.End, 1)));
        Assert.False(NameLabels.MayEnd(Label(NameLabels.Part.Begin)));
        Assert.False(NameLabels.MayBegin(Label(NameLabels.Part.End)));
    }
}
