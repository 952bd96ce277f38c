using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Gazetteer;

/// <summary>
/// The shapes of land and the borders between countries, from world-atlas (Natural Earth 1:50 million as TopoJSON) to the small file that the
/// pages draw their maps from. TopoJSON keeps each line once, as steps on a grid; a line that two countries share is a border, and
/// rings of such lines are the land. Written to a hundredth of a degree, as steps again, packed by Brotli.
/// </summary>
static class WorldOutline
{
    const int Version = 1;

    public static void Write(string topology, string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(topology));
        var root = json.RootElement;
        var arcs = Arcs(root);
        var land = root.GetProperty("objects").GetProperty("land").GetProperty("geometries").EnumerateArray().SelectMany(Rings).Select(ring => Closed(Points(ring, arcs))).ToList();
        var uses = new int[arcs.Length];
        foreach (var country in root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray())
            foreach (var arc in Rings(country).SelectMany(static ring => ring).Select(static arc => arc < 0 ? ~arc : arc).Distinct())
                uses[arc]++;
        var borders = Enumerable.Range(0, arcs.Length).Where(arc => uses[arc] > 1).Select(arc => Points([arc], arcs)).ToList();

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(Version);
            Write(writer, land.FindAll(static ring => ring.Count > 3));
            Write(writer, borders.FindAll(static line => line.Count > 1));
            writer.Flush();
            using var file = File.Create(path);
            using var packed = new BrotliStream(file, CompressionLevel.SmallestSize);
            bytes.WriteTo(packed);
        }
        Console.Error.WriteLine($"{path}: {land.Count} rings, {borders.Count} borders, {new FileInfo(path).Length} bytes");
    }

    static (double X, double Y)[][] Arcs(JsonElement root)
    {
        var (scale, translate) = (root.GetProperty("transform").GetProperty("scale"), root.GetProperty("transform").GetProperty("translate"));
        return [.. root.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0, 0);
            return arc.EnumerateArray().Select(step =>
            {
                (x, y) = (x + step[0].GetInt32(), y + step[1].GetInt32());
                return ((x * scale[0].GetDouble()) + translate[0].GetDouble(), (y * scale[1].GetDouble()) + translate[1].GetDouble());
            }).ToArray();
        })];
    }

    static IEnumerable<int[]> Rings(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => geometry.GetProperty("arcs").EnumerateArray().Select(Numbers),
        "MultiPolygon" => geometry.GetProperty("arcs").EnumerateArray().SelectMany(static polygon => polygon.EnumerateArray()).Select(Numbers),
        "GeometryCollection" => geometry.GetProperty("geometries").EnumerateArray().SelectMany(Rings),
        _ => [],
    };

    static int[] Numbers(JsonElement ring) => [.. ring.EnumerateArray().Select(static arc => arc.GetInt32())];

    /// <summary>Hundredths of a degree; a negative arc runs backwards, and neighbours share their end. Across the date line the count goes on: 180, 181.</summary>
    static List<(int X, int Y)> Points(int[] ring, (double X, double Y)[][] arcs)
    {
        var points = new List<(int X, int Y)>();
        foreach (var arc in ring)
            foreach (var (x, y) in arc < 0 ? arcs[~arc].Reverse() : arcs[arc])
            {
                var point = (X: (int)Math.Round(x * 100), Y: (int)Math.Round(y * 100));
                if (points.Count > 0)
                    point.X += (int)Math.Round((points[^1].X - point.X) / 36000.0) * 36000;
                if (points.Count == 0 || points[^1] != point)
                    points.Add(point);
            }
        return points;
    }

    /// <summary>A ring around a pole ends a turn further on: it is led over the pole.</summary>
    static List<(int X, int Y)> Closed(List<(int X, int Y)> ring)
    {
        if (Math.Abs(ring[^1].X - ring[0].X) > 18000 && Math.Sign(ring.Average(static point => point.Y)) * 9000 is var pole)
            ring.AddRange([(ring[^1].X, pole), (ring[0].X, pole)]);
        return ring;
    }

    static void Write(BinaryWriter writer, List<List<(int X, int Y)>> lines)
    {
        writer.Write7BitEncodedInt(lines.Count);
        foreach (var line in lines)
        {
            writer.Write7BitEncodedInt(line.Count);
            var (x, y) = (0, 0);
            foreach (var point in line)
            {
                writer.Write7BitEncodedInt(Signed(point.X - x));
                writer.Write7BitEncodedInt(Signed(point.Y - y));
                (x, y) = point;
            }
        }
    }

    /// <summary>Small numbers of either sign as small numbers.</summary>
    static int Signed(int number) => (number << 1) ^ (number >> 31);
}
