namespace Stemma.Language;

/// <summary>Distances on the globe.</summary>
public static class Geography
{
    /// <summary>Along the great circle, of a sphere as large as the earth.</summary>
    public static double Kilometres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        const double Radius = 6371, Degree = Math.PI / 180;
        var (halfLatitude, halfLongitude) = (Math.Sin((latitudeB - latitudeA) * Degree / 2), Math.Sin((longitudeB - longitudeA) * Degree / 2));
        var chord = (halfLatitude * halfLatitude) + (Math.Cos(latitudeA * Degree) * Math.Cos(latitudeB * Degree) * halfLongitude * halfLongitude);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
