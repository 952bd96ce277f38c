using System.Runtime.Intrinsics;
using Stemma.Language.Syntax;

namespace Stemma.Training;

/// <summary>One layer forward and backward, with dropout between (Srivastava et al. 2014): what the trainers of both networks share.</summary>
/// <param name="shard">Into which of the gradients of each matrix is added.</param>
/// <param name="learning">False: nothing is left out, so that gradients can be checked.</param>
sealed class Layers(int shard, bool learning)
{
    Random random = new(0);

    /// <summary>From where it comes what is left out.</summary>
    public void Draw(Random from) => random = from;

    /// <summary>A matrix laid out for multiplication, and the same transposed.</summary>
    public static (Panels Forward, Panels Back) Pack(Parameter matrix)
    {
        var rows = matrix.Value.Length / matrix.Columns;
        return (Panels.Of(matrix.Value, rows, matrix.Columns), Panels.OfTransposed(matrix.Value, matrix.Columns, rows));
    }

    public static float[] Forward(Panels panels, Parameter bias, float[] from, int stride)
    {
        var rows = from.Length / stride;
        var to = new float[rows * bias.Value.Length];
        panels.Layer(bias.Value, from, stride, to, rows);
        return to;
    }

    /// <summary>Adds the gradients of weights and bias; returns that of the layer's input.</summary>
    public float[] Backward(Parameter weights, Parameter? bias, Panels turned, float[] from, int stride, float[] dto)
    {
        var columns = weights.Columns;
        var rows = from.Length / stride;
        AddOuter(from, stride, dto, columns, weights.Gradients[shard], rows);
        for (var i = 0; i < rows && bias is not null; i++)
            Activation.Add(dto.AsSpan(i * columns, columns), bias.Gradients[shard]);
        var dfrom = new float[from.Length];
        turned.MultiplyAdd(dto, columns, dfrom, stride, rows);
        return dfrom;
    }

    /// <summary>Adds fromᵀ × dto.</summary>
    public static void AddOuter(ReadOnlySpan<float> from, int stride, ReadOnlySpan<float> dto, int columns, float[] gradient, int rows)
    {
        Panels.Of(dto[..(rows * columns)], rows, columns).MultiplyAdd(Turned(from, rows, stride), rows, gradient, columns, stride);
    }

    /// <summary>The transposed matrix, block by block, so that neither side is read or written across the whole memory.</summary>
    static float[] Turned(ReadOnlySpan<float> from, int rows, int columns)
    {
        const int Block = 16;
        var turned = new float[rows * columns];
        for (var i0 = 0; i0 < rows; i0 += Block)
            for (var k0 = 0; k0 < columns; k0 += Block)
                for (var k = k0; k < Math.Min(columns, k0 + Block); k++)
                    for (var i = i0; i < Math.Min(rows, i0 + Block); i++)
                        turned[(k * rows) + i] = from[(i * columns) + k];
        return turned;
    }

    /// <summary>Sets some numbers to zero and makes the rest greater, so that their sum stays; returns by what each was multiplied.</summary>
    public float[] Drop(Span<float> values, float share)
    {
        var mask = GC.AllocateUninitializedArray<float>(values.Length);
        var dropped = learning ? (byte)(share * 256) : (byte)0;
        var kept = 256f / (256 - dropped);
        Span<byte> chances = stackalloc byte[256];
        for (var at = 0; at < mask.Length; at += chances.Length)
        {
            random.NextBytes(chances);
            for (var i = at; i < Math.Min(mask.Length, at + chances.Length); i++)
                mask[i] = chances[i - at] < dropped ? 0 : kept;
        }
        Multiply(values, mask);
        return mask;
    }

    public static void Multiply(Span<float> values, ReadOnlySpan<float> by)
    {
        var i = 0;
        for (; i + 8 <= values.Length; i += 8)
            (Vector256.Create<float>(values[i..]) * Vector256.Create(by[i..])).CopyTo(values[i..]);
        for (; i < values.Length; i++)
            values[i] *= by[i];
    }

    /// <summary>Keeps the gradient where the layer let its value pass.</summary>
    public static void Where(Span<float> gradient, ReadOnlySpan<float> passed)
    {
        var i = 0;
        for (; i + 8 <= gradient.Length; i += 8)
            (Vector256.Create<float>(gradient[i..]) & Vector256.GreaterThan(Vector256.Create(passed[i..]), Vector256<float>.Zero)).CopyTo(gradient[i..]);
        for (; i < gradient.Length; i++)
            gradient[i] = passed[i] > 0 ? gradient[i] : 0;
    }
}
