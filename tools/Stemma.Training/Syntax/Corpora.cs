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
            foreach (var sentence in sentences.EnumerateArray())
            {
                var (from, to) = (sentence[0].GetInt32(), sentence[1].GetInt32());
                if (to > from)
                    yield return new Example(words[from..to], null, null, null, labels[from..to]);
            }
        }
    }

    /// <summary>
    /// Names read off GUM's coreference: the proper nouns at the head of a mention of a person, an organisation or a place. What other proper
    /// nouns are is left open.
    /// </summary>
    public IEnumerable<Example> GumNames()
    {
        foreach (var document in Lines("syntax", "gum-coref-train.jsonl.gz").Where(static document => FreeGenres.Contains(document.GetProperty("genre").GetString()!)))
        {
            (string Word, bool Proper)[] words = [.. document.GetProperty("tokens").EnumerateArray().Select(static token => (token[2].GetString()!, token[5].GetString()!.StartsWith("NNP", StringComparison.Ordinal)))];
            int[] labels = [.. words.Select(static word => word.Proper ? NameTags.Unknown : NameLabels.Outside)];
            var mentions = document.GetProperty("mentions").EnumerateArray().Where(static mention => mention.GetProperty("named").GetBoolean()).Select(static mention => (
                Start: mention.GetProperty("start").GetInt32(), Kind: NameTags.Gum(mention.GetProperty("type").GetString()!),
                Head: mention.GetProperty("minspan").GetString()!.Split(',').Select(int.Parse).ToArray())).Where(static mention => mention.Kind is not null);
            foreach (var (start, kind, head) in mentions.OrderByDescending(static mention => mention.Head.Length))
            {
                var first = start + head[0] - 1;
                var end = start + head.TakeWhile((at, i) => i == 0 || Enumerable.Range(head[i - 1] + 1, at - head[i - 1] - 1).All(between => words[start + between - 1].Word is "of" or "and" or "the" or "&" or "'s" or "’s" or "for" or "-")).Last();
                if (Enumerable.Range(first, end - first).All(i => labels[i] <= NameLabels.Outside && (words[i].Proper || !head.Contains(i - start + 1))))
                    NameTags.Set(labels, first, end, kind!);
            }
            foreach (var sentence in document.GetProperty("sentences").EnumerateArray())
            {
                var (from, to) = (sentence[0].GetInt32(), sentence[1].GetInt32());
                if (to > from)
                    yield return new Example([.. words[from..to].Select(static word => word.Word)], null, null, null, labels[from..to]);
            }
        }
    }

    static string[] TagsOf(JsonElement line) => [.. line.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()!)];

    IEnumerable<JsonElement> Lines(string area, string file) => CorpusFile.Objects(Path.Combine(folder, area, file));
}
