using Stemma.Language.Syntax;

namespace Stemma.Language.Times;

/// <summary>
/// What the words of a statement come down to: the predicate that its other words hang on, by the dependency tree, and how a time
/// hangs on that predicate. A time that hangs on another clause ("the man who fled on Tuesday", "resigned after losing on Tuesday")
/// is not the time of what is stated. Cost: linear in the words, times the depth of the tree.
/// Gets wrong: whatever the tree gets wrong, above all where a long phrase is attached.
/// </summary>
static class Clause
{
    const int StepsMax = 40;

    /// <summary>No way leads from the time to the predicate without another clause in between.</summary>
    public const int NotOfIt = int.MaxValue;

    /// <summary>The predicate of these words: of those that hang on nothing inside them the first that is a clause, else the one most words hang on; -1 where there is none.</summary>
    public static int Predicate(Document document, (int First, int End) tokens)
    {
        var syntax = document.Syntax;
        var (best, bestWeight) = (-1, 0);
        for (var top = tokens.First; top < tokens.End; top++)
        {
            if (IsInside(syntax.Heads[top], tokens) || syntax.Upos(top) is "PUNCT" or "ADP" or "SCONJ" or "CCONJ" or "PART" or "SYM" or "INTJ")
                continue;
            var weight = 0;
            for (var i = tokens.First; i < tokens.End; i++)
                weight += Top(syntax, i, tokens) == top ? 2 : 0;
            if (syntax.Upos(top) is "NOUN" or "PROPN" && ToldOf(syntax, top, tokens) is >= 0 and var told)
                return told;
            if (HasSubject(syntax, top, tokens) || (syntax.Upos(top) == "VERB" && weight > 6))
                return top;
            weight += syntax.Upos(top) is "VERB" or "AUX" ? 6 : 0;
            if (weight > bestWeight)
                (best, bestWeight) = (top, weight);
        }
        return best;
    }

    /// <summary>"The train rolled into town on Tuesday" read as a train that was rolled: a sentence has a verb, so that is it.</summary>
    static int ToldOf(SyntaxLayer syntax, int noun, (int First, int End) tokens)
    {
        var told = -1;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (syntax.Heads[i] == noun && syntax.Relation(i).StartsWith("nsubj", StringComparison.Ordinal) || (syntax.Heads[i] == noun && syntax.Relation(i) == "cop"))
                return -1;
            if (told < 0 && i > noun && syntax.Heads[i] == noun && syntax.Relation(i) == "acl" && syntax.Xpos(i) is "VBN" or "VBD")
                told = i;
        }
        return told;
    }

    static int Top(SyntaxLayer syntax, int token, (int First, int End) tokens)
    {
        for (var steps = 0; steps < StepsMax && IsInside(syntax.Heads[token], tokens); steps++)
            token = syntax.Heads[token];
        return token;
    }

    static bool IsInside(int token, (int First, int End) tokens) => token >= tokens.First && token < tokens.End;

    static bool HasSubject(SyntaxLayer syntax, int token, (int First, int End) tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
            if (syntax.Heads[i] == token && syntax.Relation(i).StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>The word of a phrase that the others in it hang on.</summary>
    public static int HeadOf(SyntaxLayer syntax, (int First, int End) phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (!IsInside(syntax.Heads[i], phrase) && syntax.Upos(i) is not ("PUNCT" or "ADP"))
                return i;
        return phrase.First;
    }

    /// <summary>How far a time is from being a plain adverbial of the predicate: 0 is that itself; <see cref="NotOfIt"/> where it belongs to something else.</summary>
    public static int Distance(Document document, int time, int predicate)
    {
        var syntax = document.Syntax;
        var distance = 0;
        for (var (at, steps) = (time, 0); steps < StepsMax; steps++)
        {
            if (at == predicate)
                return distance;
            var (head, relation) = (syntax.Heads[at], syntax.Relation(at));
            if (head < 0)
                return NotOfIt;
            var step = IsAfter(document, at, relation, time) ? 1 : syntax.Upos(at) is "VERB" or "AUX" || IsPredicate(syntax, at) ? OfClause(document, at, relation)
                : at == time ? OfTime(syntax, at, head, relation, predicate) : OfPhrase(document, at, head, relation, predicate, time);
            if (step == NotOfIt)
                return NotOfIt;
            distance += step;
            at = head;
        }
        return NotOfIt;
    }

    /// <summary>"Called on Friday to thank him": a time before "to" belongs to the verb before it, whatever the tree says.</summary>
    static bool IsAfter(Document document, int verb, string relation, int time)
    {
        if (relation is not ("advcl" or "acl" or "xcomp") || time > verb)
            return false;
        for (var i = time + 1; i < verb; i++)
            if (document.Syntax.Heads[i] == verb && document.Syntax.Relation(i) == "mark")
                return document.Syntax.Upos(i) == "PART";
        return false;
    }

    static bool IsPredicate(SyntaxLayer syntax, int token)
    {
        for (var i = Math.Max(0, token - 8); i < token; i++)
            if (syntax.Heads[i] == token && syntax.Relation(i) is "cop")
                return true;
        return false;
    }

    /// <summary>From a clause to the one it belongs to.</summary>
    static int OfClause(Document document, int verb, string relation) => relation switch
    {
        "xcomp" => 1,
        // "She expects the port to open on Friday".
        "ccomp" or "advcl" when document.Syntax.Heads[verb] is >= 0 and var above && Outlook.IsAhead(document.Syntax.Lemmas[above]) => 1,
        "conj" => 3,
        "advcl" or "advcl:relcl" when MarkOf(document, verb) is "when" or "as" or "while" => 3,
        _ => NotOfIt,
    };

    /// <summary>The word that leads a clause, "when", "after"; null where none does.</summary>
    public static string? MarkOf(Document document, int verb)
    {
        for (var i = document.SentenceStarts[document.SentenceOfToken(verb)]; i < verb; i++)
            if (document.Syntax.Heads[i] == verb && document.Syntax.Relation(i) is "mark" or "advmod" && document.Syntax.Upos(i) is "SCONJ" or "ADV")
                return document.Syntax.Lemmas[i];
        return null;
    }

    /// <summary>From the time to the word it belongs to: "on Tuesday", "tomorrow", "Tuesday's", "the Tuesday meeting".</summary>
    static int OfTime(SyntaxLayer syntax, int time, int head, string relation, int predicate) => relation.Split(':')[0] switch
    {
        "obl" or "advmod" => head == predicate ? 0 : 1,
        "nmod" or "compound" or "amod" or "nummod" or "appos" or "dep" or "obj" or "nsubj" or "conj" or "parataxis" or "discourse" => 1,
        _ => NotOfIt,
    };

    /// <summary>From a noun that the time hangs on to the word above it.</summary>
    static int OfPhrase(Document document, int at, int head, string relation, int predicate, int time)
    {
        var syntax = document.Syntax;
        var part = relation.Split(':')[0];
        if (syntax.Upos(at) is "ADJ" or "ADV")
            return 1; // "As usual on Friday".
        if (syntax.Upos(at) is "NOUN" or "PROPN" or "PRON" or "NUM" && !EventNouns.Is(syntax.Lemmas[at]))
        {
            // "At a base in the north on Tuesday": a day after the name of a thing dates what is done there, not the thing.
            return at < time && part is "obl" or "nmod" or "obj" or "nsubj" or "compound" or "appos" or "conj" or "flat" && CaseOf(document, at) is not ("since" or "after" or "before" or "until" or "than" or "like") ? 1 : NotOfIt;
        }
        return part switch
        {
            // "At Tuesday's meeting they agreed", but not "because of Tuesday's attack".
            "obl" => CaseOf(document, at) is "at" or "in" or "during" or "on" or "upon" or "for" && (CaseOf(document, at) is not "for" || at < time) ? 1 : NotOfIt,
            "nsubj" => 2,
            "obj" => EventNouns.IsHeld(syntax.Lemmas[head]) || at < time ? 2 : NotOfIt,
            "advmod" or "amod" or "nummod" or "compound" => 1,
            "nmod" => head == predicate && EventNouns.Is(syntax.Lemmas[head]) ? 1 : NotOfIt,
            "conj" => 3,
            _ => NotOfIt,
        };
    }

    /// <summary>The preposition of a phrase in lower case; empty where it has none.</summary>
    public static string CaseOf(Document document, int token)
    {
        var first = document.SentenceStarts[document.SentenceOfToken(token)];
        for (var i = token - 1; i >= first && token - i <= 8; i--)
            if (document.Syntax.Heads[i] == token && document.Syntax.Relation(i) is "case" or "mark")
                return document.TokenAt(i).Text.ToString().ToLowerInvariant();
        return "";
    }
}
