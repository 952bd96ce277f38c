using Stemma.Language.Syntax;

namespace Stemma.Language.Places;

/// <summary>
/// The places of a document: names that the network took for places, and words for peoples, each resolved in the company of the
/// others. A place that does something only people do, by the tree, is a metonym. Cost: that of <see cref="PlaceResolver"/>.
/// Gets wrong: names that the network took for people or organisations, which are never looked up ("Jordan" the player, rightly).
/// </summary>
static class PlaceFinder
{
    public static PlaceMention[] Find(Document document)
    {
        var names = document.Syntax.Names.Where(name => name.Kind == NameKind.Place || (name.Kind == NameKind.Other && IsPeople(document, name))).ToArray();
        if (names.Length == 0)
            return [];
        var resolved = PlaceResolver.Resolve(document.Text, [.. names.Select(static name => name.Range)]);
        var found = new List<PlaceMention>();
        for (var i = 0; i < names.Length; i++)
        {
            if (resolved[i].Place >= 0)
                found.Add(Mention(names[i].Range, resolved[i], Use(document, names[i], resolved[i].Place)));
        }
        return [.. found];
    }

    public static PlaceMention Mention(TextRange range, (int Place, bool Near, bool Hinted, bool Outshone) found, PlaceUse use)
    {
        var (world, place) = (Gazetteer.World, found.Place);
        return new PlaceMention(range, world.Name(place), world.Latitude(place), world.Longitude(place), world.GeoNames(place), Gazetteer.CodeOf(world.Country(place)), world.Kind(place), use, found.Near, found.Hinted, found.Outshone, world.LogPopulation(place));
    }

    static bool IsPeople(Document document, NameMention name)
    {
        var found = new List<int>();
        Gazetteer.World.Find(PlaceNames.Folded(name.Range.In(document.Text)), found);
        return found.Exists(static place => Gazetteer.World.Kind(place) == PlaceKind.Demonym);
    }

    static PlaceUse Use(Document document, NameMention name, int place)
    {
        if (Gazetteer.World.Kind(place) == PlaceKind.Demonym)
            return PlaceUse.Demonym;
        var syntax = document.Syntax;
        for (var i = name.FirstToken; i < name.EndToken; i++)
        {
            var head = syntax.Heads[i];
            if (head < 0 || (head >= name.FirstToken && head < name.EndToken))
                continue;
            return syntax.Relation(i) == "nsubj" && syntax.Upos(head) == "VERB" && Acts(syntax.Lemmas[head]) ? PlaceUse.Metonym : PlaceUse.Literal;
        }
        return PlaceUse.Literal;
    }

    /// <summary>What towns and countries do only through people.</summary>
    static bool Acts(string lemma) => lemma is "say" or "deny" or "accuse" or "agree" or "want" or "warn" or "announce" or "reject" or "insist" or "claim" or "confirm" or "condemn" or "threaten" or "offer" or "refuse" or "seek" or "vow" or "urge"
        or "call" or "ask" or "demand" or "plan" or "hope" or "promise" or "pledge" or "invade" or "attack" or "sign" or "send" or "supply" or "sell" or "buy" or "launch" or "impose" or "decide" or "vote" or "support" or "oppose" or "welcome" or "express"
        or "fire" or "test" or "negotiate" or "declare" or "order" or "approve" or "block" or "veto" or "provide" or "respond" or "hit" or "strike" or "expel" or "recall" or "withdraw" or "need" or "try" or "consider" or "blame" or "criticise" or "criticize";
}
