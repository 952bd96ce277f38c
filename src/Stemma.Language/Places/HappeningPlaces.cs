using System.Collections.Frozen;
using Stemma.Language.Times;

namespace Stemma.Language.Places;

/// <summary>
/// Where something is said to happen: of the places named in a statement those spoken of as places. By the tree, a place that stands
/// after a preposition of place ("in Oslo"), after a verb of coming, going and visiting ("left Oslo", "flew to Oslo"), or in apposition
/// to such a place. "Oslo said", "talks between Oslo and Bern", "the president of Norway" and "Norwegian" name no place of a happening.
/// Cost: constant per place. Gets wrong: "support in Washington", where the town stands for those who govern in it.
/// </summary>
public static class HappeningPlaces
{
    static readonly FrozenSet<string> Here = Words("in at near outside inside across throughout around off along over above beneath beside on through amid toward towards into onto within aboard");

    static readonly FrozenSet<string> Moves = Words("go come arrive travel fly drive sail ride head return depart leave flee move march walk cross journey trip visit flight arrival departure way run retreat escape bring take send deploy evacuate train ship trek");

    static readonly FrozenSet<string> Entered = Words("visit leave enter reach cross tour exit flee quit hit strike pass approach batter devastate rock shake occupy capture seize besiege shell bomb");

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The places of these words that are places of what they tell, in order.</summary>
    public static IEnumerable<PlaceMention> In(Document document, IReadOnlyList<TextRange> content) =>
        document.Syntax.IsEmpty ? [] : document.Places.Where(place => place is { Use: PlaceUse.Literal, Near: false } && place.Kind != PlaceKind.Demonym && content.Any(range => range.Contains(place.Range) && IsOfIt(document, place.Range, range)) && IsWhere(document, place.Range));

    /// <summary>No other clause lies between the place and the predicate: "the arms that were used in the north" are not there now.</summary>
    static bool IsOfIt(Document document, TextRange name, TextRange content)
    {
        var (syntax, (first, end)) = (document.Syntax, document.TokensIn(content));
        for (var (at, steps) = (document.TokenOf(name.Start), 0); at >= first && at < end && steps < 40; at = syntax.Heads[at], steps++)
        {
            var inside = syntax.Heads[at] >= first && syntax.Heads[at] < end;
            if (inside && syntax.Relation(at).Split(':')[0] is "acl" or "advcl" or "ccomp" or "csubj" or "parataxis" && syntax.Upos(at) is "VERB" or "AUX" or "ADJ" or "NOUN"
                // "They died when the train derailed near …" is one happening.
                && !(syntax.Relation(at) == "advcl" && Clause.MarkOf(document, at) is "when" or "as" or "while")
                && !(syntax.Heads[at] is var above && Outlook.IsAhead(syntax.Lemmas[above])))
                return false;
        }
        return true;
    }

    static bool IsWhere(Document document, TextRange name)
    {
        var (first, end) = document.TokensIn(name);
        var syntax = document.Syntax;
        for (var i = first; i < end; i++)
            if (syntax.Heads[i] is var head && (head < first || head >= end))
                return IsWhere(document, i, 0);
        return false;
    }

    static bool IsWhere(Document document, int token, int depth)
    {
        var syntax = document.Syntax;
        var (head, relation) = (syntax.Heads[token], syntax.Relation(token).Split(':')[0]);
        if (head < 0 || depth > 3)
            return false;
        var preposition = Clause.CaseOf(document, token);
        if (Here.Contains(preposition) && relation is "obl" or "root" or "xcomp")
            return syntax.Upos(head) is not ("NOUN" or "PROPN") || OfHappening(document, head, depth);
        if (Here.Contains(preposition) && relation is "nmod")
            return OfHappening(document, head, depth);
        if (preposition is "to" or "from" or "for" or "via")
            return relation is "obl" or "nmod" or "conj" && Moves.Contains(syntax.Lemmas[head]);
        if (preposition is "" && relation is "obj" && Entered.Contains(syntax.Lemmas[head]))
            return true;
        // "Narvik, a port", "the port of Narvik", "Narvik airport", "Narvik and Bodo", "northern Norway".
        if (relation is "appos" or "conj" or "flat" or "compound" or "list" || (relation is "nmod" && preposition is "of" or "" && Sites.Contains(syntax.Lemmas[head])))
            return preposition is "" or "of" && IsWhere(document, head, depth + 1);
        return false;
    }

    /// <summary>"A fire in Oslo killed two", "at a base in the north"; but not "its war in Ukraine" as what something is for, nor "officials in Washington".</summary>
    static bool OfHappening(Document document, int noun, int depth)
    {
        var syntax = document.Syntax;
        var relation = syntax.Relation(noun).Split(':')[0];
        // "Arrived on Wednesday morning at the base": what hangs on a time belongs to the verb.
        if (Array.Exists(document.Times, time => time.Range.Contains(document.TokenRanges[noun])))
            return relation is "obl" or "advmod";
        if (Here.Contains(Clause.CaseOf(document, noun)))
            return relation is "obl" || (relation is "nmod" && depth < 3 && syntax.Heads[noun] >= 0 && OfHappening(document, syntax.Heads[noun], depth + 1));
        return EventNouns.Is(syntax.Lemmas[noun]) && (relation is "nsubj" or "root" || (relation is "obl" && Clause.CaseOf(document, noun) is "upon" or "during" or "after" or "before") || (relation is "obj" && EventNouns.IsHeld(syntax.Lemmas[syntax.Heads[noun]])));
    }

    static readonly FrozenSet<string> Sites = Words("city town village port capital region province state county district island coast border airport harbour harbor station north south east west center centre outskirts suburb area part side base square street");
}
