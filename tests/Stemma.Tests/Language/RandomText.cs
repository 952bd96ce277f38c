using FsCheck;
using FsCheck.Fluent;
using Stemma.Language;

namespace Stemma.Tests.Language;

/// <summary>Texts that no newsroom would write, and texts that one might: both made of pieces drawn at random.</summary>
static class RandomText
{
    static readonly string[] Words =
    [
        "the", "a", "of", "to", "in", "and", "that", "for", "was", "with", "on", "by", "is", "had", "not", "harbour", "bridge", "vote", "storm", "crews", "engineers", "company", "officials", "two people familiar with the matter",
        "ministry", "mayor", "spokeswoman", "harbour master", "Jane Holt", "Holt", "Mr Holt", "Capt. Ana Reyes", "Dr. Reyes", "Northland", "the Port of Calder", "RIA", "Calder Gazette", "J. R. Venn", "he", "she", "it", "they", "who", "which",
        "said", "says", "told reporters", "told", "denied", "accused", "warned", "added", "adding that", "according to", "was quoted as saying", "is expected to", "announced", "a charge that", "called", "confirmed", "asked", "reported",
        "would", "may", "likely", "reportedly", "never", "don't", "Holt's", "workers'", "'90s", "U.S.", "a.m.", "No. 4", "e.g.", "3,000", "4.5", "$12", "50%",
        "Monday", "on Tuesday", "March 3", "3 March 2031", "Feb. 30", "2031-02-29", "2031-04-05", "31 April", "today", "tomorrow", "May", "Sept. 11, 2001", "0 March", "13/13/2023",
        "https://news.example/a?b=c", "desk@news.example", "@holt", "#storm",
    ];

    static readonly string[] Glue =
    [
        " ", " ", " ", " ", " ", " ", " ", " ", ", ", ". ", ".", "? ", "! ", "; ", ": ", " — ", " - ", "-", "…", "... ", "\n", "\n\n", "\r\n", " “", "” ", ",” ", ".” ", " \"", "\" ", ",\" ", ".\" ", " '", "' ", " ‘", "’ ", "’", " «", "» ", "„", "``", "''", "‹", "›",
        " (", ") ", "[", "] ", "{", "}", "/", "\t", "",
    ];

    static readonly string[] Oddities =
    [
        "\0", "\u0001", "\u001b", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u200e", "\u202e", "\u202c", "\u2066", "\u2028", "\u2029", "\u000b", "\u3000", "\ufeff", "\ufffd", "\uffff", "\ud800", "\udc00", "\udbff\ud800", "\udfff", "😀", "👩‍🚒", "🇪🇺", "𝒜", "𐐷", "e\u0301", "\u0301", "ﬁ",
        "İ", "ı", "ß", "Ǆ", "ᾳ", "Ω", "שלום", "مرحبا", "你好。", "한국", "ไทย", "।", "·", "†", "№", "½", "²", "٣", "Ⅷ", "‽", "¿", "¡", "&", "&amp;", "<b>", "\\", "|", "~", "^", "_", "*", "=", "+",
    ];

    /// <summary>§ is a source, ¤ a content; a content may be another sentence.</summary>
    static readonly string[] Arrangements =
    [
        "§ said that ¤. ", "§ said ¤. ", "§ has said: “¤.” ", "“¤,” § said. ", "“¤,” said §. ", "“¤,” § said, “¤.” ", "¤, § said. ", "¤, said §, ¤. ", "¤, according to §. ", "According to §, ¤. ", "¤, according to §, ¤. ", "§, who said that ¤, ¤. ", "§ told reporters that ¤. ",
        "§ accused § of ¤, a charge that § denied. ", "§ denied that ¤. ", "§ would not say whether ¤. ", "§ is expected to say that ¤. ", "It was reported that ¤. ", "§ quoted § as saying that ¤. ", "§ arrived late and said that ¤, adding that ¤. ", "§ and § said that ¤, which § called \"¤\". ", "“¤. ", "“¤.”\n", "¤; § warned ¤. ", "¤.\n", "¤? § asked. ", "(¤, § said.) ",
        "'¤,' § said. ", "\"¤,\" § said. \"¤.\" ", "§: ¤. ", "§ said ¤ and § said ¤ but § said ¤. ", "¤ — § said — ¤. ",
    ];

    static readonly string[] Sources = ["Jane Holt", "Holt", "the minister", "Harbour Master Ana Reyes", "she", "he", "it", "they", "the Port of Calder", "RIA", "two officials", "Ana Reyes, the harbour master,", "the ministry’s spokesman", "Calder and Northland", "§, a deputy of §", "the “¤” party", "THE MAYOR", ""];

    static readonly string[] Contents = ["the bridge was shut", "nobody was hurt on Monday", "it may likely reopen by March 3", "¤ and ¤", "§ said that ¤", "“¤”", "the workers' 'plan' had failed", "¤, § said,", "so", "it", "3,000 tons…", "", "¤, as § put it", "nothing that § announced on Feb. 30 would be done"];

    /// <summary>Sentences that report, put together as newsrooms put them together, and nested.</summary>
    public static Gen<string> Reporting { get; } = Gen.Choose(0, int.MaxValue).ListOf().Select(Report);

    /// <summary>Each number chooses the next arrangement and, by its remainders, what stands in it.</summary>
    static string Report(IEnumerable<int> numbers)
    {
        var text = new System.Text.StringBuilder();
        foreach (var number in numbers)
        {
            var choice = (uint)number;
            var sentence = Arrangements[Next(ref choice, Arrangements.Length)];
            for (var depth = 0; depth < 12 && sentence.IndexOfAny(['§', '¤']) is >= 0 and var at; depth++)
            {
                var part = sentence[at] == '§' ? Sources[Next(ref choice, Sources.Length)] : Contents[Next(ref choice, Contents.Length)];
                sentence = string.Concat(sentence.AsSpan(0, at), part, sentence.AsSpan(at + 1));
            }
            text.Append(sentence);
        }
        return text.ToString();
    }

    static int Next(ref uint choice, int count)
    {
        choice = (choice * 1_664_525u) + 1_013_904_223u;
        return (int)((choice >> 8) % (uint)count);
    }

    /// <summary>Pieces of news in any order.</summary>
    public static Gen<string> NewsLike { get; } =
        Gen.Elements(Words).Zip(Gen.Elements(Glue)).Select(piece => piece.Item1 + piece.Item2).ListOf().Select(string.Concat);

    /// <summary>The same, with marks and characters that break what is careless.</summary>
    public static Gen<string> Broken { get; } =
        Gen.Frequency((5, Gen.Elements(Words)), (5, Gen.Elements(Glue)), (2, Gen.Elements(Oddities))).ListOf().Select(string.Concat);

    /// <summary>Any UTF-16 code units at all, half of them from the planes where trouble lives.</summary>
    public static Gen<string> Units { get; } =
        Gen.Frequency((4, Gen.Choose(0x20, 0x7e)), (1, Gen.Choose(0, 0x1f)), (2, Gen.Choose(0x80, 0x2fff)), (1, Gen.Choose(0xd800, 0xdfff)), (1, Gen.Choose(0, 0xffff)))
            .Select(unit => (char)unit).ListOf().Select(units => new string([.. units]));

    public static Gen<string> Any { get; } = Gen.Frequency((3, NewsLike), (3, Reporting), (3, Broken), (1, Units), (1, ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")));

    /// <summary>A text with up to four parts set apart, in order and disjoint, none of which cuts a surrogate pair.</summary>
    public static Gen<(string Text, TextRange[] SetApart)> WithParts { get; } =
        Any.SelectMany(text => Gen.Choose(0, text.Length).ListOf(8), (text, edges) => (text, Parts(text, edges)));

    static TextRange[] Parts(string text, IEnumerable<int> edges)
    {
        int[] at = [.. edges.Where(edge => edge == 0 || edge == text.Length || !char.IsSurrogatePair(text[edge - 1], text[edge])).Order()];
        return [.. Enumerable.Range(0, at.Length / 2).Where(i => i % 2 == 0 || at.Length < 5).Select(i => new TextRange(at[2 * i], at[(2 * i) + 1])).Where(part => !part.IsEmpty)];
    }
}
