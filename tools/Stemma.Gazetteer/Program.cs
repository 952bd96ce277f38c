using Stemma.Gazetteer;
using Stemma.Language.Places;

// Stemma.Gazetteer LEXICON TABLES OUT: the tables of GeoNames under LEXICON, and those beside this program's source, to one file.
// Stemma.Gazetteer outline TOPOLOGY OUT: countries-50m.json of world-atlas to the shapes that maps are drawn from.
if (args is ["outline", var topology, var outline])
{
    WorldOutline.Write(topology, outline);
    return 0;
}
if (args.Length != 3)
{
    Console.Error.WriteLine("usage: Stemma.Gazetteer LEXICON TABLES OUT   (folders of geonames-*.tsv and of countries.tsv, regions.tsv, curated.tsv)");
    return 2;
}
var entries = PlaceTables.Read(args[0], args[1]);
using (var output = File.Create(args[2]))
    Gazetteer.Write(output, entries);
Console.WriteLine($"{entries.Count:N0} places, {entries.Sum(static entry => entry.OtherNames.Count):N0} other names, {new FileInfo(args[2]).Length:N0} bytes");
return 0;
