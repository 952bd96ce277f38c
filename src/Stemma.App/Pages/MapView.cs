using System.Globalization;
using System.Text;

namespace Stemma.App.Pages;

/// <summary>
/// A window on the globe: degrees to a plane, and the shapes that show in it. Equirectangular, true to scale along the middle of
/// the window (every degree of longitude is as wide there as it is on the ground), so that a small window hardly distorts and the whole world is what
/// readers know. Longitudes are counted from the middle, so that a window may lie across the date line; shapes are drawn wherever
/// one of their copies, a turn of the globe apart, shows. Cost: linear in the points of the shapes in the window.
/// </summary>
sealed class MapView
{
    public const int Width = 640, Height = 400;
    const double Margin = 1.5, LatitudesMin = 5, Reach = 8, StepMin = 1.6, SizeMin = 2, LatitudeMax = 84;

    readonly double west, north, scale, squeeze;

    public MapView(IReadOnlyList<(double Longitude, double Latitude)> points)
    {
        var (first, last) = Around([.. points.Select(static point => point.Longitude)]);
        var (south, top) = (points.Min(static point => point.Latitude), points.Max(static point => point.Latitude));
        var middle = Math.Clamp((south + top) / 2, -LatitudeMax, LatitudeMax);
        squeeze = Math.Cos(Math.Min(60, Math.Abs(middle)) * Math.PI / 180);
        var (wide, high) = (Math.Max((last - first) * Margin, LatitudesMin), Math.Max((top - south) * Margin, LatitudesMin));
        // Never more than once around.
        scale = Math.Max(Math.Min(Width / (wide * squeeze), Height / high), Width / (360 * squeeze));
        west = ((first + last) / 2) - (Width / (2 * squeeze * scale));
        north = Math.Min(middle + (Height / (2 * scale)), Height / scale >= 180 ? 90 : Math.Max(middle, 90));
    }

    /// <summary>The shortest arc that holds all longitudes: what is left when the widest gap is taken out.</summary>
    static (double First, double Last) Around(double[] longitudes)
    {
        Array.Sort(longitudes);
        var (gap, after) = (360 - (longitudes[^1] - longitudes[0]), 0);
        for (var i = 1; i < longitudes.Length; i++)
            if (longitudes[i] - longitudes[i - 1] > gap)
                (gap, after) = (longitudes[i] - longitudes[i - 1], i);
        return (longitudes[after], longitudes[after] + 360 - gap);
    }

    public (double X, double Y) Of(double longitude, double latitude)
    {
        var turns = Math.Ceiling((west - longitude) / 360);
        return ((longitude + (turns * 360) - west) * squeeze * scale, (north - latitude) * scale);
    }

    public static bool Shows((double X, double Y) at) => at is { X: >= 0 and <= Width, Y: >= 0 and <= Height };

    /// <summary>How many units a kilometre is, along the middle.</summary>
    public double UnitsPerKilometre => scale / 111.2;

    /// <summary>The rings of land as one path, cut a little outside the window.</summary>
    public string Land() => Path(WorldShapes.Land, closed: true);

    public string Borders() => Path(WorldShapes.Borders, closed: false);

    string Path(WorldLine[] lines, bool closed)
    {
        var path = new StringBuilder();
        var points = new List<(double X, double Y)>();
        foreach (var line in lines)
        {
            for (var turn = -2; turn <= 2; turn++)
            {
                var shift = (turn * 360.0) - west;
                var (left, right) = (((line.West / 100.0) + shift) * squeeze * scale, ((line.East / 100.0) + shift) * squeeze * scale);
                if (right < 0 || left > Width || (north - (line.North / 100.0)) * scale > Height || (north - (line.South / 100.0)) * scale < 0)
                    continue;
                // Islands too small to be seen.
                if (closed && right - left < SizeMin && (line.North - line.South) / 100.0 * scale < SizeMin)
                    continue;
                points.Clear();
                foreach (var (x, y) in line.Points)
                    points.Add((((x / 100.0) + shift) * squeeze * scale, (north - (y / 100.0)) * scale));
                if (closed)
                    Draw(path, Clipped(points), "Z");
                else
                    DrawOpen(path, points);
            }
        }
        return path.ToString();
    }

    /// <summary>A ring inside the window, after Sutherland and Hodgman (1974): cut by one edge after the other.</summary>
    static List<(double X, double Y)> Clipped(List<(double X, double Y)> ring)
    {
        for (var edge = 0; edge < 4 && ring.Count > 0; edge++)
        {
            var cut = new List<(double X, double Y)>(ring.Count);
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[(i + ring.Count - 1) % ring.Count], ring[i]);
                var (outFrom, outTo) = (Beyond(from, edge), Beyond(to, edge));
                if (outFrom > 0 != outTo > 0)
                {
                    var share = outFrom / (outFrom - outTo);
                    cut.Add((from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share)));
                }
                if (outTo <= 0)
                    cut.Add(to);
            }
            ring = cut;
        }
        return ring;
    }

    /// <summary>How far a point lies beyond an edge; the window is made a little larger so that cuts do not show.</summary>
    static double Beyond((double X, double Y) point, int edge) => edge switch { 0 => -Reach - point.X, 1 => point.X - Width - Reach, 2 => -Reach - point.Y, _ => point.Y - Height - Reach };

    /// <summary>A line is lifted where it lies outside.</summary>
    static void DrawOpen(StringBuilder path, List<(double X, double Y)> points)
    {
        var run = new List<(double X, double Y)>();
        for (var i = 0; i < points.Count; i++)
        {
            if (!IsNear(points[i]))
            {
                if (run.Count > 0)
                    run.Add(points[i]);
                Draw(path, run, "");
                run.Clear();
                continue;
            }
            if (run.Count == 0 && i > 0)
                run.Add(points[i - 1]);
            run.Add(points[i]);
        }
        Draw(path, run, "");
    }

    static bool IsNear((double X, double Y) point) => point is { X: >= -Reach and <= Width + Reach, Y: >= -Reach and <= Height + Reach };

    static void Draw(StringBuilder path, List<(double X, double Y)> points, string end)
    {
        if (points.Count < 2)
            return;
        var last = (X: double.NaN, Y: double.NaN);
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = points[i];
            if (i > 0 && i < points.Count - 1 && Math.Abs(x - last.X) < StepMin && Math.Abs(y - last.Y) < StepMin)
                continue;
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{Math.Clamp(x, -2000, 3000):0.#} {Math.Clamp(y, -2000, 3000):0.#}");
            last = (x, y);
        }
        path.Append(end);
    }
}
