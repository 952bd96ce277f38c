using System.Globalization;
using System.IO.Compression;
using Stemma.Language;
using Stemma.Language.Places;

namespace Stemma.Gazetteer;

/// <summary>
/// From tables to entries. Towns keep the other names they are known by, the larger the more; regions lie in the middle of their
/// towns unless a better one is written out; districts at the mean of theirs.
/// </summary>
static class PlaceTables
{
    /// <summary>From this many inhabitants on all other names are kept, and from the second on the capitalised ones.</summary>
    const long AllNames = 100_000, SomeNames = 15_000;

    static readonly string[] RegionEndings = [" Province", " Oblast", " State", " Governorate", " Region", " Krai", "skiy Kray"];

    static readonly string[] RegionBeginnings = ["Province of ", "State of ", "Region of "];

    sealed record Town(double Latitude, double Longitude, long Population);

    public static List<GazetteerEntry> Read(string lexicon, string tables)
    {
        var entries = new List<GazetteerEntry>();
        var (regions, districts) = (new Dictionary<string, List<Town>>(StringComparer.Ordinal), new Dictionary<string, List<Town>>(StringComparer.Ordinal));
        foreach (var row in Rows(Path.Combine(lexicon, "geonames-cities500.tsv.gz")).Skip(1))
            entries.Add(TownOf(row, regions, districts));
        var middles = Rows(Path.Combine(tables, "regions.tsv")).ToDictionary(static row => row[0], static row => row, StringComparer.Ordinal);
        foreach (var row in Rows(Path.Combine(lexicon, "geonames-admin1.tsv")).Skip(1))
            if (RegionOf(row, regions.GetValueOrDefault(row[0]), middles.GetValueOrDefault(row[0])) is { } region)
                entries.Add(region);
        foreach (var row in Rows(Path.Combine(lexicon, "geonames-admin2.tsv.gz")))
            if (districts.TryGetValue(row[0], out var towns))
                entries.Add(new GazetteerEntry(row[1], PlaceKind.District, towns.Average(static town => town.Latitude), towns.Average(static town => town.Longitude), row[0][..2], string.Join('.', row[0].Split('.')[..2]), towns.Sum(static town => town.Population), 0, []));
        foreach (var row in Rows(Path.Combine(tables, "countries.tsv")))
            entries.AddRange(CountryOf(row));
        foreach (var row in Rows(Path.Combine(tables, "curated.tsv")))
        {
            var names = row[0].Split('|');
            entries.Add(new GazetteerEntry(names[0], row[1] == "site" ? PlaceKind.Site : PlaceKind.Area, Number(row[2]), Number(row[3]), row.Length > 4 ? row[4] : "", "", 0, 0, names[1..]));
        }
        return entries;
    }

    static GazetteerEntry TownOf(string[] row, Dictionary<string, List<Town>> regions, Dictionary<string, List<Town>> districts)
    {
        var (name, ascii, country) = (row[1], row[2], row[7]);
        var town = new Town(Number(row[4]), Number(row[5]), long.TryParse(row[10], CultureInfo.InvariantCulture, out var people) ? people : 0);
        var region = row[8].Length > 0 ? $"{country}.{row[8]}" : "";
        Add(regions, region, town);
        Add(districts, $"{region}.{row[9]}", town);
        var kind = row[6] == "PPLC" ? PlaceKind.Capital : row[6] == "PPLA" ? PlaceKind.Seat : PlaceKind.Town;
        IEnumerable<string> others = row[3].Split('|', StringSplitOptions.RemoveEmptyEntries);
        others = town.Population >= AllNames || kind != PlaceKind.Town ? others.Where(static other => other.Length > 3)
            : town.Population >= SomeNames ? others.Where(static other => other.Length > 4 && char.IsUpper(other[0])) : [];
        return new GazetteerEntry(name, kind, town.Latitude, town.Longitude, country, region, town.Population, int.Parse(row[0], CultureInfo.InvariantCulture), Distinct(name, others.Append(ascii)));
    }

    static GazetteerEntry? RegionOf(string[] row, List<Town>? towns, string[]? better)
    {
        var name = row[1];
        var others = new List<string>();
        others.AddRange(RegionEndings.Where(ending => name.EndsWith(ending, StringComparison.Ordinal)).Select(ending => name[..^ending.Length]));
        others.AddRange(RegionBeginnings.Where(beginning => name.StartsWith(beginning, StringComparison.Ordinal)).Select(beginning => name[beginning.Length..]));
        if (better is { Length: > 3 })
            others.AddRange(better[3].Split('|', StringSplitOptions.RemoveEmptyEntries));
        if (towns is null && better is null && row.Length < 4)
            return null;
        var (latitude, longitude) = better is not null ? (Number(better[1]), Number(better[2]))
            : towns is not null ? ((towns.Min(static town => town.Latitude) + towns.Max(static town => town.Latitude)) / 2, (towns.Min(static town => town.Longitude) + towns.Max(static town => town.Longitude)) / 2)
            : row[2].Length > 0 ? (Number(row[2]), Number(row[3])) : (double.NaN, 0);
        return double.IsNaN(latitude) ? null : new GazetteerEntry(name, PlaceKind.Region, latitude, longitude, row[0][..2], row[0], 1000 + (towns?.Sum(static town => town.Population) ?? 0), 0, Distinct(name, others));
    }

    static IEnumerable<GazetteerEntry> CountryOf(string[] row)
    {
        var (names, peoples) = (row[1].Split('|'), row[2].Split('|', StringSplitOptions.RemoveEmptyEntries));
        var (latitude, longitude) = (Number(row[3]), Number(row[4]));
        yield return new GazetteerEntry(names[0], PlaceKind.Country, latitude, longitude, row[0], "", 0, 0, names[1..]);
        if (peoples.Length > 0)
            yield return new GazetteerEntry(names[0], PlaceKind.Demonym, latitude, longitude, row[0], "", 0, 0, [.. peoples, .. peoples.Select(static people => people + "s")]);
    }

    /// <summary>Each once, by the key it is found under.</summary>
    static List<string> Distinct(string name, IEnumerable<string> others) =>
        [.. others.Where(other => System.Text.Encoding.UTF8.GetByteCount(other) < 250).DistinctBy(static other => PlaceNames.Folded(other), StringComparer.Ordinal).Where(other => PlaceNames.Folded(other) != PlaceNames.Folded(name))];

    static void Add(Dictionary<string, List<Town>> all, string code, Town town)
    {
        if (!all.TryGetValue(code, out var towns))
            all[code] = towns = [];
        towns.Add(town);
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static IEnumerable<string[]> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }
}
