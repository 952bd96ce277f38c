using System.Globalization;
using Stemma.Reports;

namespace Stemma.Training;

/// <summary>
/// In how many stretches of text each word occurs. The texts are cut into stretches of one length, because a document
/// frequency means little where one document is a note of five words and the next a report of a thousand.
/// First line: the number of stretches. Then "word, tab, count", most frequent first, ties in ordinal order.
/// </summary>
static class WordFrequencyTable
{
    const int StretchWords = 250;
    const int CountMin = 3;

    public static List<string> Build(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var stretch = new HashSet<string>(StringComparer.Ordinal);
        var (words, stretches) = (0, 0);
        foreach (var text in texts)
        {
            foreach (var range in WordText.Of(text, []).Ranges)
            {
                stretch.Add(range.Of(text).ToLowerInvariant());
                if (++words % StretchWords != 0)
                    continue;
                foreach (var word in stretch)
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                stretch.Clear();
                stretches++;
            }
        }
        return
        [
            stretches.ToString(CultureInfo.InvariantCulture),
            .. counts.Where(pair => pair.Value >= CountMin && !pair.Key.Any(char.IsDigit))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}\t{pair.Value}")),
        ];
    }
}
