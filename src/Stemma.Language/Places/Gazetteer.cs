using System.Text;

namespace Stemma.Language.Places;

/// <summary>One entry of the gazetteer while it is made.</summary>
sealed record GazetteerEntry(string Name, PlaceKind Kind, double Latitude, double Longitude, string Country, string Region, long Population, int GeoNames, IReadOnlyList<string> OtherNames);

/// <summary>
/// Places of the world by name: towns of 500 inhabitants and more, districts, regions, countries with the words for their people,
/// and seas, straits, regions and well-known sites added by hand. Places of GeoNames (geonames.org), CC BY 4.0. One column an
/// array, in the order of folded names, so that nothing need be indexed: a name is found by halving. The file is those columns
/// behind each other and not packed: it is mapped with the program and read where it lies. Cost: a millisecond and 1 MB once, and
/// of the file what is looked at; a lookup compares some forty names.
/// </summary>
sealed class Gazetteer
{
    const int Version = 2;

    static readonly Lazy<Gazetteer> Shipped = new(Load);

    /// <summary>Of so many entries only the first has its place noted; those behind it are counted out.</summary>
    const int Noted = 16;

    readonly Mapped<byte> kinds, populations;
    readonly Mapped<short> latitudes, longitudes;
    readonly Mapped<ushort> countries, regions;
    readonly Mapped<int> ids, aliasPlaces;
    readonly Mapped<byte> names, nameLengths;
    readonly int[] nameStarts;
    readonly string[] regionCodes;
    readonly Dictionary<string, int> regionOfCode;

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

    public string Name(int place) => Encoding.UTF8.GetString(NameBytes(place));

    public static string CodeOf(int country) => country == 0 ? "" : new string([(char)(country >> 8), (char)(country & 0xff)]);

    /// <summary>Number of the region of this code ("US.TX"); 0 where there is none.</summary>
    public int RegionOf(string code) => regionOfCode.GetValueOrDefault(code);

    /// <summary>All places that bear a name, in the order of the file.</summary>
    public void Find(string folded, List<int> found)
    {
        found.Clear();
        if (folded.Length == 0)
            return;
        for (var entry = First(folded, 0, kinds.Length); entry < kinds.Length && Compare(entry, folded) == 0; entry++)
            found.Add(entry);
        for (var entry = First(folded, kinds.Length, nameLengths.Length); entry < nameLengths.Length && Compare(entry, folded) == 0; entry++)
            if (!found.Contains(aliasPlaces[entry - kinds.Length]))
                found.Add(aliasPlaces[entry - kinds.Length]);
        found.Sort();
    }

    /// <summary>The first of the entries from low to high whose name does not come before this one.</summary>
    int First(string folded, int low, int high) => Bisection.First(low, high, entry => Compare(entry, folded) >= 0);

    ReadOnlySpan<byte> NameBytes(int entry)
    {
        var start = nameStarts[entry / Noted];
        foreach (var length in nameLengths.Bytes(entry / Noted * Noted, entry % Noted))
            start += length;
        return names.Bytes(start, nameLengths[entry]);
    }

    int Compare(int entry, string folded)
    {
        Span<char> name = stackalloc char[256], plain = stackalloc char[256];
        var length = Encoding.UTF8.GetChars(NameBytes(entry), name);
        return plain[..PlaceNames.Fold(name[..length], plain)].SequenceCompareTo(folded);
    }

    /// <summary>Whether this is the name a place goes by, and not another of its names.</summary>
    public bool IsOwnName(int place, string folded) => Compare(place, folded) == 0;

    static Gazetteer Load()
    {
        using var file = typeof(Gazetteer).Assembly.GetManifestResourceStream("places.gazetteer") ?? throw new InvalidOperationException("The program was built without its gazetteer.");
        return new Gazetteer(file);
    }

    Gazetteer(Stream file)
    {
        Mapped<T> Column<T>(int count) where T : unmanaged => Mapped<T>.Next(file, count);
        var counts = Column<int>(6);
        if (counts[0] != Version)
            throw new InvalidOperationException("The gazetteer is of another version.");
        var (places, aliases) = (counts[1], counts[2]);
        regionCodes = Encoding.ASCII.GetString(Column<byte>(counts[3]).Bytes(0, counts[3])).Split('\n');
        regionOfCode = [];
        for (var i = 1; i < regionCodes.Length; i++)
            regionOfCode[regionCodes[i]] = i;
        (kinds, populations, latitudes, longitudes) = (Column<byte>(places), Column<byte>(places), Column<short>(places), Column<short>(places));
        (countries, regions, ids) = (Column<ushort>(places), Column<ushort>(places), Column<int>(places));
        aliasPlaces = Column<int>(aliases);
        nameLengths = Column<byte>(places + aliases);
        names = Column<byte>(counts[4]);
        nameStarts = new int[(nameLengths.Length / Noted) + 1];
        var start = 0;
        for (var i = 0; i < nameLengths.Length; start += nameLengths[i++])
            if (i % Noted == 0)
                nameStarts[i / Noted] = start;
    }

    /// <summary>Writes entries in the form that is read here.</summary>
    public static void Write(Stream output, IEnumerable<GazetteerEntry> all)
    {
        var entries = all.OrderBy(static entry => PlaceNames.Folded(entry.Name), StringComparer.Ordinal).ThenBy(static entry => entry.Name, StringComparer.Ordinal).ThenBy(static entry => entry.Kind).ThenBy(static entry => entry.GeoNames).ToList();
        var codes = entries.Select(static entry => entry.Region).Where(static code => code.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend("").ToList();
        var regionIndex = codes.Select(static (code, index) => (code, index)).ToDictionary(static pair => pair.code, static pair => pair.index, StringComparer.Ordinal);
        var aliases = entries.SelectMany(static (entry, index) => entry.OtherNames.Select(name => (name, index))).OrderBy(static alias => PlaceNames.Folded(alias.name), StringComparer.Ordinal).ThenBy(static alias => alias.index).ToList();
        var nameBytes = entries.Select(static entry => Encoding.UTF8.GetBytes(entry.Name)).Concat(aliases.Select(static alias => Encoding.UTF8.GetBytes(alias.name))).ToList();
        var codeBytes = Encoding.ASCII.GetBytes(string.Join('\n', codes));
        using (var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true))
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
    }
}
