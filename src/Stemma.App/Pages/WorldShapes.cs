using System.IO.Compression;

namespace Stemma.App.Pages;

/// <summary>A line on the globe in hundredths of a degree, and the box it lies in.</summary>
sealed record WorldLine((int X, int Y)[] Points, int West, int East, int South, int North);

/// <summary>
/// Land and borders of the world, from Natural Earth (public domain) by way of world-atlas, as the tool Stemma.Gazetteer wrote them:
/// see models/README.md. Unpacked when the first map is drawn. Cost: once, some tens of milliseconds and 1 MB.
/// </summary>
static class WorldShapes
{
    const int Version = 1;

    static readonly Lazy<(WorldLine[] Land, WorldLine[] Borders)> Shipped = new(Load);

    /// <summary>Closed rings; lakes inside land are not cut out.</summary>
    public static WorldLine[] Land => Shipped.Value.Land;

    /// <summary>Lines that two countries share.</summary>
    public static WorldLine[] Borders => Shipped.Value.Borders;

    static (WorldLine[], WorldLine[]) Load()
    {
        using var packed = typeof(WorldShapes).Assembly.GetManifestResourceStream("world.outline") ?? throw new InvalidOperationException("The program was built without its map.");
        using var reader = new BinaryReader(new BufferedStream(new BrotliStream(packed, CompressionMode.Decompress), 1 << 16));
        if (reader.ReadInt32() != Version)
            throw new InvalidOperationException("The map is of another version.");
        return (Lines(reader), Lines(reader));
    }

    static WorldLine[] Lines(BinaryReader reader)
    {
        var lines = new WorldLine[reader.Read7BitEncodedInt()];
        for (var i = 0; i < lines.Length; i++)
        {
            var points = new (int X, int Y)[reader.Read7BitEncodedInt()];
            var (x, y) = (0, 0);
            for (var j = 0; j < points.Length; j++)
                points[j] = (x, y) = (x + Signed(reader.Read7BitEncodedInt()), y + Signed(reader.Read7BitEncodedInt()));
            lines[i] = new WorldLine(points, points.Min(static point => point.X), points.Max(static point => point.X), points.Min(static point => point.Y), points.Max(static point => point.Y));
        }
        return lines;
    }

    static int Signed(int number) => (number >> 1) ^ -(number & 1);
}
