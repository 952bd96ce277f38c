using System.Collections.Frozen;
using Stemma.Evidence;

namespace Stemma.Claims;

/// <summary>
/// What a statement's words come down to for comparison: the set of its content words cut to stems, its numbers, and
/// whether it negates. Stems are made by cutting the commonest endings, which is enough to compare two newsrooms' wording
/// and never shown. Cost: linear in the words.
/// </summary>
sealed class ContentWords
{
    static readonly FrozenSet<string> Empty = (
        "the a an and or but of to in on at by for with from as is are was were be been being it its this that these those he she they we i you his her their our my your him them us me who which what " +
        "has have had having do does did not no nor will would can could may might shall should must than then so if when while there here also s t re ve ll d m said says say more most some any all into over under about after before during up out off down only very just own").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> Negations = "not no never nor none nobody nothing without neither denied t refused failed unlikely cannot".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="content">The statement's content.</param>
    /// <param name="ids">Numbers of the stems met so far; only content words made with the same table can be compared.</param>
    public ContentWords(IReadOnlyList<PackRange> content, Dictionary<string, int> ids)
    {
        var stems = new HashSet<int>();
        foreach (var range in content)
            foreach (var word in Words(range.Text))
                Take(word, stems, ids);
        Stems = [.. stems.Order()];
    }

    /// <summary>In rising order, each once.</summary>
    public int[] Stems { get; }

    public SortedSet<string> Numbers { get; } = new(StringComparer.Ordinal);

    public int NegationCount { get; private set; }

    public int SharedWith(ContentWords other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < Stems.Length && j < other.Stems.Length)
        {
            var difference = Stems[i] - other.Stems[j];
            shared += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return shared;
    }

    void Take(string word, HashSet<int> stems, Dictionary<string, int> ids)
    {
        if (Negations.Contains(word))
            NegationCount++;
        if (NumberOf(word) is { } number)
        {
            Numbers.Add(number);
            return;
        }
        if (word.Length < 2 || Empty.Contains(word))
            return;
        var stem = Stem(word);
        if (!ids.TryGetValue(stem, out var id))
            ids.Add(stem, id = ids.Count);
        stems.Add(id);
    }

    static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            // A separator between digits belongs to the number: "1,000", "3.5".
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is ',' or '.' && end > i && end + 1 < text.Length && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1]))))
                end++;
            if (end > i)
                yield return text[i..end].ToLowerInvariant();
            i = Math.Max(end, i + 1);
        }
    }

    static readonly string[] NumberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    static string? NumberOf(string word)
    {
        if (char.IsDigit(word[0]))
            return word.Replace(",", "", StringComparison.Ordinal);
        var at = Array.IndexOf(NumberWords, word);
        return at > 1 ? at.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ised", "ized", "ise", "ize", "ies", "ied", "ed", "es", "ly", "s", "e"];

    static string Stem(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return Undouble(word[..^ending.Length]);
        return word;
    }

    // "travelled" and "traveled", "begging" and "beg".
    static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e') ? stem[..^1] : stem;
}
