using System.Globalization;
using System.Text;
using Stemma.Language.Cues;

namespace Stemma.Training.Attributions;

/// <summary>A look at how well the network does while it is learned: exact and overlap F1 of each part, over tokens as the pipeline cuts them. The figures that count are those of <c>stemma eval</c>.</summary>
static class AttributionScore
{
    static readonly string[] Names = ["", "source", "content", "cue"];

    public static string Describe(AttributionNetwork network, List<AttributionExample> examples)
    {
        var exact = new (int Found, int Gold, int Both)[4];
        var overlap = new (int Found, int Gold, int Both)[4];
        var triple = (Found: 0, Gold: 0, Both: 0);
        var found = new List<CueFound>[examples.Count];
        Parallel.For(0, examples.Count, i => found[i] = CueReader.Read(network, examples[i].Input, examples[i].States, CueReader.CueFrom));
        for (var e = 0; e < examples.Count; e++)
        {
            var example = examples[e];
            var sets = new List<HashSet<int>[]>[] { [], [] };
            // What is found is counted from the beginning of the document.
            foreach (var cue in found[e].ConvertAll(one => one with { Window = one.Window.Moved(-example.Input.First) }))
                sets[0].Add([[], .. new[] { Part.Source, Part.Content }.Select(part => Worded(example, cue.Stretches(part).SelectMany(static s => Enumerable.Range(s.First, s.End - s.First)))), Worded(example, Enumerable.Range(cue.Window.First, cue.Window.End - cue.Window.First))]);
            foreach (var cue in example.Cues)
                sets[1].Add([[], Worded(example, cue.Source), Worded(example, cue.Content), Worded(example, Enumerable.Range(cue.First, cue.End - cue.First))]);
            for (var part = 1; part < 4; part++)
            {
                var keys = sets.Select(side => side.Select(parts => Key(parts[part])).Where(static key => key.Length > 0).ToHashSet(StringComparer.Ordinal)).ToArray();
                exact[part] = (exact[part].Found + keys[0].Count, exact[part].Gold + keys[1].Count, exact[part].Both + keys[0].Intersect(keys[1], StringComparer.Ordinal).Count());
                var tokens = sets.Select(side => side.SelectMany(parts => parts[part]).ToHashSet()).ToArray();
                overlap[part] = (overlap[part].Found + tokens[0].Count, overlap[part].Gold + tokens[1].Count, overlap[part].Both + tokens[0].Intersect(tokens[1]).Count());
            }
            var triples = sets.Select(side => side.Select(parts => string.Join('|', parts.Skip(1).Select(Key))).ToHashSet(StringComparer.Ordinal)).ToArray();
            triple = (triple.Found + triples[0].Count, triple.Gold + triples[1].Count, triple.Both + triples[0].Intersect(triples[1], StringComparer.Ordinal).Count());
        }
        var text = new StringBuilder();
        for (var part = 1; part < 4; part++)
            text.Append(CultureInfo.InvariantCulture, $"  {Names[part]} overlap {Say(overlap[part])} exact {Say(exact[part])}");
        return text.Append(CultureInfo.InvariantCulture, $"  triple {Say(triple)}").ToString();
    }

    static HashSet<int> Worded(AttributionExample example, IEnumerable<int> tokens) => [.. tokens.Where(token => char.IsLetterOrDigit(example.Input.TextOf(token)[0]))];

    static string Key(HashSet<int> tokens) => string.Join(',', tokens.Order());

    static string Say((int Found, int Gold, int Both) counts) => string.Create(CultureInfo.InvariantCulture, $"{(double)counts.Both / counts.Found:.000}/{(double)counts.Both / counts.Gold:.000}/{2.0 * counts.Both / (counts.Found + counts.Gold):.000}");
}
