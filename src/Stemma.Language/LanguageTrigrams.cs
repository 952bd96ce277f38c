using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Stemma.Language;

/// <summary>
/// The language of a text by its letters in threes: naive Bayes over trigrams of words with their edges (as Dunning 1994 on n-grams, with
/// the sets of Cavnar and Trenkle 1994 in mind), counted in the Universal Declaration of Human Rights in each language and in its small words (tools/Stemma.Languages).
/// Languages of many readers weigh a little more before anything is read, English most. The language is told only where it is clearly
/// ahead of the next and where most of the trigrams are known to it. Cost: a look-up a letter, up to <see cref="GramsMax"/> letters.
/// <para>Gets wrong: languages that are not in the table, mostly taken for a neighbour; Serbian and Bosnian in Latin letters are
/// Croatian; Norwegian is Bokmål; a headline of foreign names may come out as nothing.</para>
/// </summary>
sealed class LanguageTrigrams
{
    const int GramsMax = 1500;

    /// <summary>How far the next language must stay behind, in natural logarithms: about 400 to one.</summary>
    public const double LeadMin = 6;

    /// <summary>The same against a language so near that a wrong answer misleads little.</summary>
    const double RelativeLeadMin = 1;

    static readonly (string, string)[] Relatives = [("da", "nb"), ("id", "ms")];

    /// <summary>What a trigram must add on average: letters thrown together get less from any language.</summary>
    const double MeanMin = 1.2;

    const int GramsMin = 8;

    /// <summary>In the file a weight is a number of these.</summary>
    internal const double WeightStep = 0.1;

    static readonly Lazy<LanguageTrigrams> Table = new(static () =>
    {
        using var file = typeof(LanguageTrigrams).Assembly.GetManifestResourceStream("languages.trigrams") ?? throw new InvalidOperationException("The program was built without its table of languages.");
        using var reader = new StreamReader(file, Encoding.UTF8);
        return Read(reader);
    });

    readonly List<(string Code, double Before, double Unknown)> languages = [];

    /// <summary>Of each trigram, where its weights begin in <see cref="weights"/>.</summary>
    readonly Dictionary<ulong, int> rows = [];

    // By trigram: a count, then so many pairs of language and weight.
    readonly List<byte> weights = [];

    public static LanguageTrigrams Shipped => Table.Value;

    public int Languages => languages.Count;

    /// <summary>Lines of a language's code, its weight before reading and that of an unknown trigram; under it lines of a weight and trigrams, written on end.</summary>
    internal static LanguageTrigrams Read(TextReader reader)
    {
        var table = new LanguageTrigrams();
        var pairs = new SortedDictionary<ulong, List<(byte Language, byte Weight)>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells is [var code, var before, var unknown])
            {
                table.languages.Add((code, double.Parse(before, CultureInfo.InvariantCulture), double.Parse(unknown, CultureInfo.InvariantCulture)));
                continue;
            }
            var weight = byte.Parse(cells[0], CultureInfo.InvariantCulture);
            for (var at = 0; at < cells[1].Length; at += 3)
            {
                var key = KeyOf(cells[1][at], cells[1][at + 1], cells[1][at + 2]);
                if (!pairs.TryGetValue(key, out var row))
                    pairs[key] = row = [];
                row.Add(((byte)(table.languages.Count - 1), weight));
            }
        }
        foreach (var (key, row) in pairs)
        {
            table.rows[key] = table.weights.Count;
            table.weights.Add((byte)row.Count);
            foreach (var (language, weight) in row)
            {
                table.weights.Add(language);
                table.weights.Add(weight);
            }
        }
        return table;
    }

    /// <summary>The language, or null where none stands out.</summary>
    public string? Of(string text, double lead = LeadMin)
    {
        Span<int> sums = stackalloc int[languages.Count];
        var all = CollectionsMarshal.AsSpan(weights);
        var grams = 0;
        foreach (var key in Grams(text, GramsMax))
        {
            grams++;
            if (!rows.TryGetValue(key, out var at))
                continue;
            for (int pair = all[at], place = at + 1; pair > 0; pair--, place += 2)
                sums[all[place]] += all[place + 1];
        }
        if (grams < GramsMin)
            return null;
        Span<double> scores = stackalloc double[sums.Length];
        var best = 0;
        for (var language = 0; language < sums.Length; language++)
        {
            scores[language] = languages[language].Before + (grams * languages[language].Unknown) + (sums[language] * WeightStep);
            best = scores[language] > scores[best] ? language : best;
        }
        return sums[best] * WeightStep >= MeanMin * grams && IsAhead(scores, best, lead) ? languages[best].Code : null;
    }

    bool IsAhead(ReadOnlySpan<double> scores, int best, double lead)
    {
        for (var language = 0; language < scores.Length; language++)
        {
            var near = Relatives.Contains((languages[best].Code, languages[language].Code)) || Relatives.Contains((languages[language].Code, languages[best].Code));
            if (language != best && scores[best] - scores[language] < (near ? RelativeLeadMin : lead))
                return false;
        }
        return true;
    }

    /// <summary>The trigrams of a text in small letters: what is no letter ends a word, and a word's edge counts as a letter.</summary>
    internal static IEnumerable<ulong> Grams(string text, int max)
    {
        var (before, last) = ('\0', Edge);
        var count = 0;
        for (var at = 0; at <= text.Length && count < max; at++)
        {
            var next = at < text.Length && IsLetter(text[at]) ? char.ToLowerInvariant(text[at]) : Edge;
            if (next == Edge && last == Edge)
                continue;
            if (before != '\0' && last != Edge)
            {
                count++;
                yield return KeyOf(before, last, next);
            }
            (before, last) = (last, next);
        }
    }

    internal const char Edge = '_';

    internal static ulong KeyOf(char first, char second, char third) => ((ulong)first << 32) | ((ulong)second << 16) | third;

    static bool IsLetter(char c) => c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
