namespace Stemma.Findings;

/// <summary>
/// Whether two quotations are readings of the same words: nearly the same row of words (longest common subsequence), but not
/// the same, and neither a part of the other. A different spelling of a long word is no different reading.
/// Cost: the product of the two lengths, which are limited.
/// </summary>
static class Readings
{
    const int WordsMin = 4;
    const int WordsMax = 200;
    const double LikenessMin = 0.75;
    const int SpellingLettersMin = 7;

    public static bool Differ(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Count > b.Count)
            (a, b) = (b, a);
        if (a.Count < WordsMin || b.Count > WordsMax || 2.0 * a.Count / (a.Count + b.Count) < LikenessMin || IsPart(a, b))
            return false;
        return 2.0 * Common(a, b) / (a.Count + b.Count) >= LikenessMin;
    }

    static bool IsPart(List<string> part, List<string> whole)
    {
        for (var at = 0; at + part.Count <= whole.Count; at++)
        {
            var same = 0;
            while (same < part.Count && Same(part[same], whole[at + same]))
                same++;
            if (same == part.Count)
                return true;
        }
        return false;
    }

    static int Common(List<string> a, List<string> b)
    {
        var row = new int[b.Count + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Count; j++)
            {
                var above = row[j];
                row[j] = Same(word, b[j - 1]) ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }

    /// <summary>Equal, or long and one letter apart ("harbour", "harbor").</summary>
    static bool Same(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
            return true;
        if (Math.Max(a.Length, b.Length) < SpellingLettersMin || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
            start++;
        var (restA, restB) = a.Length >= b.Length ? (a[(start + 1)..], b[(a.Length == b.Length ? start + 1 : start)..]) : (a[start..], b[(start + 1)..]);
        return string.Equals(restA, restB, StringComparison.Ordinal);
    }

    static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '\u2019' or '-' && end > i && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                end++;
            if (end > i)
                words.Add(text[i..end].ToLowerInvariant().Replace('\u2019', '\'').Replace("-", "", StringComparison.Ordinal));
            i = Math.Max(end, i + 1);
        }
        return words;
    }
}
