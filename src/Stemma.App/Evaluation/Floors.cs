using System.Globalization;
using System.Text.Json;

namespace Stemma.App.Evaluation;

/// <summary>
/// The figures that may not drop, by task, part and name (floors.json). A floor stands a little below the figure last
/// measured: by <see cref="Margin"/>, which covers nothing but rounding, since the same corpora give the same figures.
/// </summary>
static class Floors
{
    public const double Margin = 0.0005;

    public static IReadOnlyDictionary<string, double> Of(string task, string part)
    {
        using var stream = typeof(Floors).Assembly.GetManifestResourceStream("floors.json")!;
        using var json = JsonDocument.Parse(stream);
        var floors = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (json.RootElement.TryGetProperty(task, out var parts) && parts.TryGetProperty(part, out var figures))
            foreach (var figure in figures.EnumerateObject())
                floors[figure.Name] = figure.Value.GetDouble();
        return floors;
    }

    /// <summary>The figures that fell below their floor, each as a sentence; empty where all hold.</summary>
    public static IReadOnlyList<string> Broken(string task, string part, IReadOnlyDictionary<string, double> measured) =>
        [.. Of(task, part).Where(floor => !measured.TryGetValue(floor.Key, out var figure) || figure < floor.Value - Margin)
            .Select(floor => string.Create(CultureInfo.InvariantCulture, $"{task} {part}: {floor.Key} is {measured.GetValueOrDefault(floor.Key):0.000}, its floor is {floor.Value:0.000}"))];
}
