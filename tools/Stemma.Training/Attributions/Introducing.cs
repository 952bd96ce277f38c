using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.App.Evaluation;
using Stemma.Language;
using Stemma.Language.Attributions;

namespace Stemma.Training.Attributions;

/// <summary>
/// Introduces some sources of a text as wire copy does: "Jane Doe, 44, medical director of the hospital, said". The corpus is of
/// papers that presume their readers know who speaks, and has few such; what stands between the name and the cue belongs to the source.
/// </summary>
static partial class Introducing
{
    const double Share = 0.12;

    static readonly string[] Introductions =
    [
        "a spokesman for the ministry", "a spokeswoman for the company", "the mayor", "its director", "the port’s harbor master", "head of the drivers’ union", "who runs a bakery near the station", "who was at the scene", "a retired teacher",
        "medical director of the city hospital", "the regional governor", "an analyst at a Brussels research group", "a professor of history at the state university", "who lives two streets away", "chief executive of the airline",
        "a lawyer for the family", "the deputy defense minister", "who has followed the case for years", "the chairwoman of the board, which owns the plant", "a senior fellow at the institute", "a member of the opposition", "his brother", "one of the survivors",
        "who spoke on condition of anonymity", "a resident", "the army’s chief of staff", "the police chief", "a nurse", "a fisherman from the island", "who left the company last year",
    ];

    public static GoldDocument Of(GoldDocument gold, Random random)
    {
        var (text, attributions) = (gold.Text, gold.Attributions.ToArray());
        // From the end, so that what is still to come stays where it is.
        foreach (var i in Enumerable.Range(0, attributions.Length).OrderByDescending(i => attributions[i].Source.Length == 0 ? -1 : attributions[i].Source[0].End))
        {
            if (attributions[i].Source is not [var source] || random.NextDouble() >= Share || !IsName(source.Of(text)) || source.End >= text.Length || text[source.End] is ',' or '\'' or '’')
                continue;
            var age = random.Next(3) > 0 ? ", " + random.Next(18, 84).ToString(CultureInfo.InvariantCulture) : "";
            var words = age + (age.Length == 0 || random.Next(2) == 0 ? ", " + Introductions[random.Next(Introductions.Length)] : "");
            var closed = text[source.End] is '.' or ';' or ':' ? words : words + ",";
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

    [GeneratedRegex(@"(^|\s)(?<name>\p{Lu}\p{Ll}+( \p{Lu}\.)? \p{Lu}[\p{L}-]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
