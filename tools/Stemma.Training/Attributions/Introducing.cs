using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Language.Attributions;

namespace Stemma.Training.Attributions;

/// <summary>
/// Introduces some sources of a text as wire copy does: "Jane Doe, 44, medical director of the hospital, said", "an official who asked not
/// to be named said". The corpus is of papers that presume their readers know who speaks, and has few such; what stands between the name
/// and the cue belongs to the source.
/// </summary>
static partial class Introducing
{
    const double Share = 0.12, UnnamedShare = 0.25;

    static readonly string[] Introductions =
    [
        "a spokesman for the ministry", "a spokeswoman for the company", "the mayor", "its director", "the port’s harbor master", "head of the drivers’ union", "who runs a bakery near the station", "who was at the scene", "a retired teacher",
        "medical director of the city hospital", "the regional governor", "an analyst at a Brussels research group", "a professor of history at the state university", "who lives two streets away", "chief executive of the airline",
        "a lawyer for the family", "the deputy defense minister", "who has followed the case for years", "the chairwoman of the board, which owns the plant", "a senior fellow at the institute", "a member of the opposition", "his brother", "one of the survivors",
        "who spoke on condition of anonymity", "a resident", "the army’s chief of staff", "the police chief", "a nurse", "a fisherman from the island", "who left the company last year",
    ];

    /// <summary>What is said of those who are not named; of one or of several.</summary>
    static readonly string[] Descriptions =
    [
        "who asked not to be named", "who asked not to be identified", "who declined to be named", "who declined to be identified", "who spoke on condition of anonymity", "who spoke on the condition of anonymity",
        "who spoke on condition of anonymity because the inquiry is continuing", "who spoke on condition of anonymity because the talks are private", "who requested anonymity to discuss the plan", "who asked for anonymity because of the ongoing case",
        "with knowledge of the talks", "familiar with the matter", "familiar with the investigation", "briefed on the plan", "close to the family", "who attended the meeting", "who had seen the letter", "who took part in the search",
    ];

    public static GoldDocument Of(GoldDocument gold, Random random)
    {
        var (text, attributions) = (gold.Text, gold.Attributions.ToArray());
        // From the end, so that what is still to come stays where it is.
        foreach (var i in Enumerable.Range(0, attributions.Length).OrderByDescending(i => attributions[i].Source.Length == 0 ? -1 : attributions[i].Source[0].End))
        {
            if (attributions[i].Source is not [var source] || source.End >= text.Length || text[source.End] is ',' or '\'' or '’')
                continue;
            var chance = random.NextDouble();
            string words, closed;
            if (chance < Share && IsName(source.Of(text)))
            {
                var age = random.Next(3) > 0 ? ", " + random.Next(18, 84).ToString(CultureInfo.InvariantCulture) : "";
                words = age + (age.Length == 0 || random.Next(2) == 0 ? ", " + Introductions[random.Next(Introductions.Length)] : "");
                closed = text[source.End] is '.' or ';' or ':' ? words : words + ",";
            }
            else if (chance < UnnamedShare && IsUnnamed(source.Of(text)))
                closed = words = " " + Descriptions[random.Next(Descriptions.Length)];
            else
                continue;
            text = text.Insert(source.End, closed);
            for (var other = 0; other < attributions.Length; other++)
                attributions[other] = Retelling.Moved(attributions[other], closed.Length, source.End);
            attributions[i] = attributions[i] with { Source = [new TextRange(source.Start, source.End + words.Length)] };
        }
        return gold with { Text = text, Attributions = attributions };
    }

    /// <summary>It ends in a first name and a surname, as far as can be told from the words.</summary>
    static bool IsName(string source) => source.Length < 60 && Named().Match(source) is { Success: true } match
        && !match.Groups["name"].Value.Split(' ').Any(static word => Vocabulary.Organisations.Contains(word) || Vocabulary.Media.Contains(word) || Vocabulary.Countries.Contains(word) || Vocabulary.Acronyms.Contains(word) || Vocabulary.Governments.Contains(word) || Vocabulary.Demonyms.Contains(word));

    /// <summary>A few words that end in a noun for people: "a senior official", "aides".</summary>
    static bool IsUnnamed(string source) => source.Split(' ') is { Length: <= 4 } words && char.IsLower(words[^1][0])
        && (Vocabulary.Roles.Contains(words[^1]) || Vocabulary.Unnamed.Contains(words[^1])) && words[0].ToLowerInvariant() is not ("his" or "her" or "their" or "my" or "our");

    [GeneratedRegex(@"(^|\s)(?<name>\p{Lu}\p{Ll}+( \p{Lu}\.)? \p{Lu}[\p{L}-]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
