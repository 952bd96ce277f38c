using System.Collections.Frozen;

namespace Stemma.Language.Times;

/// <summary>
/// Nouns that name a happening, so that their time is its time ("Tuesday's vote"), verbs that only say that one took place ("held
/// talks"), and verb and noun of one happening brought to one form ("arrive", "arrival"). Lists and endings; cost: constant.
/// Gets wrong: nouns that name a thing as well as a happening ("building").
/// </summary>
static class EventNouns
{
    static readonly FrozenSet<string> Listed = Words(
        "attack meeting summit talk vote election visit trip arrival departure launch strike crash fire storm flood earthquake explosion blast game match race war battle protest rally march debate hearing trial speech interview briefing conference " +
        "call address arrest raid shooting killing murder death birth funeral wedding ceremony parade coup revolution uprising riot siege ceasefire truce deal accord agreement signing referendum ballot primary convention session inauguration festival concert show " +
        "sale auction merger takeover decision ruling verdict sentence order release announcement report test drill exercise flight landing collision accident incident outbreak epidemic outage collapse closure opening closing election campaign contest tournament final showdown clash duel fight appearance " +
        "draw derailment spill leak hurricane typhoon tornado quake eruption landslide invasion offensive assault bombing bombardment ambush hijacking kidnapping robbery theft massacre genocide recession crisis crackdown evacuation rescue search operation mission");

    static readonly FrozenSet<string> Held = Words("hold have attend win lose host watch miss skip join stage conduct carry make give take launch begin start end open close lead face see suffer survive follow");

    static readonly string[] Endings = ["ations", "ation", "ment", "ing", "ion", "ure", "al", "e"];

    static readonly FrozenSet<string> Light = Words("be have do make take get go come say tell think know see give use find want put keep let seem become show call need feel leave try ask work turn help start begin run move like live believe bring happen");

    static FrozenSet<string> Words(string words) => words.Split(' ').Distinct(StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    public static bool Is(string lemma) =>
        Listed.Contains(lemma) || (lemma.Length > 6 && (lemma.EndsWith("tion", StringComparison.Ordinal) || lemma.EndsWith("ment", StringComparison.Ordinal)));

    /// <summary>"Held the talks": the object is what happened.</summary>
    public static bool IsHeld(string lemma) => Held.Contains(lemma);

    /// <summary>One form for the verb and the noun of a happening; null where the word tells too little to know the happening by.</summary>
    public static string? KeyOf(string lemma, bool isVerb)
    {
        if (Light.Contains(lemma) || lemma.Length < 4 || (!isVerb && !Is(lemma)))
            return null;
        foreach (var ending in Endings)
            if (lemma.Length - ending.Length >= 4 && lemma.EndsWith(ending, StringComparison.Ordinal))
                return lemma[..^ending.Length];
        return lemma;
    }
}
