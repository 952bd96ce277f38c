using System.Collections.Frozen;

namespace Stemma.Language.Tokens;

/// <summary>The closed word classes of English, written out: what needs no tagger.</summary>
static class WordLists
{
    /// <summary>Words that, capitalised, most often begin a sentence and seldom a name.</summary>
    public static readonly FrozenSet<string> SentenceStarters = new[]
    {
        "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Its", "Their",
        "In", "On", "At", "But", "And", "If", "When", "While", "As", "For", "After", "Before", "However", "There", "Some", "Many", "Most",
        "Several", "Earlier", "Later", "Meanwhile", "Such", "Both", "Under", "What", "How", "Why", "Who", "Yet", "So", "Since", "With", "By",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Determiners = Lower("the a an this that these those some any each every no all both several many few most another other his her its their our my your one two three four five six seven eight nine ten dozens hundreds thousands");

    public static readonly FrozenSet<string> Modals = Lower("will would can could may might shall should must 'll ’ll");

    public static readonly FrozenSet<string> Prepositions = Lower("of in on at by for with from to about into over under after before during against between through without within across amid among toward towards near since until upon despite including following via per than like");

    public static readonly FrozenSet<string> Hedges = Lower("likely unlikely reportedly allegedly apparently probably possibly perhaps maybe potentially presumably purportedly supposedly could may might seemingly unconfirmed");

    public static readonly FrozenSet<string> Weekdays = Lower("monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>The most frequent function words of languages written in the same letters, as far as English does not have them.</summary>
    public static readonly FrozenSet<string> ForeignFunction = Lower("de la el los las que y en un una por para del se su al es le les et des du dans est pour qui sur pas plus der das und von zu mit ist nicht auf ein eine sich dem het een dat niet zijn di il che e della non sono gli da os um uma com como och att det som en til av og ikke jest nie bir ve bu yang dengan");

    /// <summary>The most frequent English function words: the language guess counts them.</summary>
    public static readonly FrozenSet<string> Function = Lower("the of and to in a is that for it was on with as he be by at are this have from or had not but they his an which she were we their been has will would there who said");

    static FrozenSet<string> Lower(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
