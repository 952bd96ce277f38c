using System.Globalization;
using Stemma.Language.Cues;

namespace Stemma.Training.Attributions;

/// <summary>
/// Fits the logistic regression of <see cref="Calibration"/>: was an answer right, its cue met and source and content each sharing
/// at least half of their tokens with one of the gold. Newton's method would do; a thousand steps down the gradient do as well.
/// </summary>
static class CalibrationTraining
{
    const int Steps = 4000;
    const double Rate = 0.3;

    public static Calibration Fit(AttributionNetwork network, List<AttributionExample> kept)
    {
        var seen = kept.SelectMany(example => CueReader.Read(network, example.Input, example.States, CueReader.CueFrom).Select(found => (Signs: Calibration.Signs(found), Right: IsRight(found, example)))).ToList();
        var weights = new double[Calibration.Count];
        for (var step = 0; step < Steps; step++)
        {
            var calibration = new Calibration(weights);
            var gradient = new double[weights.Length];
            foreach (var (signs, right) in seen)
            {
                var error = (right ? 1 : 0) - calibration.Of(signs);
                for (var i = 0; i < weights.Length; i++)
                    gradient[i] += error * signs[i];
            }
            for (var i = 0; i < weights.Length; i++)
                weights[i] += Rate * gradient[i] / seen.Count;
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen.Count} answers kept out, {seen.Count(static answer => answer.Right)} right; weights {string.Join(", ", weights.Select(static weight => weight.ToString("0.00", CultureInfo.InvariantCulture)))}"));
        return new Calibration(weights);
    }

    static bool IsRight(CueFound found, AttributionExample example) => example.Cues.Exists(gold =>
        gold.First < found.Window.End && found.Window.First < gold.End
        && Alike([.. Tokens(found, Part.Content)], gold.Content) && (gold.Source.Length == 0 && found.Stretches(Part.Source).Count == 0 || Alike([.. Tokens(found, Part.Source)], gold.Source)));

    static IEnumerable<int> Tokens(CueFound found, int part) => found.Stretches(part).SelectMany(static stretch => Enumerable.Range(stretch.First, stretch.End - stretch.First));

    static bool Alike(HashSet<int> found, int[] gold) => found.Intersect(gold).Count() * 2 >= found.Union(gold).Count() && gold.Length > 0;
}
