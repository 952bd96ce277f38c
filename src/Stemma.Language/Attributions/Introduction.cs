namespace Stemma.Language.Attributions;

/// <summary>A person named in full, and what the words around the name say they are.</summary>
/// <param name="RoleWords">The role's, without articles and commas where the text gave it; empty where there is none.</param>
sealed record Introduction(string Name, string? Role, List<string> RoleWords, int At)
{
    /// <summary>How far before a name its role may begin, in tokens.</summary>
    const int RoleReach = 8;

    /// <summary>How long what describes a person behind the name may be.</summary>
    const int AppositionMax = 16;

    /// <summary>A full name, with the words around it that say what the person is.</summary>
    public static Introduction Of(Document document, int run, int stop, string name)
    {
        var first = document.SentenceStarts[document.SentenceOfToken(run)];
        var end = document.SentenceStarts[document.SentenceOfToken(run) + 1];
        var from = run;
        while (from > first && run - from < RoleReach && document.TokenKinds[from - 1] == TokenKind.Word && char.IsLetter(document.TokenAt(from - 1).Text[0]) && document.TokenAt(from - 1).Upos is not ("ADP" or "VERB" or "AUX" or "SCONJ" or "CCONJ" or "ADV" or "PRON"))
            from--;
        var apposition = stop;
        if (stop + 2 < end && document.TokenAt(stop).Text is "," && (document.TokenAt(stop + 1).Text is "a" or "an" or "the" or "who" or "its" or "his" || Vocabulary.Roles.Contains(document.TokenAt(stop + 1).Text.ToString())))
            while (apposition + 1 < end && apposition - stop < AppositionMax && (apposition == stop || document.TokenAt(apposition).Text is not ("," or ";" or ".")))
                apposition++;
        var role = from < run ? document.RangeOf(from, run) : default;
        var title = run;
        while (title > first && (FullNames.IsOffice(document, title - 1) || document.TokenAt(title - 1).Text is "."))
            title--;
        // The role before a name counts where it holds a role noun; so does an apposition after it.
        var words = RoleIn(document, role) ?? RoleIn(document, BeforeComma(document, first, title))
            ?? RoleIn(document, apposition > stop ? document.RangeOf(stop + 1, apposition) : default);
        var called = words is not null ? SourcePhrase.Join(words) : title < run ? SourcePhrase.Written(document, title, run) : null;
        return new Introduction(name, called, words ?? (called is null ? [] : SourcePhrase.Words(called)), document.TokenRanges[run].Start);
    }

    /// <summary>"the harbour master, Jane Doe": the phrase with an article that a comma parts from the name.</summary>
    static TextRange BeforeComma(Document document, int first, int run)
    {
        if (run - 2 <= first || document.TokenAt(run - 1).Text is not ",")
            return default;
        for (var i = run - 2; i >= first && run - i < 10 && document.TokenKinds[i] == TokenKind.Word; i--)
            if (document.TokenAt(i).Text is "the" or "The" or "its" or "Its")
                return document.RangeOf(i, run - 1);
        return default;
    }

    /// <summary>A role's words without articles and commas; takes them out of the list itself.</summary>
    public static List<string> Plain(List<string> words)
    {
        words.RemoveAll(static word => word is "," || SourceWords.IsArticle(word));
        return words;
    }

    /// <summary>The words of a role, where these are one: before a name it ends in a role noun or a title; after it it begins with what somebody is.</summary>
    static List<string>? RoleIn(Document document, TextRange range)
    {
        if (range.Length == 0 || !HoldsOffice(document, range))
            return null;
        var words = Plain(SourcePhrase.Words(document, range));
        return words.Exists(Vocabulary.Roles.Contains) && !words.Contains("and") && words.Count <= 14 ? words : null;
    }

    /// <summary>Whether any word says what somebody is: most stretches beside a name have none, and need not be taken apart.</summary>
    static bool HoldsOffice(Document document, TextRange range)
    {
        var (first, end) = document.TokensIn(range);
        for (var i = first; i < end; i++)
            if (FullNames.IsOffice(document, i) || i > first && document.TokenAt(i - 1).Text is "-")
                return true;
        return false;
    }
}
