using Stemma.Language;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Storage;

/// <summary>
/// A report's features as they are kept: numbers one behind the other, little-endian, ten bytes a word. Not compressed:
/// hashes do not shrink, and all of them are read whenever reports are grouped.
/// </summary>
static class FeaturesCodec
{
    /// <summary>Of this form. To be raised with it, and whenever another reading of the same text should be made anew.</summary>
    public const int Form = 2;

    public static byte[] ToBytes(ReportFeatures features)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var published = features.Head.Published;
        writer.Write(published.At?.Ticks ?? -1);
        writer.Write(published.Offset?.Ticks ?? long.MinValue);
        writer.Write(published.DayOnly);
        writer.Write((byte)published.Basis);
        writer.Write(features.Head.Times.Length);
        foreach (var time in features.Head.Times)
            Write(writer, time);
        writer.Write(features.Words.Length);
        foreach (var word in features.Words)
        {
            writer.Write(word.Key);
            writer.Write(word.Counts.Bits);
        }
        Write(writer, features.Shingles);
        Write(writer, features.Names);
        writer.Flush();
        return bytes.ToArray();
    }

    public static ReportFeatures FromBytes(string id, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        DateTime? at = reader.ReadInt64() is >= 0 and var ticks ? new DateTime(ticks) : null;
        TimeSpan? offset = reader.ReadInt64() is not long.MinValue and var away ? new TimeSpan(away) : null;
        var published = new Published(at, offset, reader.ReadBoolean(), (PublishedBasis)reader.ReadByte());
        var times = new TimeMention[reader.ReadInt32()];
        for (var i = 0; i < times.Length; i++)
            times[i] = ReadTime(reader);
        var words = new StoryWord[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
            words[i] = new StoryWord(reader.ReadUInt64(), new WordCounts(reader.ReadUInt16()));
        return new ReportFeatures(new ReportHead(id, published, times), words, ReadKeys(reader), ReadKeys(reader));
    }

    static void Write(BinaryWriter writer, TimeMention time)
    {
        writer.Write(time.Range.Start);
        writer.Write(time.Range.End);
        foreach (var small in (ReadOnlySpan<byte>)[(byte)time.Kind, (byte)time.Unit, (byte)time.DayPart, (byte)time.ShiftUnit, (byte)time.Anchor, (byte)time.Modifier, (byte)time.Tense, time.Opens ? (byte)1 : (byte)0])
            writer.Write(small);
        foreach (var known in (ReadOnlySpan<int?>)[time.Year, time.Month, time.Day, (int?)time.Weekday, time.Nth, time.Holiday, time.Inside, time.Minute, time.Offset, time.Shift])
            writer.Write(known ?? int.MinValue);
        writer.Write(time.Amount ?? double.NaN);
    }

    static TimeMention ReadTime(BinaryReader reader)
    {
        int? Known() => reader.ReadInt32() is not int.MinValue and var value ? value : null;
        return new(new TextRange(reader.ReadInt32(), reader.ReadInt32()), (TimeKind)reader.ReadByte())
        {
            Unit = (TimeUnit)reader.ReadByte(), DayPart = (DayPart)reader.ReadByte(), ShiftUnit = (TimeUnit)reader.ReadByte(), Anchor = (TimeAnchor)reader.ReadByte(), Modifier = (TimeModifier)reader.ReadByte(),
            Tense = (TimeTense)reader.ReadByte(), Opens = reader.ReadByte() == 1,
            Year = Known(), Month = Known(), Day = Known(), Weekday = (DayOfWeek?)Known(), Nth = Known(), Holiday = Known(), Inside = Known(), Minute = Known(), Offset = Known(), Shift = Known(),
            Amount = reader.ReadDouble() is var amount && double.IsNaN(amount) ? null : amount,
        };
    }

    static void Write(BinaryWriter writer, ulong[] keys)
    {
        writer.Write(keys.Length);
        foreach (var key in keys)
            writer.Write(key);
    }

    static ulong[] ReadKeys(BinaryReader reader)
    {
        var keys = new ulong[reader.ReadInt32()];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = reader.ReadUInt64();
        return keys;
    }
}
