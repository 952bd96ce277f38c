namespace Stemma.Language;

/// <summary>
/// Languages that their letters tell: of the scripts that serve one large language, that one; of Arabic, Han and Cyrillic letters
/// the language by letters that only it has. Null for Latin letters, and where no script has half of the letters.
/// Cost: linear in the first letters. Gets wrong: smaller languages of a shared script (Marathi, Pashto, Kyrgyz).
/// </summary>
static class LanguageScript
{
    const int LettersMax = 4000;

    static readonly (char First, char Last, string Code)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"),
    ];

    public static string? Of(string text)
    {
        Span<int> counts = stackalloc int[Scripts.Length];
        int letters = 0, latin = 0, han = 0, arabic = 0, persian = 0, urdu = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            if (++letters > LettersMax)
                break;
            if (c < '\u0370')
                latin++;
            else if (c is >= '\u4E00' and <= '\u9FFF')
                han++;
            else if (c is >= '\u0600' and <= '\u06FF')
            {
                arabic++;
                urdu += c is '\u0679' or '\u0688' or '\u0691' or '\u06BA' or '\u06D2' ? 1 : 0;
                persian += c is '\u067E' or '\u0686' or '\u0698' or '\u06AF' or '\u06CC' or '\u06A9' ? 1 : 0;
            }
            else
                Count(c, counts);
        }
        if (latin * 2 > letters || letters == 0)
            return null;
        var kana = counts[Array.FindIndex(Scripts, static script => script.Code == "ja")];
        if ((han + kana) * 2 > letters)
            return kana * 20 > han ? "ja" : "zh";
        if (arabic * 2 > letters)
            return urdu * 50 > arabic ? "ur" : persian * 25 > arabic ? "fa" : "ar";
        var best = counts.IndexOf(Largest(counts));
        return counts[best] * 2 > letters ? Scripts[best].Code : null;
    }

    static int Largest(ReadOnlySpan<int> counts)
    {
        var largest = 0;
        foreach (var count in counts)
            largest = Math.Max(largest, count);
        return largest;
    }

    static void Count(char c, Span<int> counts)
    {
        for (var script = 0; script < Scripts.Length; script++)
        {
            if (c >= Scripts[script].First && c <= Scripts[script].Last)
            {
                counts[script]++;
                return;
            }
        }
    }
}
