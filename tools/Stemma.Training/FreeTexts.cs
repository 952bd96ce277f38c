using Stemma.App.Evaluation;
using System.Text.Json;

namespace Stemma.Training;

/// <summary>
/// Running text of the corpora whose licences allow a derived table to be shipped: UD English EWT (CC BY-SA 4.0),
/// MEANTIME (CC BY 4.0) and WikiGold (CC BY 4.0). Nothing else is read.
/// </summary>
static class FreeTexts
{
    public static IEnumerable<string> Read(string corpora) =>
        Conllu(Path.Combine(corpora, "syntax", "ewt-train.conllu.gz"))
            .Concat(CorpusFile.Objects(Path.Combine(corpora, "names", "meantime.jsonl.gz")).Select(static line => line.GetProperty("text").GetString() ?? ""))
            .Concat(CorpusFile.Objects(Path.Combine(corpora, "names", "wikigold.jsonl.gz")).Select(Tokens));

    static IEnumerable<string> Conllu(string file) =>
        CorpusFile.Lines(file).Where(static line => line.StartsWith("# text = ", StringComparison.Ordinal)).Select(static line => line["# text = ".Length..]);

    static string Tokens(JsonElement line) => string.Join(' ', line.GetProperty("tokens").EnumerateArray().Select(static token => token.GetString()));
}
