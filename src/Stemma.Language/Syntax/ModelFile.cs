using System.Runtime.InteropServices;
using System.Text;
using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>
/// The model as bytes: a mark, then each part with its length before it, little-endian, in one fixed order. Nothing in it is code, and
/// a length that cannot be is refused. Reading copies the layers, and leaves large tables where they are.
/// </summary>
static class ModelFile
{
    /// <summary>"Stemma syntax, layout 1".</summary>
    const ulong Mark = 0x31_6E_79_53_6D_74_53_2E;

    /// <summary>A model that comes with the program.</summary>
    public static Stream Open(string name) => typeof(ModelFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");

    public static byte[] Write(SyntaxModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        Strings(writer, model.Tags);
        Strings(writer, model.Relations);
        foreach (var weights in model.Network.Weights.All)
            Numbers<float>(writer, weights);
        Numbers(writer, model.Network.Words.Index.Keys);
        Numbers(writer, model.Network.Words.Halves);
        Numbers(writer, model.Network.Words.Scales);
        Table(writer, model.Network.Features);
        Numbers(writer, model.Network.Lists.Index.Keys);
        Numbers(writer, model.Network.Lists.Lists);
        Numbers(writer, model.Segmenter.Weights);
        writer.Write(model.Segmenter.Joined.Count);
        foreach (var (key, cut) in model.Segmenter.Joined.OrderBy(static pair => pair.Key))
        {
            writer.Write(key);
            writer.Write(cut);
        }
        writer.Write(model.Lemmas.Rules.Count);
        foreach (var rule in model.Lemmas.Rules)
        {
            writer.Write(rule.Cut);
            writer.Write(rule.Ending);
            writer.Write(rule.Lower);
        }
        Rules(writer, model.Lemmas.ByWord);
        Rules(writer, model.Lemmas.ByEnding);
        return stream.ToArray();
    }

    public static SyntaxModel Read(byte[] bytes) => Read(new MemoryStream(bytes));

    public static SyntaxModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt64() != Mark)
            throw new InvalidDataException("This is not a language model of this version.");
        var (tags, relations) = (Strings(reader), Strings(reader));
        var weights = new NetworkWeights(tags.Length, relations.Length);
        foreach (var to in weights.All)
            Numbers<float>(reader, to.Length).CopyTo(to, 0);
        var keys = Table<uint>(reader, null);
        var words = new VectorTable(new KeyIndex(keys), Table<byte>(reader, keys.Length * NetworkShape.Vector / 2), Table<float>(reader, keys.Length));
        var features = Table(reader, NetworkShape.Feature);
        var listed = Table<uint>(reader, null);
        var lists = new NameLists(new KeyIndex(listed), Table<Listed>(reader, listed.Length));
        var gaps = Numbers<sbyte>(reader, GapFeatures.Size * Segmenter.Gaps);
        var joined = new Dictionary<ulong, int>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            joined.Add(reader.ReadUInt64(), reader.ReadInt32());
        var rules = new LemmaRule[reader.ReadInt32()];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = new LemmaRule(reader.ReadByte(), reader.ReadString(), reader.ReadBoolean());
        var lemmas = new Lemmas(rules, Rules(reader), Rules(reader));
        return new SyntaxModel(tags, relations, new Segmenter(gaps, joined), new Network(weights, words, features, lists), lemmas);
    }

    static void Strings(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (var one in strings)
            writer.Write(one);
    }

    static string[] Strings(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];

    public static void Numbers<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    public static T[] Numbers<T>(BinaryReader reader, int? expected)
        where T : unmanaged
    {
        var numbers = new T[Count(reader, expected)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Numbers of which only some are looked up: they stay where they are.</summary>
    static Mapped<T> Table<T>(BinaryReader reader, int? expected)
        where T : unmanaged => Mapped<T>.Next(reader.BaseStream, Count(reader, expected));

    static int Count(BinaryReader reader, int? expected)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.BaseStream.Length || (expected is { } known && known != count))
            throw new InvalidDataException("The language model is damaged or of another version.");
        return count;
    }

    public static void Table(BinaryWriter writer, RowTable table)
    {
        Numbers(writer, table.Values);
        Numbers(writer, table.Scales);
    }

    /// <param name="rows">How many there must be; null for any number.</param>
    public static RowTable Table(BinaryReader reader, int width, int? rows = null)
    {
        var values = Table<sbyte>(reader, rows * width);
        return new RowTable(values, Table<float>(reader, values.Length / width), width);
    }

    static void Rules(BinaryWriter writer, IReadOnlyDictionary<ulong, ushort> rules)
    {
        var sorted = rules.OrderBy(static pair => pair.Key).ToList();
        Numbers<ulong>(writer, [.. sorted.Select(static pair => pair.Key)]);
        Numbers<ushort>(writer, [.. sorted.Select(static pair => pair.Value)]);
    }

    static Dictionary<ulong, ushort> Rules(BinaryReader reader)
    {
        var keys = Numbers<ulong>(reader, null);
        var rules = Numbers<ushort>(reader, keys.Length);
        var found = new Dictionary<ulong, ushort>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            found.Add(keys[i], rules[i]);
        return found;
    }
}
