using System.Text.Json;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>
/// Whom a source phrase names, on 160 sources of PolNeAR's train part that were labelled by hand for this (source-names.jsonl: of two
/// words and more, each phrase once, drawn by a seed from texts no speaker of which had been looked at, labelled before the reader was
/// run on them; ids, ranges and verdicts, no text). The source is given. A person or a body counts where it is told by just the words
/// of the label; whom the phrase does not name must not be named.
/// </summary>
sealed class SourceNameEvaluation
{
    readonly List<string> wrong = [];

    public int Count { get; private set; }

    /// <summary>Phrases of which all is right.</summary>
    public int Right => Count - wrong.Count;

    public Scores Names { get; private set; }

    /// <summary>Where not all is right: which text and where, what was found.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public void Run(string corpora)
    {
        var labels = CorpusFile.Labels("source-names.jsonl").Select(static label => (Id: label.GetProperty("id").GetString()!, Source: Range(label.GetProperty("source")),
            Names: label.GetProperty("names").EnumerateArray().Select(static name => (IsPerson: name.GetProperty("kind").GetString() == "person", Range: Range(name.GetProperty("range")))).ToArray())).ToLookup(static label => label.Id, StringComparer.Ordinal);
        foreach (var gold in PolNear.Read(PolNear.PathOf(corpora, "train")).Where(gold => labels.Contains(gold.Id)))
        {
            var (document, units) = (Analyzer.Analyze(gold.Text), CorpusFile.CodePointOffsets(gold.Text));
            foreach (var (_, source, names) in labels[gold.Id])
                Judge(document, InUnits(source, units), [.. names.Select(name => Named(name.IsPerson, InUnits(name.Range, units).Of(gold.Text)))]);
        }
    }

    /// <summary>As the labels count, in code points.</summary>
    static TextRange Range(JsonElement range) => new(range[0].GetInt32(), range[1].GetInt32());

    static TextRange InUnits(TextRange range, int[] units) => new(units[range.Start], units[range.End]);

    void Judge(Document document, TextRange source, HashSet<string> gold)
    {
        var found = Analyzer.ReadSource(document, source).Where(static speaker => speaker.Kind != SpeakerKind.Unnamed).Select(static speaker => Named(speaker.Kind == SpeakerKind.Person, speaker.Name)).ToHashSet(StringComparer.Ordinal);
        Count++;
        Names = Names.Add(found.Count, gold.Count, found.Intersect(gold, StringComparer.Ordinal).Count());
        if (!found.SetEquals(gold))
            wrong.Add($"{source.Of(document.Text)}: {(found.Count == 0 ? "nobody" : string.Join("; ", found))}");
    }

    static string Named(bool person, string name) => $"{(person ? "person" : "body")} {name}";
}
