using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Stemma.Language.Places;

/// <summary>One entry of the gazetteer while it is made.</summary>
sealed record GazetteerEntry(string Name, PlaceKind Kind, double Latitude, double Longitude, string Country, string Region, long Population, int GeoNames, IReadOnlyList<string> OtherNames);

/// <summary>
/// Places of the world by name: towns of 500 inhabitants and more, districts, regions, countries with the words for their people,
/// and seas, straits, regions and well-known sites added by hand. Places of GeoNames (geonames.org), CC BY 4.0. One column an
/// array; a hash of the folded name leads to all that bear it. The file is those columns behind each other, packed by Brotli; it
/// is unpacked and indexed when first asked for. Cost: about a tenth of a second and 15 MB once; a lookup is a few comparisons.
/// </summary>
sealed class Gazetteer
{
    const int Version = 1;

    static readonly Lazy<Gazetteer> Shipped = new(Load);

    readonly byte[] kinds, populations;
    readonly short[] latitudes, longitudes;
    readonly ushort[] countries, regions;
    readonly int[] ids, nameStarts, aliasPlaces;
    readonly byte[] names;
    readonly string[] regionCodes;
    readonly Dictionary<string, int> regionOfCode;
    readonly int[] heads, next;
    readonly uint[] keys;

    public static Gazetteer World => Shipped.Value;

    public int Count => kinds.Length;

    public PlaceKind Kind(int place) => (PlaceKind)kinds[place];

    public double Latitude(int place) => latitudes[place] / 100.0;

    public double Longitude(int place) => longitudes[place] / 100.0;

    /// <summary>Decimal logarithm of the population.</summary>
    public double LogPopulation(int place) => populations[place] / 25.0;

    /// <summary>Two letters as one number; 0 for none.</summary>
    public int Country(int place) => countries[place];

    /// <summary>Number of the first-order region it lies in, or is; 0 for none.</summary>
    public int Region(int place) => regions[place];

    public int GeoNames(int place) => ids[place];

    public string Name(int place) => Encoding.UTF8.GetString(names, nameStarts[place], nameStarts[place + 1] - nameStarts[place]);

    public static string CodeOf(int country) => country == 0 ? "" : new string([(char)(country >> 8), (char)(country & 0xff)]);

    /// <summary>Number of the region of this code ("US.TX"); 0 where there is none.</summary>
    public int RegionOf(string code) => regionOfCode.GetValueOrDefault(code);

    /// <summary>All places that bear a name, in the order of the file.</summary>
    public void Find(string folded, List<int> found)
    {
        found.Clear();
        if (folded.Length == 0)
            return;
        var key = PlaceNames.KeyOf(folded);
        for (var entry = heads[(int)(key & (uint)(heads.Length - 1))]; entry > 0; entry = next[entry - 1])
        {
            if (keys[entry - 1] != (uint)(key >> 32))
                continue;
            var place = entry <= kinds.Length ? entry - 1 : aliasPlaces[entry - 1 - kinds.Length];
            if (!found.Contains(place))
                found.Add(place);
        }
        found.Sort();
    }

    /// <summary>Whether this is the name a place goes by, and not another of its names.</summary>
    public bool IsOwnName(int place, string folded) => keys[place] == (uint)(PlaceNames.KeyOf(folded) >> 32);

    static Gazetteer Load()
    {
        using var packed = typeof(Gazetteer).Assembly.GetManifestResourceStream("places.gazetteer") ?? throw new InvalidOperationException("The program was built without its gazetteer.");
        var head = new byte[4];
        packed.ReadExactly(head);
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
        using var stream = new BrotliStream(packed, CompressionMode.Decompress);
        stream.ReadExactly(bytes);
        return new Gazetteer(bytes);
    }

    Gazetteer(byte[] bytes)
    {
        var at = 0;
        T[] Column<T>(int count) where T : unmanaged
        {
            var column = MemoryMarshal.Cast<byte, T>(bytes.AsSpan(at, count * Marshal.SizeOf<T>())).ToArray();
            at += count * Marshal.SizeOf<T>();
            return column;
        }
        var counts = Column<int>(6);
        if (counts[0] != Version)
            throw new InvalidOperationException("The gazetteer is of another version.");
        var (places, aliases) = (counts[1], counts[2]);
        regionCodes = Encoding.ASCII.GetString(Column<byte>(counts[3])).Split('\n');
        regionOfCode = [];
        for (var i = 1; i < regionCodes.Length; i++)
            regionOfCode[regionCodes[i]] = i;
        (kinds, populations, latitudes, longitudes) = (Column<byte>(places), Column<byte>(places), Column<short>(places), Column<short>(places));
        (countries, regions, ids) = (Column<ushort>(places), Column<ushort>(places), Column<int>(places));
        aliasPlaces = Column<int>(aliases);
        var lengths = Column<byte>(places + aliases);
        names = Column<byte>(counts[4]);
        nameStarts = new int[places + aliases + 1];
        for (var i = 0; i < lengths.Length; i++)
            nameStarts[i + 1] = nameStarts[i] + lengths[i];
        (heads, next, keys) = Index(places + aliases);
    }

    (int[], int[], uint[]) Index(int entries)
    {
        var table = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, entries * 2))];
        var (following, high) = (new int[entries], new uint[entries]);
        Span<char> name = stackalloc char[256];
        for (var i = 0; i < entries; i++)
        {
            var length = Encoding.UTF8.GetChars(names.AsSpan(nameStarts[i], nameStarts[i + 1] - nameStarts[i]), name);
            var key = PlaceNames.KeyOf(name[..length]);
            ref var slot = ref table[(int)(key & (uint)(table.Length - 1))];
            (following[i], slot, high[i]) = (slot, i + 1, (uint)(key >> 32));
        }
        return (table, following, high);
    }

    /// <summary>Writes entries in the form that is read here.</summary>
    public static void Write(Stream output, IEnumerable<GazetteerEntry> all)
    {
        var entries = all.OrderBy(static entry => entry.Name, StringComparer.Ordinal).ThenBy(static entry => entry.Kind).ThenBy(static entry => entry.GeoNames).ToList();
        var codes = entries.Select(static entry => entry.Region).Where(static code => code.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend("").ToList();
        var regionIndex = codes.Select(static (code, index) => (code, index)).ToDictionary(static pair => pair.code, static pair => pair.index, StringComparer.Ordinal);
        var aliases = entries.SelectMany(static (entry, index) => entry.OtherNames.Select(name => (name, index))).OrderBy(static alias => alias.name, StringComparer.Ordinal).ThenBy(static alias => alias.index).ToList();
        var nameBytes = entries.Select(static entry => Encoding.UTF8.GetBytes(entry.Name)).Concat(aliases.Select(static alias => Encoding.UTF8.GetBytes(alias.name))).ToList();
        var codeBytes = Encoding.ASCII.GetBytes(string.Join('\n', codes));
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var number in (int[])[Version, entries.Count, aliases.Count, codeBytes.Length, nameBytes.Sum(static name => name.Length), 0])
                writer.Write(number);
            writer.Write(codeBytes);
            entries.ForEach(entry => writer.Write((byte)entry.Kind));
            entries.ForEach(entry => writer.Write((byte)Math.Min(255, Math.Round(25 * Math.Log10(Math.Max(1, entry.Population))))));
            entries.ForEach(entry => writer.Write((short)Math.Round(entry.Latitude * 100)));
            entries.ForEach(entry => writer.Write((short)Math.Round(entry.Longitude * 100)));
            entries.ForEach(entry => writer.Write((ushort)(entry.Country.Length == 2 ? (entry.Country[0] << 8) | entry.Country[1] : 0)));
            entries.ForEach(entry => writer.Write((ushort)regionIndex[entry.Region]));
            entries.ForEach(entry => writer.Write(entry.GeoNames));
            aliases.ForEach(alias => writer.Write(alias.index));
            nameBytes.ForEach(name => writer.Write((byte)name.Length));
            nameBytes.ForEach(writer.Write);
        }
        var head = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(head, (int)bytes.Length);
        output.Write(head);
        using var packed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        bytes.WriteTo(packed);
    }
}
