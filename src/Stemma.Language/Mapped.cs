using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Language;

/// <summary>
/// Numbers of a file that comes with the program, where they lie: the file is mapped into memory with the program, so that what is
/// never looked up takes no room, and nothing is held twice. Copied into arrays, the tables of the models and the gazetteer took 19 MB beside
/// the 20 MB of the files. Numbers of any other stream are copied. Little-endian, and from any address on.
/// </summary>
readonly unsafe struct Mapped<T>
    where T : unmanaged
{
    readonly T[] copied;

    // The program's files stay where they are until it ends.
    readonly byte* at;

    Mapped(T[] copied, byte* at, int length)
    {
        (this.copied, Length) = (copied, length);
        this.at = at;
    }

    public int Length { get; }

    public static implicit operator Mapped<T>(T[] numbers) => new(numbers, null, numbers.Length);

    /// <summary>The next so many numbers of this stream.</summary>
    public static Mapped<T> Next(Stream stream, int count)
    {
        if (stream is UnmanagedMemoryStream mapped)
        {
            var bytes = (long)count * sizeof(T);
            if (count < 0 || bytes > mapped.Length - mapped.Position)
                throw new EndOfStreamException();
            var next = new Mapped<T>([], mapped.PositionPointer, count);
            mapped.Position += bytes;
            return next;
        }
        var numbers = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public T this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (at is null)
                return copied[i];
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Length, nameof(i));
            return Unsafe.ReadUnaligned<T>(at + ((nint)i * sizeof(T)));
        }
    }

    /// <summary>Some of them as bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int first, int count) => at is null
        ? MemoryMarshal.AsBytes(copied.AsSpan(first, count))
        : new ReadOnlySpan<byte>(at, Length * sizeof(T)).Slice(first * sizeof(T), count * sizeof(T));

    public T[] ToArray() => MemoryMarshal.Cast<byte, T>(Bytes(0, Length)).ToArray();
}
