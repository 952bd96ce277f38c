using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Language.Syntax;

namespace Stemma.Training;

/// <summary>
/// One matrix that is learned: its numbers, their gradient per shard, what Adam remembers (Kingma and Ba 2015), and a running mean of
/// the numbers, which reads better than the numbers themselves (Polyak and Juditsky 1992). Of a table only the rows that were
/// looked up are worked on; the mean of a row that rested is brought up to date when it is touched again.
/// </summary>
/// <param name="columns">Numbers per row.</param>
sealed class Parameter(float[] value, int columns, int shards, bool table = false)
{
    const float Beta1 = 0.9f, Beta2 = 0.98f, Tiny = 1e-8f;

    readonly float[] first = new float[value.Length];
    readonly float[] second = new float[value.Length];
    readonly float[] mean = (float[])value.Clone();
    readonly int[] meanAt = new int[table ? value.Length / columns : 1];
    readonly bool[][] touched = [.. Enumerable.Range(0, shards).Select(_ => new bool[table ? value.Length / columns : 0])];
    readonly List<int> rows = table ? [] : [0];

    public float[] Value { get; } = value;

    public int Columns { get; } = columns;

    public bool IsTable { get; } = table;

    /// <summary>Numbers that are worked on together.</summary>
    int Length => IsTable ? Columns : Value.Length;

    public float[][] Gradients { get; } = [.. Enumerable.Range(0, shards).Select(_ => new float[value.Length])];

    /// <summary>One step for a whole network, its gradients summed and kept from growing beyond bounds (Pascanu et al. 2013).</summary>
    /// <param name="scale">By what the gradients are multiplied.</param>
    public static void StepAll(IReadOnlyList<Parameter> all, float rate, int step, float scale, float meanShare)
    {
        const double NormMax = 5;
        var squares = new double[all.Count];
        Parallel.For(0, all.Count, i => squares[i] = all[i].Gather());
        var norm = scale * Math.Sqrt(squares.Sum());
        var by = norm > NormMax ? (float)(scale * NormMax / norm) : scale;
        Parallel.ForEach(all, parameter => parameter.Step(rate, by, step, meanShare));
    }

    /// <summary>A matrix whose numbers begin as far from nought as what goes in and comes out of it allows (Glorot and Bengio 2010).</summary>
    public static Parameter Matrix(float[] value, int columns, int shards, Random random)
    {
        Spread(value, MathF.Sqrt(6f / ((value.Length / columns) + columns)), random);
        return new Parameter(value, columns, shards);
    }

    /// <summary>Numbers evenly between minus the limit and the limit.</summary>
    public static void Spread(float[] values, float limit, Random random)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = ((random.NextSingle() * 2) - 1) * limit;
    }

    /// <summary>Says that a row of a table was looked up.</summary>
    public void Touch(int shard, int row) => touched[shard][row] = true;

    /// <summary>Sums the gradients of the shards into the first; returns the square of its length.</summary>
    public double Gather()
    {
        if (IsTable)
        {
            rows.Clear();
            for (var row = 0; row < touched[0].Length; row++)
                if (touched.Any(shard => shard[row]))
                    rows.Add(row);
            foreach (var shard in touched)
                Array.Clear(shard);
        }
        var sum = 0.0;
        foreach (var row in rows)
        {
            var gradient = Gradients[0].AsSpan(row * Length, Length);
            for (var s = 1; s < Gradients.Length; s++)
            {
                Activation.Add(Gradients[s].AsSpan(row * Length, Length), gradient);
                Gradients[s].AsSpan(row * Length, Length).Clear();
            }
            foreach (var number in gradient)
                sum += number * number;
        }
        return sum;
    }

    /// <summary>One step down the summed gradient, which is cleared.</summary>
    public void Step(float rate, float scale, int step, float meanShare)
    {
        var (correct1, correct2) = (1 / (1 - MathF.Pow(Beta1, step)), 1 / (1 - MathF.Pow(Beta2, step)));
        foreach (var row in rows)
        {
            CatchUp(IsTable ? row : 0, step - 1, meanShare);
            var at = row * Length;
            var end = at + Length;
            ref var g = ref MemoryMarshal.GetArrayDataReference(Gradients[0]);
            ref var m1 = ref MemoryMarshal.GetArrayDataReference(first);
            ref var m2 = ref MemoryMarshal.GetArrayDataReference(second);
            ref var v = ref MemoryMarshal.GetArrayDataReference(Value);
            for (; at + 8 <= end; at += 8)
            {
                var gradient = Vector256.LoadUnsafe(ref g, (nuint)at) * scale;
                var a = (Vector256.LoadUnsafe(ref m1, (nuint)at) * Beta1) + (gradient * (1 - Beta1));
                var b = (Vector256.LoadUnsafe(ref m2, (nuint)at) * Beta2) + (gradient * gradient * (1 - Beta2));
                a.StoreUnsafe(ref m1, (nuint)at);
                b.StoreUnsafe(ref m2, (nuint)at);
                var change = a * (correct1 * rate) / (Vector256.Sqrt(b * correct2) + Vector256.Create(Tiny));
                (Vector256.LoadUnsafe(ref v, (nuint)at) - change).StoreUnsafe(ref v, (nuint)at);
            }
            for (; at < end; at++)
            {
                var gradient = Gradients[0][at] * scale;
                first[at] = (Beta1 * first[at]) + ((1 - Beta1) * gradient);
                second[at] = (Beta2 * second[at]) + ((1 - Beta2) * gradient * gradient);
                Value[at] -= rate * first[at] * correct1 / (MathF.Sqrt(second[at] * correct2) + Tiny);
            }
            Gradients[0].AsSpan(row * Length, Length).Clear();
            CatchUp(IsTable ? row : 0, step, meanShare);
        }
    }

    /// <summary>The mean as it stands after this step.</summary>
    public float[] MeanAt(int step, float meanShare)
    {
        for (var row = 0; row < meanAt.Length; row++)
            CatchUp(row, step, meanShare);
        return mean;
    }

    /// <summary>Counts the row's value once for every step up to this one that was not counted yet.</summary>
    void CatchUp(int row, int step, float meanShare)
    {
        var missed = step - meanAt[row];
        if (missed <= 0)
            return;
        meanAt[row] = step;
        var share = Vector256.Create(1 - MathF.Pow(1 - meanShare, missed));
        var (at, end) = (row * Length, (row + 1) * Length);
        for (; at + 8 <= end; at += 8)
        {
            var m = Vector256.Create<float>(mean.AsSpan(at));
            (m + (share * (Vector256.Create<float>(Value.AsSpan(at)) - m))).CopyTo(mean.AsSpan(at));
        }
        for (; at < end; at++)
            mean[at] += share[0] * (Value[at] - mean[at]);
    }
}
