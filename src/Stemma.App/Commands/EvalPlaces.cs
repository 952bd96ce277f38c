using System.Diagnostics;
using System.Globalization;
using Stemma.App.Evaluation;

namespace Stemma.App.Commands;

/// <summary>stemma eval places: where named places are put. The figures are over all of each corpus; the dev part is told beside them.</summary>
static class EvalPlaces
{
    static readonly (string Name, string File)[] Corpora = [("LGL", "lgl"), ("GeoWebNews", "geowebnews")];

    public static (bool There, IReadOnlyList<string> Broken) Run(string corpora, string part)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, file) in Corpora)
        {
            var path = Path.Combine(corpora, "places", file + ".jsonl.gz");
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"stemma: no corpus at {path}; --corpora must name the folder that holds places/");
                return (false, []);
            }
            var watch = Stopwatch.StartNew();
            var (evaluation, dev) = PlaceEvaluation.Measure(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"places, {name}: {evaluation.Gold:N0} toponyms with coordinates, {watch.Elapsed.TotalSeconds:0.0} s\n  within 161 km, names given  {evaluation.Accuracy:0.000}\n  within 161 km, end to end   {evaluation.EndToEnd:0.000} (found at all {evaluation.Found:0.000})\n  the dev part alone, {dev.Gold:N0}: {dev.Accuracy:0.000} given, {dev.EndToEnd:0.000} end to end"));
            figures[$"{name} given"] = evaluation.Accuracy;
            figures[$"{name} end to end"] = evaluation.EndToEnd;
        }
        return (true, Floors.Broken("places", part, figures));
    }
}
