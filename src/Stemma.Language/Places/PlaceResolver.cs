namespace Stemma.Language.Places;

/// <summary>
/// Decides which of the places of one name a text means, for all its names together. Each candidate begins with how well known
/// it is (population, capital, country) and what the words beside it say ("Paris, Texas"); then, for a few rounds, what the other
/// names most likely are speaks for candidates of the same region, the same country and the neighbourhood: context by agreement
/// and nearness, one sense for a name within a text (Leidner 2007). Cost: names × candidates × likely candidates of the others,
/// each bounded. Gets wrong: small towns whose paper never says which state it is in.
/// </summary>
sealed class PlaceResolver
{
    const int Rounds = 3, CandidatesMax = 48, NamesMax = 400;
    const double RegionWeight = 6, CountryWeight = 2.5, NearWeight = 5, ReachKm = 80, ReachMaxKm = 300, LikelyMin = 0.05;
    const double InHint = 12, InHintCountry = 8, OtherName = 2.5;

    static readonly int UnitedStates = ('U' << 8) | 'S';

    readonly Gazetteer gazetteer = Gazetteer.World;
    readonly string text;
    readonly IReadOnlyList<TextRange> mentions;
    readonly List<NameSense> senses = [];
    readonly int[] senseOf;

    /// <summary>A name of the text with everything it can mean.</summary>
    sealed class NameSense
    {
        public required int[] Candidates { get; init; }

        /// <summary>Before anything else of the text counts.</summary>
        public required double[] WellKnown { get; init; }

        public required double[] Start { get; init; }

        public double[] Likely { get; set; } = [];

        public int Times { get; set; }

        /// <summary>Only a part of the name is a place's.</summary>
        public required bool Part { get; init; }

        public bool Hinted { get; set; }

        public double Weight => 1 + (0.3 * (Math.Min(3, Times) - 1));

        public int Best => Array.IndexOf(Likely, Likely.Max());
    }

    PlaceResolver(string text, IReadOnlyList<TextRange> mentions)
    {
        (this.text, this.mentions) = (text, mentions);
        senseOf = new int[mentions.Count];
    }

    /// <returns>For each mention its place in the gazetteer, or -1; whether it is only near there; whether words beside it say where it lies; whether a far better known place has its name.</returns>
    public static (int Place, bool Near, bool Hinted, bool Outshone)[] Resolve(string text, IReadOnlyList<TextRange> mentions)
    {
        var resolver = new PlaceResolver(text, mentions);
        resolver.Begin();
        for (var round = 0; round < Rounds; round++)
            resolver.Agree();
        var middle = resolver.Middle();
        var places = new (int, bool, bool, bool)[mentions.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = resolver.senseOf[i] >= 0 && resolver.senses[resolver.senseOf[i]] is var sense ? (sense.Candidates[sense.Best], sense.Part, sense.Hinted, resolver.IsOutshone(sense))
                : PlaceNames.NamesBuilt(mentions[i].In(text)) ? (middle, true, false, false) : (-1, false, false, false);
        }
        return places;
    }

    /// <summary>A town that shares its name with a city of half a million twenty times its size, where no word beside it says that it is the one.</summary>
    bool IsOutshone(NameSense sense) =>
        !sense.Hinted && gazetteer.Kind(sense.Candidates[sense.Best]) <= PlaceKind.District && sense.Candidates.Max(place => gazetteer.Kind(place) <= PlaceKind.Capital ? gazetteer.LogPopulation(place) : 0) is var most and >= 5.7 && gazetteer.LogPopulation(sense.Candidates[sense.Best]) < most - 1.3;

    void Begin()
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        var hints = new PlaceHints(gazetteer, text);
        for (var i = 0; i < mentions.Count; i++)
        {
            var name = PlaceNames.Folded(mentions[i].In(text));
            var hint = hints.After(mentions[i]);
            if (!byName.TryGetValue(name, out var known))
            {
                var (found, wellKnown, part) = senses.Count < NamesMax ? Candidates(mentions[i]) : ([], [], false);
                known = found.Length > 0 ? senses.Count : -1;
                byName.Add(name, known);
                if (known >= 0)
                    senses.Add(new NameSense { Candidates = found, WellKnown = wellKnown, Start = [.. wellKnown], Part = part });
            }
            senseOf[i] = known;
            if (known < 0)
                continue;
            var sense = senses[known];
            sense.Times++;
            sense.Hinted |= hint != default;
            for (var c = 0; c < sense.Candidates.Length && hint != default; c++)
                sense.Start[c] = Math.Max(sense.Start[c], sense.WellKnown[c] + Hinted(sense.Candidates[c], hint));
        }
        foreach (var sense in senses)
            sense.Likely = Shares(sense.Start);
    }

    double Hinted(int place, (int Country, int Region) hint)
    {
        var kind = gazetteer.Kind(place);
        if (hint.Region != 0)
            return gazetteer.Region(place) == hint.Region && kind is not (PlaceKind.Region or PlaceKind.Country) ? InHint : 0;
        return gazetteer.Country(place) == hint.Country && kind != PlaceKind.Country ? InHintCountry : 0;
    }

    (int[] Places, double[] WellKnown, bool Part) Candidates(TextRange mention)
    {
        var found = new List<int>();
        foreach (var form in PlaceNames.Forms(mention.In(text)))
        {
            gazetteer.Find(form, found);
            if (found.Count > 0 && Top(found, form) is var (places, wellKnown))
                return (places, wellKnown, false);
        }
        // Part of a longer name: "the Arizona Daily", "Manila Cathedral".
        var words = PlaceNames.Folded(mention.In(text)).Split(' ');
        for (var length = Math.Min(words.Length - 1, 4); length >= 1; length--)
        {
            for (var i = 0; i + length <= words.Length && words.Length <= 12; i++)
            {
                var part = string.Join(' ', words, i, length);
                if (part.Length < 4 || (length == 1 && PlaceNames.IsBuilt(part)))
                    continue;
                gazetteer.Find(part, found);
                found.RemoveAll(place => gazetteer.Kind(place) <= PlaceKind.Capital && (gazetteer.LogPopulation(place) < 4.7 || !gazetteer.IsOwnName(place, part)));
                if (found.Count > 0 && Top(found, part) is var (places, wellKnown))
                    return (places, wellKnown, true);
            }
        }
        return ([], [], false);
    }

    (int[] Places, double[] WellKnown) Top(List<int> found, string form)
    {
        double Known(int place) => WellKnown(place) - (gazetteer.IsOwnName(place, form) ? 0 : OtherName);
        int[] places = found.Count <= CandidatesMax ? [.. found] : [.. found.OrderByDescending(Known).ThenBy(static place => place).Take(CandidatesMax).Order()];
        return (places, Array.ConvertAll(places, Known));
    }

    double WellKnown(int place)
    {
        var people = gazetteer.LogPopulation(place);
        return gazetteer.Kind(place) switch
        {
            PlaceKind.Country or PlaceKind.Demonym => 11.5,
            PlaceKind.Area or PlaceKind.Site => 11.8,
            PlaceKind.Region => 4.8 + (0.35 * people),
            PlaceKind.District => 0.3 + (0.55 * people),
            var kind => (0.95 * Math.Max(2, people)) + (kind == PlaceKind.Capital ? 2 : kind == PlaceKind.Seat ? 0.6 : 0) + (gazetteer.Country(place) == UnitedStates ? 0.5 : 0),
        };
    }

    static double[] Shares(double[] scores)
    {
        var most = scores.Max();
        var shares = Array.ConvertAll(scores, score => Math.Exp(score - most));
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    /// <summary>One round: every name is judged again by what the others most likely are.</summary>
    void Agree()
    {
        var (inRegion, inCountry) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        foreach (var sense in senses)
        {
            for (var c = 0; c < sense.Candidates.Length; c++)
            {
                var share = sense.Likely[c] * sense.Weight;
                inRegion[gazetteer.Region(sense.Candidates[c])] = inRegion.GetValueOrDefault(gazetteer.Region(sense.Candidates[c])) + share;
                inCountry[gazetteer.Country(sense.Candidates[c])] = inCountry.GetValueOrDefault(gazetteer.Country(sense.Candidates[c])) + share;
            }
        }
        var judged = new double[senses.Count][];
        for (var s = 0; s < senses.Count; s++)
        {
            var sense = senses[s];
            var scores = new double[sense.Candidates.Length];
            for (var c = 0; c < scores.Length; c++)
            {
                var place = sense.Candidates[c];
                var (region, country) = (gazetteer.Region(place), gazetteer.Country(place));
                var ofRegion = region == 0 ? 0 : Math.Max(0, inRegion[region] - Own(sense, other => gazetteer.Region(other) == region));
                var ofCountry = country == 0 ? 0 : Math.Max(0, inCountry[country] - Own(sense, other => gazetteer.Country(other) == country));
                scores[c] = sense.Start[c] + (RegionWeight * ofRegion / (ofRegion + 1)) + (CountryWeight * ofCountry / (ofCountry + 1.5));
                if (scores.Length > 1 && gazetteer.Kind(place) <= PlaceKind.Region && Nearness(s, place) is var near)
                    scores[c] += NearWeight * near / (near + 1);
            }
            judged[s] = Shares(scores);
        }
        for (var s = 0; s < senses.Count; s++)
            senses[s].Likely = judged[s];
    }

    static double Own(NameSense sense, Func<int, bool> same)
    {
        var own = 0.0;
        for (var c = 0; c < sense.Candidates.Length; c++)
            own += same(sense.Candidates[c]) ? sense.Likely[c] : 0;
        return own * sense.Weight;
    }

    double Nearness(int own, int place)
    {
        var sum = 0.0;
        for (var s = 0; s < senses.Count; s++)
        {
            if (s == own)
                continue;
            var best = 0.0;
            var other = senses[s];
            for (var c = 0; c < other.Candidates.Length; c++)
            {
                if (other.Likely[c] < LikelyMin || gazetteer.Kind(other.Candidates[c]) > PlaceKind.District)
                    continue;
                var away = Kilometres(place, other.Candidates[c]);
                if (away < ReachMaxKm)
                    best = Math.Max(best, other.Likely[c] * Math.Exp(-away / ReachKm));
            }
            sum += best;
        }
        return sum;
    }

    /// <summary>The town or district that most of the others lie around, else the region or country named most; -1 for none.</summary>
    int Middle()
    {
        var chosen = senses.Select(static sense => (Place: sense.Candidates[sense.Best], Weight: sense.Likely[sense.Best] * sense.Times)).ToList();
        var towns = chosen.Where(named => gazetteer.Kind(named.Place) <= PlaceKind.District).ToList();
        if (towns.Count > 0)
            return towns.MaxBy(town => towns.Sum(other => other.Weight * Math.Exp(-Kilometres(town.Place, other.Place) / 100))).Place;
        return chosen.Count == 0 ? -1 : chosen.MaxBy(named => named.Weight * (gazetteer.Kind(named.Place) == PlaceKind.Region ? 2 : 1)).Place;
    }

    double Kilometres(int a, int b) => Geography.Kilometres(gazetteer.Latitude(a), gazetteer.Longitude(a), gazetteer.Latitude(b), gazetteer.Longitude(b));
}
