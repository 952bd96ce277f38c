using System.Globalization;
using Stemma.Evidence;
using Stemma.Language;
using Stemma.Language.Places;
using Stemma.Reports;

namespace Stemma.Claims;

/// <summary>
/// The places of a story. Each report was read by itself, and the same name may have come out as two places ("Rotterdam" beside small
/// towns of another state): within a story a name means one place, the one that words beside it point to most often, else the most
/// populous of those it was taken for; a town that a great city of its name outshines is none, unless words beside it say so. A place is the same by its number at GeoNames, else by name, kind and position. Cost: linear in the
/// places. Gets wrong: stories in which two towns of one name do both appear.
/// </summary>
sealed class StoryPlaces
{
    readonly Dictionary<string, PlaceMention> meant;
    readonly Dictionary<string, PackPlace> named = new(StringComparer.Ordinal);

    public StoryPlaces(IReadOnlyList<Document> documents) => meant = documents
        .SelectMany(static document => document.Places.Where(static place => place is { Near: false, Kind: not PlaceKind.Demonym }).Select(place => (Words: WordsOf(document, place), Place: place)))
        .GroupBy(static named => named.Words, static named => named.Place, StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => same.GroupBy(IdOf, StringComparer.Ordinal)
            .OrderByDescending(static place => place.Count(static mention => mention.Hinted)).ThenByDescending(static place => place.First().LogPopulation).ThenBy(static place => place.Key, StringComparer.Ordinal)
            .First().First(), StringComparer.Ordinal);

    /// <summary>All that were asked for, by name.</summary>
    public IReadOnlyList<PackPlace> Named => [.. named.Values.OrderBy(static place => place.Name, StringComparer.Ordinal).ThenBy(static place => place.Id, StringComparer.Ordinal)];

    /// <summary>Where what these words state happened or is to happen.</summary>
    public IReadOnlyList<PackPlaceMention> Of(Document document, IReadOnlyList<TextRange> content)
    {
        var mentions = new List<PackPlaceMention>();
        foreach (var found in HappeningPlaces.In(document, content))
        {
            var place = meant[WordsOf(document, found)];
            // Paris, with all other names in Texas and none beside it: neither of the two is put on a map.
            if (place.Outshone)
                continue;
            var id = IdOf(place);
            named.TryAdd(id, new PackPlace(id, place.Name, KindOf(place.Kind), place.Latitude, place.Longitude, place.Country, place.GeoNames > 0 ? place.GeoNames : null));
            mentions.Add(new PackPlaceMention(id, PackRange.Of(document.Text, found.Range)));
        }
        return mentions;
    }

    static string WordsOf(Document document, PlaceMention place) => place.Range.Of(document.Text).ToLowerInvariant();

    static string IdOf(PlaceMention place) => place.GeoNames > 0
        ? ContentId.Of('p', place.GeoNames.ToString(CultureInfo.InvariantCulture))
        : ContentId.Of('p', place.Name, place.Kind.ToString(), string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.00} {place.Longitude:0.00}"));

    static string KindOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Town or PlaceKind.Seat or PlaceKind.Capital => "town",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
