using System.Collections.Frozen;
using Stemma.Language;

namespace Stemma.Sources;

/// <summary>
/// Offices of which a nation has one: "Northland's leader" in one report is whom another introduces as "Northland leader Jane Holt".
/// Two phrases mean the same office where they have the same words, the nation's adjective put as the nation; "former", "deputy" and
/// the like are words as well. Cost: linear in the phrase. Gets wrong: an office that changed hands within the story, unless both
/// holders are named with it, when nothing is joined.
/// </summary>
static class Offices
{
    static readonly FrozenSet<string> Held = new[] { "leader", "president", "premier", "chancellor", "king", "queen", "emperor" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> Ministries = new[] { "prime", "foreign", "defense", "interior", "finance" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The office's words in a fixed order, or null where the phrase names none of which there is only one.</returns>
    public static string? Of(string? phrase)
    {
        if (phrase is null || phrase.Length > 60)
            return null;
        string[] words = [.. SourceNames.Key(phrase, SpeakerKind.Unnamed).Split(' ').Where(static word => word is not ("of" or "mr" or "mrs" or "ms")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var held = words.Count(Held.Contains) + (words.Contains("minister", StringComparer.Ordinal) && words.Any(Ministries.Contains) ? 1 : 0);
        return held == 1 && words.Any(SourceNames.IsNation) ? string.Join(' ', words) : null;
    }
}
