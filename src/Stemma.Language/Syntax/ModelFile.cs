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
    /// <summary>"Stemma syntax, layout 2".</summary>
    const ulong Mark = 0x32_6E_79_53_6D_74_53_2E;

    /// <summary>A model that comes with the program.</summary>
    public static Stream Open(string name) => typeof(ModelFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");

    public static byte[] Write(SyntaxModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        Strings(writer, model.Tags);
        Strings(writer, model.Relations);
        Numbers(writer, model.Lexicon.Vectors.Index.Keys);
        Numbers(writer, model.Lexicon.Vectors.Halves);
        Numbers(writer, model.Lexicon.Vectors.Scales);
        Numbers(writer, model.Lexicon.Lists.Index.Keys);
        Numbers(writer, model.Lexicon.Lists.Lists);
        Dense(writer, model.Network.Weights.All);
        Table(writer, model.Network.Features);
        Dense(writer, model.Names.Weights.All);
        Table(writer, model.Names.Features);
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
        var keys = Table<uint>(reader, null);
        var vectors = new VectorTable(new KeyIndex(keys), Table<byte>(reader, keys.Length * VectorTable.Width / 2), Table<float>(reader, keys.Length));
        var listed = Table<uint>(reader, null);
        var lists = new NameLists(new KeyIndex(listed), Table<Listed>(reader, listed.Length));
        var (weights, ofNames) = (new NetworkWeights(tags.Length, relations.Length), new NameWeights());
        Dense(reader, weights.All);
        var network = new Network(weights, Table(reader, WordFeatures.OfSyntax.Width, WordFeatures.OfSyntax.TotalRows));
        Dense(reader, ofNames.All);
        var names = new NameNetwork(ofNames, Table(reader, WordFeatures.OfNames.Width, WordFeatures.OfNames.TotalRows));
        var gaps = Numbers<sbyte>(reader, GapFeatures.Size * Segmenter.Gaps);
        var joined = new Dictionary<ulong, int>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            joined.Add(reader.ReadUInt64(), reader.ReadInt32());
        var rules = new LemmaRule[reader.ReadInt32()];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = new LemmaRule(reader.ReadByte(), reader.ReadString(), reader.ReadBoolean());
        var lemmas = new Lemmas(rules, Rules(reader), Rules(reader));
        return new SyntaxModel(tags, relations, new Segmenter(gaps, joined), new Lexicon(vectors, lists), network, names, lemmas);
    }

    /// <summary>Matrices as half numbers, which lose a two-thousandth of each at most.</summary>
    static void Dense(BinaryWriter writer, IReadOnlyList<float[]> matrices)
    {
        foreach (var matrix in matrices)
            Numbers<Half>(writer, [.. matrix.Select(static number => (Half)number)]);
    }

    static void Dense(BinaryReader reader, IReadOnlyList<float[]> matrices)
    {
        foreach (var matrix in matrices)
        {
            var halves = Numbers<Half>(reader, matrix.Length);
            for (var i = 0; i < matrix.Length; i++)
                matrix[i] = (float)halves[i];
        }
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
