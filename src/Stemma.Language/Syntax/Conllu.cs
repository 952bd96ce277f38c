using System.Globalization;

namespace Stemma.Language.Syntax;

/// <summary>
/// One sentence of a CoNLL-U file (Universal Dependencies, version 2): its syntactic words, and its surface tokens with the white
/// space after each. Empty nodes and enhanced dependencies are passed over.
/// </summary>
public sealed record ConlluSentence
{
    public string? Id { get; init; }

    /// <summary>Set where a new document begins with this sentence.</summary>
    public string? Document { get; init; }

    /// <summary>Whether a new paragraph begins with this sentence.</summary>
    public bool NewParagraph { get; init; }

    public string? Genre { get; init; }

    public required IReadOnlyList<ConlluWord> Words { get; init; }

    public required IReadOnlyList<ConlluToken> Tokens { get; init; }
}

/// <param name="Head">0 for the root, else the number of the head in the sentence, from 1.</param>
public sealed record ConlluWord(string Form, string Lemma, string Upos, string Xpos, int Head, string Relation);

/// <summary>What stands in the text: one word or several written as one ("don't").</summary>
/// <param name="First">Index of its first word.</param>
public sealed record ConlluToken(string Form, int First, int Count, bool SpaceAfter);

/// <summary>Reads CoNLL-U. A line that does not parse is an error that names its number: these files are made by tools.</summary>
public static class Conllu
{
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var lines = new List<(int Number, string Line)>();
        var number = 0;
        string? genre = null;
        while (true)
        {
            var line = reader.ReadLine();
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add((number, line));
                continue;
            }
            if (lines.Count > 0)
            {
                var sentence = Sentence(lines, ref genre);
                if (sentence.Words.Count > 0)
                    yield return sentence;
            }
            lines.Clear();
            if (line is null)
                yield break;
        }
    }

    static ConlluSentence Sentence(List<(int Number, string Line)> lines, ref string? genre)
    {
        var (words, tokens) = (new List<ConlluWord>(), new List<ConlluToken>());
        string? id = null, document = null;
        var (paragraph, inside) = (false, 0);
        foreach (var (number, line) in lines)
        {
            if (line[0] == '#')
            {
                id = After(line, "# sent_id = ") ?? id;
                document = After(line, "# newdoc id = ") ?? (line.StartsWith("# newdoc", StringComparison.Ordinal) ? document ?? "" : document);
                genre = After(line, "# meta::genre = ") ?? genre;
                paragraph |= line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_block", StringComparison.Ordinal);
                continue;
            }
            var fields = line.Split('\t');
            if (fields.Length != 10)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {number}: {fields.Length} columns where CoNLL-U has 10"));
            if (fields[0].Contains('.', StringComparison.Ordinal))
                continue;
            var space = !fields[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
            if (fields[0].Split('-') is [var from, var to])
            {
                inside = Number(to, number) - Number(from, number) + 1;
                tokens.Add(new ConlluToken(fields[1], words.Count, inside, space));
                continue;
            }
            if (inside > 0)
                inside--;
            else
                tokens.Add(new ConlluToken(fields[1], words.Count, 1, space));
            words.Add(new ConlluWord(fields[1], fields[2], fields[3], fields[4], fields[6] == "_" ? 0 : Number(fields[6], number), fields[7]));
        }
        return new ConlluSentence { Id = id, Document = document, NewParagraph = paragraph, Genre = genre, Words = words, Tokens = tokens };
    }

    static string? After(string line, string name) => line.StartsWith(name, StringComparison.Ordinal) ? line[name.Length..].Trim() : null;

    static int Number(string field, int line) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {line}: “{field}” is no number"));
}
