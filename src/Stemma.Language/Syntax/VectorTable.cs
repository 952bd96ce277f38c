using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Syntax;

/// <summary>
/// Word vectors, four bits a number with one scale per word: an eighth of the size, which buys more words, and rare words are what
/// names are made of. The numbers should have the same spread in each place of the vector before they are put in.
/// </summary>
/// <param name="halves">Per word <see cref="Width"/> / 2 bytes: number i in the low half of byte i, number i + half in the high half, each plus eight.</param>
/// <param name="scales">One per word.</param>
sealed class VectorTable(KeyIndex index, Mapped<byte> halves, Mapped<float> scales)
{
    /// <summary>Numbers of a word vector.</summary>
    public const int Width = 100;

    const int Half = Width / 2;
    const int Most = 7;
    const int Lane = 8;

    public KeyIndex Index { get; } = index;

    public ReadOnlySpan<byte> Halves => halves.Bytes(0, halves.Length);

    public ReadOnlySpan<float> Scales => scales.ToArray();

    /// <param name="numbers"><see cref="Width"/> per word.</param>
    public static VectorTable Of(uint[] keys, ReadOnlySpan<float> numbers)
    {
        var (halves, scales) = (new byte[keys.Length * Half], new float[keys.Length]);
        for (var row = 0; row < keys.Length; row++)
        {
            var from = numbers.Slice(row * Width, Width);
            var greatest = 0f;
            foreach (var number in from)
                greatest = Math.Max(greatest, Math.Abs(number));
            scales[row] = greatest / Most;
            for (var i = 0; i < Half; i++)
                halves[(row * Half) + i] = (byte)(Small(from[i], scales[row]) | (Small(from[i + Half], scales[row]) << 4));
        }
        return new VectorTable(new KeyIndex(keys), halves, scales);
    }

    static int Small(float number, float scale) => scale > 0 ? (int)MathF.Round(number / scale) + 8 : 8;

    /// <summary>Adds the vector of this word, if it has one, to <paramref name="target"/>.</summary>
    public bool AddTo(ulong wordKey, Span<float> target)
    {
        if (Index.Find(wordKey) is not (>= 0 and var row))
            return false;
        var scale = scales[row];
        var from = halves.Bytes(row * Half, Half);
        var at = 0;
        for (; at + Lane <= from.Length; at += Lane)
        {
            var bytes = Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(from[at..])).AsByte();
            AddEight(bytes & Vector128.Create((byte)15), scale, target[at..]);
            AddEight(bytes >> 4, scale, target[(at + Half)..]);
        }
        for (; at < from.Length; at++)
        {
            target[at] += ((from[at] & 15) - 8) * scale;
            target[at + Half] += ((from[at] >> 4) - 8) * scale;
        }
        return true;
    }

    static void AddEight(Vector128<byte> small, float scale, Span<float> target)
    {
        var shorts = Vector128.WidenLower(small);
        var numbers = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32() - Vector256.Create(8));
        (Vector256.Create<float>(target) + (numbers * scale)).CopyTo(target);
    }
}
