using System.Text.Json;
using Stemma.Language;

namespace Stemma.App.Evaluation;

/// <summary>
/// Places of annotated texts: the share put within 161 kilometres (a hundred miles, as Leidner 2007 and all after him measure)
/// of where the annotators put them. Once with the names given, and once from raw text, where a name must be found first.
/// </summary>
sealed class PlaceEvaluation
{
    const double NearKilometres = 161;

    int gold, given, endToEnd, found, foundGold;

    /// <summary>The whole, and the dev part alone, whose errors nobody looked at.</summary>
    public static (PlaceEvaluation All, PlaceEvaluation Dev) Measure(string path)
    {
        var (all, dev) = (new PlaceEvaluation(), new PlaceEvaluation());
        foreach (var line in CorpusFile.Objects(path))
        {
            all.Add(line);
            if (TimeEvaluation.PartOf(line.GetProperty("id").GetString()!) == "dev")
                dev.Add(line);
        }
        return (all, dev);
    }

    void Add(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var units = CorpusFile.CodePointOffsets(text);
        var places = line.GetProperty("toponyms").EnumerateArray().Where(static place => place.TryGetProperty("lat", out var latitude) && latitude.ValueKind == JsonValueKind.Number).ToList();
        TextRange[] ranges = [.. places.Select(place => new TextRange(units[place.GetProperty("start").GetInt32()], units[place.GetProperty("end").GetInt32()]))];
        var located = Analyzer.LocatePlaces(text, ranges);
        var own = Analyzer.Analyze(text).Places;
        for (var i = 0; i < places.Count; i++)
        {
            var (latitude, longitude) = (places[i].GetProperty("lat").GetDouble(), places[i].GetProperty("lon").GetDouble());
            bool Right(PlaceMention? place) => place is { } there && Geography.Kilometres(there.Latitude, there.Longitude, latitude, longitude) <= NearKilometres;
            gold++;
            given += Right(located[i]) ? 1 : 0;
            var touching = own.Where(place => place.Range.Overlaps(ranges[i])).ToList();
            foundGold += touching.Count > 0 ? 1 : 0;
            endToEnd += touching.Exists(place => Right(place)) ? 1 : 0;
        }
        found += own.Length;
    }

    public int Gold => gold;

    /// <summary>Names given.</summary>
    public double Accuracy => (double)given / Math.Max(1, gold);

    /// <summary>Found in the raw text, and within the distance.</summary>
    public double EndToEnd => (double)endToEnd / Math.Max(1, gold);

    /// <summary>Found at all.</summary>
    public double Found => (double)foundGold / Math.Max(1, gold);
}
