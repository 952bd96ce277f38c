namespace Stemma.Language;

/// <summary>What kind of place a name stands for.</summary>
public enum PlaceKind : byte { Town, Seat, Capital, District, Region, Country, Demonym, Area, Site }

/// <summary>How a place is spoken of: where something is, as an actor ("Moscow denied it"), or by the word for its people ("Turkish").</summary>
public enum PlaceUse : byte { Literal, Metonym, Demonym }

/// <summary>One place in the text where a place is named, and where on earth that is.</summary>
/// <param name="Name">What the gazetteer calls it.</param>
/// <param name="GeoNames">Its number there; 0 for countries, regions and what was added by hand.</param>
/// <param name="Country">ISO 3166 code; empty for what lies in no one country.</param>
/// <param name="Near">The name itself is not in the gazetteer (a street, a school): this is the place it is named after, or the one the report is about most.</param>
/// <param name="Hinted">The words behind it say where it lies ("Paris, Texas").</param>
/// <param name="Outshone">A far better known place has this name, and no word beside it says that this one is meant: the other names of the text speak for it.</param>
/// <param name="LogPopulation">Decimal logarithm of how many live there; 0 where that is not known.</param>
public readonly record struct PlaceMention(TextRange Range, string Name, double Latitude, double Longitude, int GeoNames, string Country, PlaceKind Kind, PlaceUse Use, bool Near, bool Hinted, bool Outshone, double LogPopulation);
