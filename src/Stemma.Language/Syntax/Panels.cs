using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Syntax;

/// <summary>
/// A matrix laid out for multiplication: columns in panels of sixteen, each panel row after row, so that the inner loop reads
/// memory in order and a panel stays in the first-level cache (the blocking of Goto and van de Geijn 2008, with one level).
/// Vectors are always eight wide and sums always run in the same order, with fused multiplication: the same numbers on every machine that has it.
/// Cost: rows × inner × columns multiplications; about two thirds of what the processor could do at best.
/// </summary>
sealed class Panels
{
    const int Width = 16;
    const int Lane = 8;
    const int RowsAtOnce = 6;

    float[] data;

    Panels(float[] data, int inner, int columns) => (this.data, Inner, Columns) = (data, inner, columns);

    public int Inner { get; private set; }

    public int Columns { get; private set; }

    /// <summary>A matrix to be set, again and again.</summary>
    public static Panels Empty() => new([], 0, 0);

    /// <param name="b">Row by row, <paramref name="inner"/> rows of <paramref name="columns"/>.</param>
    public static Panels Of(ReadOnlySpan<float> b, int inner, int columns)
    {
        var numbers = new float[Padded(columns) * inner];
        for (var n = 0; n < columns; n += Width)
            for (var k = 0; k < inner; k++)
                b.Slice((k * columns) + n, Math.Min(Width, columns - n)).CopyTo(numbers.AsSpan((n * inner) + (k * Width)));
        return new Panels(numbers, inner, columns);
    }

    /// <summary>The same of the transposed matrix.</summary>
    /// <param name="b">Row by row, <paramref name="columns"/> rows of <paramref name="inner"/>.</param>
    public static Panels OfTransposed(ReadOnlySpan<float> b, int inner, int columns)
    {
        var panels = Empty();
        panels.SetTransposed(b, inner, columns);
        return panels;
    }

    /// <summary>Becomes the transposed matrix, in the memory that is there where it suffices.</summary>
    public void SetTransposed(ReadOnlySpan<float> b, int inner, int columns)
    {
        if (data.Length < Padded(columns) * inner)
            data = new float[Padded(columns) * inner];
        (Inner, Columns) = (inner, columns);
        for (var n = 0; n < columns; n++)
        {
            var panel = data.AsSpan(n / Width * Width * inner);
            var column = b.Slice(n * inner, inner);
            for (var k = 0; k < column.Length; k++)
                panel[(k * Width) + (n % Width)] = column[k];
        }
    }

    static int Padded(int columns) => (columns + Width - 1) / Width * Width;

    /// <summary>One layer of a network: <paramref name="to"/> becomes bias + from × this, row by row.</summary>
    /// <param name="stride">Numbers from one row of from to the next.</param>
    public void Layer(float[] bias, ReadOnlySpan<float> from, int stride, Span<float> to, int rows)
    {
        Activation.Fill(to[..(rows * bias.Length)], bias);
        MultiplyAdd(from, stride, to, bias.Length, rows);
    }

    /// <summary>Adds a × this to <paramref name="c"/>.</summary>
    /// <param name="aStride">Numbers from one row of a to the next.</param>
    /// <param name="cStride">Numbers from one row of c to the next.</param>
    public void MultiplyAdd(ReadOnlySpan<float> a, int aStride, Span<float> c, int cStride, int rows)
    {
        Span<float> edge = stackalloc float[RowsAtOnce * Width];
        for (var n = 0; n < Columns; n += Width)
        {
            var panel = data.AsSpan(n * Inner, Inner * Width);
            var whole = Columns - n >= Width;
            var row = 0;
            for (; row + RowsAtOnce <= rows; row += RowsAtOnce)
            {
                var target = c[((row * cStride) + n)..];
                if (whole)
                {
                    Six(a[(row * aStride)..], aStride, panel, target, cStride);
                    continue;
                }
                edge.Clear();
                Six(a[(row * aStride)..], aStride, panel, edge, Width);
                AddEdge(edge, target, cStride, RowsAtOnce, Columns - n);
            }
            if (row < rows && rows >= RowsAtOnce)
            {
                // The last six once more, and of them only those that are left.
                edge.Clear();
                Six(a[((rows - RowsAtOnce) * aStride)..], aStride, panel, edge, Width);
                AddEdge(edge[((row - rows + RowsAtOnce) * Width)..], c[((row * cStride) + n)..], cStride, rows - row, Math.Min(Width, Columns - n));
                continue;
            }
            for (; row < rows; row++)
            {
                edge.Clear();
                One(a.Slice(row * aStride, Inner), panel, edge);
                AddEdge(edge, c[((row * cStride) + n)..], cStride, 1, Math.Min(Width, Columns - n));
            }
        }
    }

    static void AddEdge(ReadOnlySpan<float> edge, Span<float> c, int cStride, int rows, int columns)
    {
        for (var r = 0; r < rows; r++)
            for (var n = 0; n < columns; n++)
                c[(r * cStride) + n] += edge[(r * Width) + n];
    }

    // Twelve sums of eight lanes: enough in flight to hide the latency of a multiplication, and few enough for the registers.
    void Six(ReadOnlySpan<float> a, int aStride, ReadOnlySpan<float> panel, Span<float> c, int cStride)
    {
        // Lengths are looked at once, here, and not at each step.
        ref var a0 = ref MemoryMarshal.GetReference(a[..((5 * aStride) + Inner)]);
        ref var b = ref MemoryMarshal.GetReference(panel[..(Inner * Width)]);
        ref var target = ref MemoryMarshal.GetReference(c[..((5 * cStride) + Width)]);
        ref var a1 = ref Unsafe.Add(ref a0, aStride);
        ref var a2 = ref Unsafe.Add(ref a0, 2 * aStride);
        ref var a3 = ref Unsafe.Add(ref a0, 3 * aStride);
        ref var a4 = ref Unsafe.Add(ref a0, 4 * aStride);
        ref var a5 = ref Unsafe.Add(ref a0, 5 * aStride);
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (nuint k = 0; k < (nuint)Inner; k++)
        {
            var low = Vector256.LoadUnsafe(ref b, k * Width);
            var high = Vector256.LoadUnsafe(ref b, (k * Width) + Lane);
            var x = Vector256.Create(Unsafe.Add(ref a0, k));
            c00 = Vector256.FusedMultiplyAdd(x, low, c00);
            c01 = Vector256.FusedMultiplyAdd(x, high, c01);
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            c10 = Vector256.FusedMultiplyAdd(x, low, c10);
            c11 = Vector256.FusedMultiplyAdd(x, high, c11);
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            c20 = Vector256.FusedMultiplyAdd(x, low, c20);
            c21 = Vector256.FusedMultiplyAdd(x, high, c21);
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            c30 = Vector256.FusedMultiplyAdd(x, low, c30);
            c31 = Vector256.FusedMultiplyAdd(x, high, c31);
            x = Vector256.Create(Unsafe.Add(ref a4, k));
            c40 = Vector256.FusedMultiplyAdd(x, low, c40);
            c41 = Vector256.FusedMultiplyAdd(x, high, c41);
            x = Vector256.Create(Unsafe.Add(ref a5, k));
            c50 = Vector256.FusedMultiplyAdd(x, low, c50);
            c51 = Vector256.FusedMultiplyAdd(x, high, c51);
        }
        AddTo(ref target, 0, c00, c01);
        AddTo(ref target, cStride, c10, c11);
        AddTo(ref target, 2 * cStride, c20, c21);
        AddTo(ref target, 3 * cStride, c30, c31);
        AddTo(ref target, 4 * cStride, c40, c41);
        AddTo(ref target, 5 * cStride, c50, c51);
    }

    static void AddTo(ref float target, int at, Vector256<float> low, Vector256<float> high)
    {
        (Vector256.LoadUnsafe(ref target, (nuint)at) + low).StoreUnsafe(ref target, (nuint)at);
        (Vector256.LoadUnsafe(ref target, (nuint)(at + Lane)) + high).StoreUnsafe(ref target, (nuint)(at + Lane));
    }

    static void One(ReadOnlySpan<float> a, ReadOnlySpan<float> panel, Span<float> c)
    {
        ref var b = ref MemoryMarshal.GetReference(panel[..(a.Length * Width)]);
        Vector256<float> low = default, high = default;
        for (var k = 0; k < a.Length; k++)
        {
            var x = Vector256.Create(a[k]);
            low = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)(k * Width)), low);
            high = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)((k * Width) + Lane)), high);
        }
        low.CopyTo(c);
        high.CopyTo(c[Lane..]);
    }
}
