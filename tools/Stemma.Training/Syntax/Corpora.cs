using Stemma.App.Evaluation;
using System.Text.Json;
using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>The annotated corpora the model learns from, by what their licences allow.</summary>
sealed class Corpora(string folder)
{
    /// <summary>Genres of GUM whose texts are CC BY or in the public domain.</summary>
    static readonly HashSet<string> FreeGenres = new(["news", "interview", "bio", "voyage", "textbook", "vlog", "speech", "conversation"], StringComparer.Ordinal);

    public IEnumerable<ConlluSentence> Ewt(string part) => Treebank($"ewt-{part}");

    public IEnumerable<ConlluSentence> Gum(string part) => Treebank($"gum-{part}");

    public IEnumerable<ConlluSentence> FreeGum() => Gum("train").Where(static sentence => sentence.Genre is { } genre && FreeGenres.Contains(genre));

    IEnumerable<ConlluSentence> Treebank(string name)
    {
        using var reader = CorpusFile.Open(Path.Combine(folder, "syntax", name + ".conllu.gz"));
        foreach (var sentence in Conllu.Read(reader))
            yield return sentence;
    }

    /// <summary>Name labels by sentence id: the sentences are those of EWT.</summary>
    public Dictionary<string, int[]> UnerLabels(string part) =>
        Lines("names", $"uner-ewt-{part}.jsonl.gz").Select(static line => (Id: line.GetProperty("id").GetString()!, Tags: TagsOf(line)))
            .DistinctBy(static line => line.Id, StringComparer.Ordinal)
            .ToDictionary(static line => line.Id, static line => NameTags.Labels(line.Tags, NameTags.Plain, NameTags.OutsideOrOther), StringComparer.Ordinal);

    /// <summary>Sentences with names only.</summary>
    /// <param name="kindOf">What the corpus's own kinds are here; null for what is no name.</param>
    public IEnumerable<Example> Names(string file, Func<string, string?> kindOf)
    {
        foreach (var line in Lines("names", file))
        {
            string[] words = [.. line.GetProperty("tokens").EnumerateArray().Select(static word => word.GetString()!)];
            var labels = NameTags.Labels(TagsOf(line), kindOf);
            if (!line.TryGetProperty("sentences", out var sentences))
            {
                yield return new Example(words, null, null, null, labels);
                continue;
            }
            foreach (var sentence in sentences.EnumerateArray())
            {
                var (from, to) = (sentence[0].GetInt32(), sentence[1].GetInt32());
                if (to > from)
                    yield return new Example(words[from..to], null, null, null, labels[from..to]);
            }
        }
    }

    static string[] TagsOf(JsonElement line) => [.. line.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()!)];

    IEnumerable<JsonElement> Lines(string area, string file) => CorpusFile.Objects(Path.Combine(folder, area, file));
}
