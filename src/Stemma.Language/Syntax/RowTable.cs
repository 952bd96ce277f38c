using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Syntax;

/// <summary>Rows of small numbers, a byte each, with one scale per row: a quarter of the size, and at most 1/254 of a row's greatest number off.</summary>
/// <param name="scales">One per row.</param>
sealed class RowTable(Mapped<sbyte> values, Mapped<float> scales, int width)
{
    public int Width { get; } = width;

    public int Rows => scales.Length;

    public ReadOnlySpan<sbyte> Values => values.ToArray();

    public ReadOnlySpan<float> Scales => scales.ToArray();

    /// <summary>The nearest table to these numbers.</summary>
    public static RowTable Of(ReadOnlySpan<float> numbers, int width)
    {
        var values = new sbyte[numbers.Length];
        var scales = new float[numbers.Length / width];
        for (var row = 0; row < scales.Length; row++)
        {
            var from = numbers.Slice(row * width, width);
            var greatest = 0f;
            foreach (var number in from)
                greatest = Math.Max(greatest, Math.Abs(number));
            scales[row] = greatest / sbyte.MaxValue;
            for (var i = 0; i < width && greatest > 0; i++)
                values[(row * width) + i] = (sbyte)MathF.Round(from[i] / scales[row]);
        }
        return new RowTable(values, scales, width);
    }

    /// <summary>Adds a row to <paramref name="target"/>.</summary>
    public void AddTo(int row, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetReference(values.Bytes(row * Width, Width));
        ref var to = ref MemoryMarshal.GetReference(target);
        var scale = Vector256.Create(scales[row]);
        var i = 0;
        for (; i + 8 <= Width; i += 8)
        {
            var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref from, i))).AsSByte());
            var numbers = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)));
            Vector256.FusedMultiplyAdd(numbers, scale, Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < Width; i++)
            target[i] += values[(row * Width) + i] * scales[row];
    }
}
