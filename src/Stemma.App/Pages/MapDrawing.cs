using Stemma.App.Output;

namespace Stemma.App.Pages;

/// <summary>One place on the map, in per cent of it, with its name where there is room. <paramref name="Roomy"/>: only on a wide screen.</summary>
sealed record MapMark(PlaceView Place, double X, double Y, double Radius, double LabelX, double LabelY, string? Anchor, bool Labelled, bool Roomy);

/// <summary>
/// The places of a story on a map just large enough for them. The window is that of towns and sites; countries and wider areas, of which
/// only the middle is known, are marked where that lies inside it. Shapes stretch with the page and letters do not: names are placed greedily, those
/// of most reports first, once for the width of a phone and then, where there was no room, for a wide page. Cost: that of the shapes
/// in the window; quadratic in the names.
/// </summary>
sealed record MapDrawing(string Land, string Borders, IReadOnlyList<MapMark> Marks, IReadOnlyList<PlaceView> Outside, double ScaleShare, string ScaleText)
{
    const int MarksMax = 120;
    const double NarrowWidth = 330, WideWidth = 640, LetterWidth = 7.4, LineHeight = 16;

    readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    public static MapDrawing? Of(StoryView story)
    {
        var places = story.Places.Where(place => place.Place is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }).Take(MarksMax).ToList();
        if (places.Count == 0)
            return null;
        var framing = places.FindAll(place => place.IsPoint);
        var view = new MapView([.. (framing.Count > 0 ? framing : places).Select(place => (place.Place.Longitude, place.Place.Latitude))]);
        var marks = places.ConvertAll(place => (Place: place, At: view.Of(place.Place.Longitude, place.Place.Latitude)));
        var shown = marks.FindAll(mark => MapView.Shows(mark.At));
        var (length, share) = Scale(view);
        return new MapDrawing(view.Land(), view.Borders(), Labelled(shown), [.. marks.Where(mark => !MapView.Shows(mark.At)).Select(mark => mark.Place)], share, Wording.Count(length) + " km");
    }

    static double RadiusOf(PlaceView place) => Math.Round(Math.Min(14, 5 + (2 * Math.Sqrt(place.Reports.Count - 1))), 1);

    static List<MapMark> Labelled(List<(PlaceView Place, (double X, double Y) At)> shown)
    {
        var labels = new (int Side, bool Roomy)?[shown.Count];
        Place(shown, labels, NarrowWidth, roomy: false);
        Place(shown, labels, WideWidth, roomy: true);
        return [.. shown.Select((mark, i) =>
        {
            var radius = RadiusOf(mark.Place);
            var (dx, dy, anchor) = labels[i] is var (side, _) ? Side(side, radius) : (0, 0, null);
            return new MapMark(mark.Place, Math.Round(mark.At.X / MapView.Width * 100, 2), Math.Round(mark.At.Y / MapView.Height * 100, 2), radius, dx, dy, anchor, labels[i] is not null, labels[i] is (_, true));
        })
        // Small marks above large ones, so that each can be pointed at.
        .OrderByDescending(mark => mark.Radius).ThenBy(mark => mark.Place.Number)];
    }

    static void Place(List<(PlaceView Place, (double X, double Y) At)> shown, (int Side, bool Roomy)?[] labels, double width, bool roomy)
    {
        var scale = width / MapView.Width;
        Box Mark(int i) => RadiusOf(shown[i].Place) is var r && (shown[i].At.X * scale, shown[i].At.Y * scale) is var (x, y) ? new(x - r, y - r, x + r, y + r) : default;
        Box Label(int i, int side)
        {
            var (dx, dy, anchor) = Side(side, RadiusOf(shown[i].Place));
            var wide = Name(shown[i].Place).Length * LetterWidth;
            var left = (shown[i].At.X * scale) + dx - (anchor == "end" ? wide : anchor == "middle" ? wide / 2 : 0);
            var bottom = (shown[i].At.Y * scale) + dy + 3;
            return new(left, bottom - LineHeight, left + wide, bottom);
        }
        var marks = Enumerable.Range(0, shown.Count).Select(Mark).ToList();
        var placed = Enumerable.Range(0, shown.Count).Where(i => labels[i] is not null).Select(i => Label(i, labels[i]!.Value.Side)).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            for (var side = 0; side < 4 && labels[i] is null; side++)
            {
                var box = Label(i, side);
                if (box.Left < 2 || box.Right > width - 2 || box.Top < 2 || box.Bottom > (MapView.Height * scale) - 2 || placed.Exists(box.Overlaps) || marks.Where((_, other) => other != i).Any(box.Overlaps))
                    continue;
                labels[i] = (side, roomy);
                placed.Add(box);
            }
        }
    }

    static (double X, double Y, string? Anchor) Side(int side, double radius) => side switch
    {
        0 => (radius + 5, 4.5, "start"),
        1 => (-radius - 5, 4.5, "end"),
        2 => (0, -radius - 5, "middle"),
        _ => (0, radius + 15, "middle"),
    };

    public static string Name(PlaceView place) => PagePart.Shown(place.Place.Name, 28);

    /// <summary>A round length of at most a quarter of the width.</summary>
    static (int Kilometres, double Share) Scale(MapView view)
    {
        int[] lengths = [5000, 2000, 1000, 500, 200, 100, 50, 20];
        var length = Array.Find(lengths, length => length * view.UnitsPerKilometre <= MapView.Width * 0.25);
        length = length == 0 ? lengths[^1] : length;
        return (length, Math.Round(length * view.UnitsPerKilometre / MapView.Width * 100, 2));
    }
}
