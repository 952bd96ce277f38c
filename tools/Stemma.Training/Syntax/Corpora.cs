using System.Globalization;
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

    /// <summary>The names of EWT's sentences: of other names than persons', bodies' and places' it does not say.</summary>
    public IEnumerable<Example> UnerEwt(string part) => Names($"uner-ewt-{part}.jsonl.gz", NameTags.Plain, NameTags.OutsideOrOther);

    /// <summary>Sentences with names only.</summary>
    /// <param name="kindOf">What the corpus's own kinds are here; null for what is no name.</param>
    /// <param name="outside">The label of words outside all names.</param>
    public IEnumerable<Example> Names(string file, Func<string, string?> kindOf, int outside = NameLabels.Outside)
    {
        foreach (var line in Lines("names", file))
        {
            string[] words = [.. line.GetProperty("tokens").EnumerateArray().Select(static word => word.GetString()!)];
            var labels = NameTags.Labels(TagsOf(line), kindOf, outside);
            if (!line.TryGetProperty("sentences", out var sentences))
            {
                yield return new Example(words, null, null, null, labels);
                continue;
            }
            foreach (var example in Sentences(sentences, words, labels))
                yield return example;
        }
    }

    /// <summary>The sentences of a text: where each begins and ends, as the corpora write it.</summary>
    static IEnumerable<Example> Sentences(JsonElement bounds, string[] words, int[] labels) =>
        bounds.EnumerateArray().Select(static bound => (From: bound[0].GetInt32(), To: bound[1].GetInt32())).Where(static bound => bound.To > bound.From)
            .Select(bound => new Example(words[bound.From..bound.To], null, null, null, labels[bound.From..bound.To]));

    /// <summary>
    /// Names read off GUM's coreference: the proper nouns at the head of a mention of a person, an organisation or a place. What other proper
    /// nouns are is left open.
    /// </summary>
    public IEnumerable<Example> GumNames()
    {
        foreach (var document in Lines("syntax", "gum-coref-train.jsonl.gz").Where(static document => FreeGenres.Contains(document.GetProperty("genre").GetString()!)))
        {
            var tokens = document.GetProperty("tokens");
            string[] words = [.. tokens.EnumerateArray().Select(static token => token[2].GetString()!)];
            bool[] proper = [.. tokens.EnumerateArray().Select(static token => token[5].GetString()!.StartsWith("NNP", StringComparison.Ordinal))];
            int[] labels = [.. proper.Select(static proper => proper ? NameTags.Unknown : NameLabels.Outside)];
            // The words of each head, the longest first.
            var heads = document.GetProperty("mentions").EnumerateArray().Where(static mention => mention.GetProperty("named").GetBoolean()).Select(static mention => (
                Kind: NameTags.Gum(mention.GetProperty("type").GetString()!),
                Words: mention.GetProperty("minspan").GetString()!.Split(',').Select(at => mention.GetProperty("start").GetInt32() + int.Parse(at, CultureInfo.InvariantCulture) - 1).ToArray()));
            foreach (var (kind, head) in heads.OrderByDescending(static head => head.Words.Length))
                if (kind is not null && NameOf(head, words) is var (first, end) && Enumerable.Range(first, end - first).All(i => labels[i] <= NameLabels.Outside && (proper[i] || !head.Contains(i))))
                    NameTags.Set(labels, first, end, kind);
            foreach (var example in Sentences(document.GetProperty("sentences"), words, labels))
                yield return example;
        }
    }

    /// <summary>From the first word of a head on, as long as only words that names have inside stand between.</summary>
    static (int First, int End) NameOf(int[] head, string[] words)
    {
        var last = 0;
        while (last + 1 < head.Length && words[(head[last] + 1)..head[last + 1]].All(static word => word is "of" or "and" or "the" or "&" or "'s" or "’s" or "for" or "-"))
            last++;
        return (head[0], head[last] + 1);
    }

    static string[] TagsOf(JsonElement line) => [.. line.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()!)];

    IEnumerable<JsonElement> Lines(string area, string file) => CorpusFile.Objects(Path.Combine(folder, area, file));
}
