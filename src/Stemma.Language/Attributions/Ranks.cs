namespace Stemma.Language;

/// <summary>
/// Ranks and degrees that go with a surname ("Capt. Doe"). They tell apart two people of one surname: whoever is called by a
/// rank is not somebody whose own introduction lacks it. Political offices are left out, since a report may well introduce a
/// president without the word.
/// </summary>
public static class Ranks
{
    /// <summary>The rank in a role, in full ("Capt." is "captain"), or null.</summary>
    public static string? Of(string? role)
    {
        foreach (var word in role?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var rank = word.TrimEnd('.', ',').ToLowerInvariant() switch
            {
                "capt" or "captain" => "captain",
                "gen" or "general" => "general",
                "col" or "colonel" => "colonel",
                "lt" or "lieutenant" => "lieutenant",
                "sgt" or "sergeant" => "sergeant",
                "maj" or "major" => "major",
                "adm" or "admiral" => "admiral",
                "cmdr" or "commander" => "commander",
                "dr" or "doctor" => "doctor",
                "prof" or "professor" => "professor",
                "judge" => "judge",
                "rev" or "reverend" => "reverend",
                "bishop" => "bishop",
                "sister" => "sister",
                "detective" => "detective",
                _ => null,
            };
            // "general secretary", "major donor": only where it is the whole role or stands at one end of it in capitals.
            if (rank is not null && (char.IsUpper(word[0]) || role!.Length == word.Length))
                return rank;
        }
        return null;
    }

    /// <summary>Whether a mention under <paramref name="called"/> can be the person introduced under <paramref name="introduced"/>.</summary>
    public static bool CanBe(string? called, string? introduced) => Of(called) is not { } rank || rank == Of(introduced);
}
