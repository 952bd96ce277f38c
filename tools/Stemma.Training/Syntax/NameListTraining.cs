using Stemma.App.Evaluation;
using System.Globalization;
using Stemma.Language.Syntax;
using Stemma.Language.Tokens;

namespace Stemma.Training.Syntax;

/// <summary>Lists of names: people's from the npm package humannames (MIT), places of a good size from GeoNames (CC BY 4.0).</summary>
static class NameListTraining
{
    /// <summary>Inhabitants from which a place is listed: small places share their names with everything.</summary>
    const int InhabitantsMin = 15_000;

    public static NameLists Build(string folder)
    {
        var lists = new SortedDictionary<uint, Listed>();
        void Add(string word, Listed list)
        {
            var key = KeyIndex.KeyOf(WordKey.Of(word));
            lists[key] = lists.GetValueOrDefault(key) | list;
        }
        foreach (var name in File.ReadLines(Path.Combine(folder, "lexicon", "humannames.txt")).Where(static name => name.Length > 1 && !name.Contains(' ', StringComparison.Ordinal)))
            Add(name, Listed.Person);
        foreach (var line in CorpusFile.Lines(Path.Combine(folder, "lexicon", "geonames-cities500.tsv.gz")).Skip(1))
        {
            var fields = line.Split('\t');
            if (int.Parse(fields[10].Length == 0 ? "0" : fields[10], CultureInfo.InvariantCulture) < InhabitantsMin)
                continue;
            foreach (var name in new[] { fields[1], fields[2] }.Distinct(StringComparer.Ordinal))
            {
                var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
                foreach (var word in words)
                    Add(word, words.Length == 1 ? Listed.Place : Listed.PlacePart);
            }
        }
        // What people are called says little of places when it is only a part of their names.
        return new NameLists(new KeyIndex([.. lists.Keys]), [.. lists.Values.Select(static list => list.HasFlag(Listed.Person) ? list & ~Listed.PlacePart : list)]);
    }
}
