using System.Collections.Frozen;
using System.Text;
using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Sources;

/// <summary>
/// Brings the spellings of one name to one key: case, hyphens, possessives and articles aside ("Kim Jong-un" is "Kim Jong
/// Un"), an agency by any name it goes by, a nation's adjective by the nation ("the South Korean military" is "South
/// Korea's military"). Metonyms stay what they are: "Moscow" is not "Russia". Cost: linear in the name.
/// Gets wrong: transliterations that differ in letters; nations whose adjective is not in the table.
/// </summary>
static class SourceNames
{
    /// <summary>What companies are in law, as it stands behind their names.</summary>
    static readonly FrozenSet<string> Forms = new[] { "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "co", "co.", "ag", "sa", "s.a.", "nv", "n.v.", "gmbh", "se" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Nations = Table(
        "american us|british uk|russian russia|ukrainian ukraine|french france|german germany|chinese china|japanese japan|korean korea|iranian iran|iraqi iraq|israeli israel|turkish turkey|syrian syria|" +
        "polish poland|italian italy|spanish spain|indian india|pakistani pakistan|afghan afghanistan|egyptian egypt|saudi saudi|european europe|african africa|canadian canada|australian australia|mexican mexico|" +
        "brazilian brazil|dutch netherlands|swedish sweden|norwegian norway|danish denmark|finnish finland|greek greece|hungarian hungary|czech czechia|irish ireland|scottish scotland|welsh wales|" +
        "belarusian belarus|lebanese lebanon|jordanian jordan|qatari qatar|emirati emirates|yemeni yemen|libyan libya|sudanese sudan|ethiopian ethiopia|kenyan kenya|nigerian nigeria|ghanaian ghana|" +
        "cuban cuba|venezuelan venezuela|colombian colombia|argentine argentina|chilean chile|peruvian peru|indonesian indonesia|malaysian malaysia|filipino philippines|philippine philippines|thai thailand|vietnamese vietnam|taiwanese taiwan|" +
        "georgian georgia|armenian armenia|azerbaijani azerbaijan|kazakh kazakhstan|serbian serbia|croatian croatia|bulgarian bulgaria|romanian romania|portuguese portugal|swiss switzerland|austrian austria|belgian belgium|nepali nepal|bangladeshi bangladesh|" +
        "u.s us|u.s. us|usa us|u.s.a. us|u.k. uk|u.n. un|e.u. eu|mobilisation mobilization|defence defense|organisation organization|centre center");

    static readonly FrozenSet<string> NationNames = Nations.Values.Where(static name => name is not ("mobilization" or "defense" or "organization" or "center" or "un" or "eu")).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">As <see cref="Key"/> gives it.</param>
    public static bool IsNation(string word) => NationNames.Contains(word);

    public static string Key(string name, SpeakerKind kind)
    {
        if (kind == SpeakerKind.Agency && Agency(name) is { } agency)
            name = agency;
        var words = new List<string>();
        foreach (var raw in name.Split([' ', '-', '\u2010', '\u2011', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.ToLowerInvariant().Replace('\u2019', '\'');
            word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Trim('\'');
            word = Nations.GetValueOrDefault(word, word);
            if (word.Length > 0 && word is not ("the" or "a" or "an" or "official" or "officially"))
                words.Add(Composed(word));
        }
        // "Northern Shipping Group Inc." is Northern Shipping: the form of a company in law is no part of its name.
        if (kind != SpeakerKind.Person && words.Count > 1 && Forms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
            if (words.Count > 1 && words[^1] is "group" or "holdings" or "&")
                words.RemoveAt(words.Count - 1);
        }
        var key = string.Join(' ', words);
        return key switch { "united states" or "united states of america" => "us", "united kingdom" => "uk", "united nations" => "un", "european union" => "eu", _ => key };
    }

    /// <summary>A lone surrogate cannot be composed with anything, and the framework refuses to try: it becomes U+FFFD.</summary>
    static string Composed(string word) =>
        (word.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(word)) : word).Normalize(NormalizationForm.FormC);

    /// <summary>The one name to show for an agency: "the official Korean Central News Agency" is KCNA.</summary>
    public static string? Agency(string name)
    {
        var capital = 0;
        while (capital < name.Length && !char.IsUpper(name[capital]))
            capital++;
        return (Agencies.Find(name) ?? Agencies.Find(name.AsSpan(capital)))?.Name;
    }

    static FrozenDictionary<string, string> Table(string pairs) =>
        pairs.Split('|').Select(static pair => pair.Split(' ')).ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
}
