using System.Text;
using System.Text.Json;
using Stemma.Language;
using Stemma.Language.Syntax;

namespace Stemma.App.Evaluation;

/// <summary>One text with its names, as a corpus gives them.</summary>
sealed record NamedText(string Text, IReadOnlyList<(TextRange Range, NameKind Kind)> Names);

/// <summary>People, organisations and places found in raw text: a name counts where its range and its kind are exactly those of the annotation.</summary>
static class NameEvaluation
{
    static NameKind? KindOf(string kind) => kind switch
    {
        "PER" or "Person" => NameKind.Person,
        "ORG" or "Organization" => NameKind.Organisation,
        "LOC" or "Location" or "Facility" => NameKind.Place,
        _ => null,
    };

    /// <summary>Texts as they were where the corpus has them, else their tokens with blanks between.</summary>
    public static IEnumerable<NamedText> Read(string path)
    {
        foreach (var line in CorpusFile.Objects(path))
        {
            string[] tokens = [.. line.GetProperty("tokens").EnumerateArray().Select(static token => token.GetString()!)];
            string[] tags = [.. line.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()!)];
            var text = line.TryGetProperty("text", out var written) ? written.GetString()! : null;
            yield return text is not null && line.TryGetProperty("offsets", out var offsets) ? FromOffsets(text, offsets, tags)
                : text is not null && FromText(text, tokens, tags) is { } found ? found
                : FromTokens(tokens, tags, line.TryGetProperty("sentences", out var sentences) ? sentences : null);
        }
    }

    static NamedText FromOffsets(string text, JsonElement offsets, string[] tags)
    {
        var units = CorpusFile.CodePointOffsets(text);
        return new NamedText(text, Names([.. offsets.EnumerateArray().Select(pair => new TextRange(units[pair[0].GetInt32()], units[pair[1].GetInt32()]))], tags));
    }

    /// <summary>The tokens looked for in the text one after the other; null where one is not there.</summary>
    static NamedText? FromText(string text, string[] tokens, string[] tags)
    {
        var (ranges, at) = (new TextRange[tokens.Length], 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var start = text.IndexOf(tokens[i], at, StringComparison.Ordinal);
            if (start < 0 || !string.IsNullOrWhiteSpace(text[at..start]))
                return null;
            ranges[i] = new TextRange(start, at = start + tokens[i].Length);
        }
        return new NamedText(text, Names(ranges, tags));
    }

    static NamedText FromTokens(string[] tokens, string[] tags, JsonElement? sentences)
    {
        var starts = sentences?.EnumerateArray().Select(static sentence => sentence[0].GetInt32()).ToHashSet() ?? [];
        var (text, ranges) = (new StringBuilder(), new TextRange[tokens.Length]);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0)
                text.Append(starts.Contains(i) ? '\n' : ' ');
            ranges[i] = new TextRange(text.Length, text.Length + tokens[i].Length);
            text.Append(tokens[i]);
        }
        return new NamedText(text.ToString(), Names(ranges, tags));
    }

    static List<(TextRange, NameKind)> Names(TextRange[] ranges, string[] tags)
    {
        var names = new List<(TextRange, NameKind)>();
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Length < 3 || KindOf(tags[i][2..]) is not { } kind)
                continue;
            var first = i;
            while (i + 1 < tags.Length && tags[i + 1] == "I-" + tags[first][2..])
                i++;
            names.Add((new TextRange(ranges[first].Start, ranges[i].End), kind));
        }
        return names;
    }

    public static Scores Measure(IEnumerable<NamedText> texts)
    {
        var scores = default(Scores);
        foreach (var text in texts)
        {
            var gold = text.Names.ToHashSet();
            var found = Analyzer.Analyze(text.Text).Syntax.Names.Where(static name => name.Kind != NameKind.Other).Select(static name => (name.Range, name.Kind)).ToList();
            scores = scores.Add(found.Count, gold.Count, found.Count(gold.Contains));
        }
        return scores;
    }
}
