using System.Globalization;
using Stemma.Language;
using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>How good the network is where words and sentences are given: a quick look while training. The measure from raw text is stemma eval.</summary>
static class GoldTokens
{
    public static string Describe(string name, Network network, IReadOnlyList<Example> examples, Inventory inventory)
    {
        var work = new Workspace();
        var (words, upos, tagged, attached, labelled, found, named, right) = (0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var example in examples)
        {
            var n = example.Words.Length;
            var ranges = new TextRange[n];
            var at = 0;
            for (var i = 0; i < n; at += example.Words[i++].Length + 1)
                ranges[i] = new TextRange(at, at + example.Words[i].Length);
            network.Run(string.Join(' ', example.Words), ranges, [0, n], work);
            if (example.Heads is not null)
            {
                var (heads, relations) = (new int[n], new byte[n]);
                var stride = network.Arcs(work, 0, n);
                TreeDecoder.Decode(work.Scores, stride, heads);
                network.Relations(work, 0, heads, Array.IndexOf(inventory.Relations, "root"), relations);
                for (var i = 0; i < n; i++)
                {
                    words++;
                    var tag = network.Tag(work, i);
                    tagged += tag == example.Tags![i] ? 1 : 0;
                    upos += UposOf(inventory.Tags[tag]) == UposOf(inventory.Tags[example.Tags[i]]) ? 1 : 0;
                    attached += heads[i] == example.Heads[i] ? 1 : 0;
                    labelled += heads[i] == example.Heads[i] && relations[i] == example.Relations![i] ? 1 : 0;
                }
            }
            if (example.Names is null)
                continue;
            var labels = new byte[n];
            NameDecoder.Decode(network, work, 0, labels);
            var gold = NamesOf([.. example.Names.Select(static label => (byte)Math.Max(label, NameLabels.Outside))], ranges);
            var ours = NamesOf(labels, ranges);
            (named, found, right) = (named + gold.Count, found + ours.Count, right + ours.Count(gold.Contains));
        }
        string Share(int part, int of) => of == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / of:0.00}");
        return $"{name}: UPOS {Share(upos, words)} tag {Share(tagged, words)} UAS {Share(attached, words)} LAS {Share(labelled, words)} names P {Share(right, found)} R {Share(right, named)} F1 {Share(2 * right, found + named)}";
    }

    static string UposOf(string tag) => tag[..tag.IndexOf('|', StringComparison.Ordinal)];

    /// <summary>PER, ORG and LOC.</summary>
    static List<NameMention> NamesOf(byte[] labels, TextRange[] words)
    {
        var names = new List<NameMention>();
        NameMentions.Add(labels, 0, words, names);
        names.RemoveAll(static name => name.Kind == NameKind.Other);
        return names;
    }
}
