using System.Globalization;
using Stemma.Language;
using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>How good a network is where words and sentences are given: a quick look while training. The measure from raw text is stemma eval.</summary>
static class GoldTokens
{
    public static string Trees(Lexicon lexicon, Network network, IReadOnlyList<Example> examples, Inventory inventory)
    {
        var (words, upos, tagged, attached, labelled) = (0, 0, 0, 0, 0);
        Read(lexicon, examples, network.Run, (example, work, _) =>
        {
            var n = example.Words.Length;
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
                attached += heads[i] == example.Heads![i] ? 1 : 0;
                labelled += heads[i] == example.Heads[i] && relations[i] == example.Relations![i] ? 1 : 0;
            }
        });
        return $"UPOS {Share(upos, words)} tag {Share(tagged, words)} UAS {Share(attached, words)} LAS {Share(labelled, words)}";
    }

    public static string Names(Lexicon lexicon, NameNetwork network, IReadOnlyList<Example> examples)
    {
        var (found, named, right) = (0, 0, 0);
        Read(lexicon, examples, network.Run, (example, work, ranges) =>
        {
            var labels = new byte[ranges.Length];
            NameDecoder.Decode(network, work, 0, labels);
            var gold = NamesOf([.. example.Names!.Select(static label => (byte)Math.Max(label, NameLabels.Outside))], ranges);
            var ours = NamesOf(labels, ranges);
            (named, found, right) = (named + gold.Count, found + ours.Count, right + ours.Count(gold.Contains));
        });
        return $"P {Share(right, found)} R {Share(right, named)} F1 {Share(2 * right, found + named)}";
    }

    delegate void Runner(ReadOnlySpan<int> starts, Workspace work);

    /// <summary>Each sentence by itself, its words a space apart.</summary>
    static void Read(Lexicon lexicon, IReadOnlyList<Example> examples, Runner run, Action<Example, Workspace, TextRange[]> see)
    {
        var work = new Workspace();
        foreach (var example in examples)
        {
            var ranges = new TextRange[example.Words.Length];
            var at = 0;
            for (var i = 0; i < ranges.Length; at += example.Words[i++].Length + 1)
                ranges[i] = new TextRange(at, at + example.Words[i].Length);
            lexicon.Look(string.Join(' ', example.Words), ranges, work);
            run([0, ranges.Length], work);
            see(example, work, ranges);
        }
    }

    static string Share(int part, int of) => of == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / of:0.00}");

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
