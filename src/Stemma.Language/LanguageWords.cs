using System.Collections.Frozen;

namespace Stemma.Language;

/// <summary>
/// The most frequent small words of forty languages, written down from general knowledge of them. A word that several languages
/// have counts for each the less. Close relatives (Croatian and Serbian in Latin letters, Indonesian and Malay) share most of theirs
/// and are told apart only by the few that differ.
/// </summary>
static class LanguageWords
{
    static readonly (string Code, string Words)[] Lists =
    [
        ("en", "the of and to in a is that for it was on as with he be by at his from are this have but not they which or had we an were been has their her she will would there more who its what said"),
        ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir ich"),
        ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son les cette aux ont mais ou comme sa elle nous été tout leur être ses dont fait vous aussi même deux ces entre sans ils selon était je très"),
        ("es", "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos fue era ha son está según años"),
        ("pt", "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você foi são está ser tem segundo anos"),
        ("it", "di e il la che in a per un del è della con non una i si da le al più dei nel ha alla come sono anche lo ma gli delle ai o su se dal nella ed questo stato essere dalla sua ci suo degli tra dopo fatto loro due cui era perché anni hanno"),
        ("nl", "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij uit nog naar heeft door wordt ze worden meer over hij hebben werd was al kan tot deze of zich geen tegen wel onder wat zou na moet haar hun veel"),
        ("sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla"),
        ("da", "og i at det er en til af på som med for de den der har ikke et om han var men sig fra vi så kan jeg man når år siger hun under også efter eller nu sin hvor ved mod skal vil blev være havde alle efter bliver noget deres"),
        ("nb", "og i det er på som en til av for at med har de ikke den et om han var men seg fra vi så kan jeg man når år sier hun under også etter eller nå sin der ved mot skal vil ble være hadde alle etter blir noe deres hva"),
        ("fi", "ja on ei se että oli hän mutta ovat myös kun ole tai niin kuin mukaan sen joka jo vain nyt voi ollut sekä hänen vielä olla mitä ne sitä kanssa jos joka ennen minä siitä kuitenkin noin koko tämä sitten vuoden tämän jälkeen"),
        ("et", "ja on ei et see oli ka kui mis ta oma aga ning kes või selle siis veel seda nii olid pole kuid tema välja pärast mida ole aasta üle peale kõik ma meie võib kus saab eesti nad välja sest"),
        ("lv", "un ir ka no uz par ar arī kas to tas bet vai bija gan lai pēc tā pie nav kā tiek viņš šis ne savu gada tik vēl jau kad līdz šo būs ko var daudz viņa ja latvijas"),
        ("lt", "ir kad yra į iš tai su bet už kaip buvo jis apie tik jau ar ne po dėl nuo metų per o taip pat kuris dar jo savo prie tačiau buvo jų nėra labai gali lietuvos metu"),
        ("pl", "w i na z do się nie że o to jest jak po za od co dla przez przy ale czy tym oraz są był było jego tego już tylko ma lub być został która które który może także roku jednak bardzo ich ze gdy jej"),
        ("cs", "a v se na je že o s z do i to ve by pro za jako jsou k ale po podle od ale jeho které který byl už jen také či si která při nebo až bylo může před roku ze tak ještě jeho bude další uvedl"),
        ("sk", "a v sa na je že o s z do aj to vo by pre za ako sú k ale po podľa od jeho ktoré ktorý bol už len tiež či si ktorá pri alebo až bolo môže pred roku zo tak ešte bude ďalšie uviedol"),
        ("sl", "in v je na se za da so z po ki pa s ne tudi bi o kot od pri do bo ali le še pred iz smo že je bil ta ter ni bila bilo zaradi kar več kako lahko leta med"),
        ("hr", "i u je na se da za su o s od a iz ne će koji kao što do po bi koje ili nije te još prema bio samo ali koja nakon kako kod bila može više godine sve hrvatske je zbog rekao također"),
        ("ro", "de și în a la cu pe că din nu o mai este să pentru au sunt care un fost ca fi ce dar după până prin sa între această doar lui ale despre sau când unei către fost acest anul"),
        ("hu", "a az és hogy is nem egy meg volt van ez de csak már még mint el azt ki ha lehet szerint majd mert pedig kell vagy után amely minden aki ami között ezt olyan lesz itt több ezek sem"),
        ("tr", "ve bir bu için da de ile olarak çok daha olan gibi en kadar sonra var ne ise o ya her değil göre ancak ki mi ama diye bin yeni iki oldu tarafından etti dedi ilk türkiye şekilde"),
        ("az", "və bir bu üçün də ilə olan olub görə daha onun edib kimi var bildirib ki isə azərbaycan sonra də etmək haqqında lakin edilib olunub hər"),
        ("sq", "të e në dhe për me një që ka nga është se u i më janë nuk do ishte kanë si po por edhe ai tij kjo ky pas gjatë nëse vetëm ndaj shqipëri"),
        ("ca", "de la i el que a en les per un amb els del una és no al més ha com van però són seu també aquest ser seva dels sobre fins aquesta entre quan on molt sense ell pel hi ens perquè"),
        ("eu", "eta da ez bat du dira izan zen egin ere baina dute den hori bere duen beste baino egiten dela euskal dituzte hau oso gabe arte"),
        ("gl", "de a o que e do da en un para con non unha os no se na por máis as dos como pero ao el das á seu súa ou cando moi nos xa tamén só polo pola ata isto ela entre sen foi son está ser ten segundo galicia"),
        ("id", "yang dan di itu dengan untuk dari ini dalam tidak akan pada juga ke ada karena oleh tersebut mereka saya bisa kata sudah telah para adalah dia tahun lebih atau saat seperti lain hanya namun menjadi kepada indonesia"),
        ("ms", "yang dan di itu dengan untuk dari ini dalam tidak akan pada juga ke ada kerana oleh tersebut mereka saya boleh kata sudah telah para adalah beliau tahun lebih atau ketika seperti lain hanya namun menjadi kepada malaysia bahawa"),
        ("vi", "và của là có cho trong được các một những với không người này đã khi từ đến để ra về năm cũng như ông vào tại sẽ theo trên sau còn nhiều việc phải"),
        ("sw", "na ya wa kwa ni katika la za kuwa cha hiyo kama huo huu kwamba hii baada yake wake alisema bado watu hao mwaka nchi pia ili yao"),
        ("af", "die en van in is het nie dat wat vir met om te op hy sy was aan word by as sal kan ook deur ons hulle se uit na maar ek dit"),
        ("tl", "ang ng sa na at mga ay para ito niya hindi siya si ni kanyang may din nang kay mula ngunit lang pero naman isang rin"),
        ("ru", "и в не на что с по как это он но из за к его от у о то для был все также она мы же так году при только до или которые уже их если была были который после со во сказал россии"),
        ("uk", "і в не на що з та у до за як це він але від для про які був його був також або вона ми із ще році при тільки вже їх якщо була були який після зі україни та щодо року"),
        ("be", "і ў не на што з у да за як гэта ён але ад для пра якія быў яго таксама або яна мы яшчэ годзе пры толькі ўжо іх калі была былі які пасля беларусі гэтага"),
        ("bg", "и на в да за от се с не е че по са до това като който те при са той ще но има бе след или само още защото което във през между които година българия със беше няма"),
        ("sr", "и у је на се да за су о од а из не ће који као што до по би које или није те још према био само али која након како код била може више године све србије због рекао"),
        ("mk", "и на во да се за од не е со што ќе како по до ги го која кои ова ја би тој но има беше или само бидејќи меѓу година македонија уште биде"),
    ];

    static readonly string[] Codes = [.. Lists.Select(static list => list.Code)];

    static readonly FrozenDictionary<string, int[]> ByWord = Lists.SelectMany(static (list, at) => list.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, at)))
        .GroupBy(static one => one.word, static one => one.at, StringComparer.Ordinal).ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    const int WordsMax = 2000;

    /// <summary>Share of words that must be of a language's small ones, and how far the next language must stay behind.</summary>
    const double ShareMin = 0.1, LeadMin = 1.15, RelativeLeadMin = 1.05;

    static readonly string[] Relatives = ["es pt gl ca", "id ms", "da nb sv", "cs sk", "hr sl", "nl af", "tr az", "ru uk be bg", "sr mk bg"];

    /// <summary>The language whose small words this text has most of; null where none stands out. Cost: linear, up to a number of words.</summary>
    public static string? Of(string text)
    {
        var scores = new double[Codes.Length];
        Span<char> lower = stackalloc char[12];
        var words = 0;
        for (var at = 0; at < text.Length && words < WordsMax;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
                end++;
            words++;
            if (end - at <= lower.Length && text.AsSpan(at, end - at).ToLowerInvariant(lower) is > 0 and var length && Lookup.TryGetValue(lower[..length], out var languages))
            {
                foreach (var language in languages)
                    scores[language] += 1.0 / languages.Length + 0.35;
            }
            at = end;
        }
        if (words == 0)
            return null;
        return Best(scores, words);
    }

    /// <summary>
    /// The language with the highest score. Where another comes near, the two must be relatives, and the one with more speakers, which
    /// the table has first, is taken unless the other is clearly ahead.
    /// </summary>
    static string? Best(double[] scores, int words)
    {
        var best = scores.AsSpan().IndexOf(scores.Max());
        if (scores[best] < ShareMin * words)
            return null;
        var first = best;
        for (var language = scores.Length - 1; language >= 0; language--)
        {
            if (language == best || scores[language] * LeadMin < scores[best])
                continue;
            if (!Array.Exists(Relatives, group => group.Contains(Codes[language], StringComparison.Ordinal) && group.Contains(Codes[best], StringComparison.Ordinal)))
                return null;
            first = language < best && scores[language] * RelativeLeadMin >= scores[best] ? language : first;
        }
        return Codes[first];
    }
}
