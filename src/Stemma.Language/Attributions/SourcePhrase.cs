using Stemma.Language.Tokens;

namespace Stemma.Language.Attributions;

/// <summary>
/// Reads a source phrase: whom it names, as what. "State Department spokesman Matthew Miller" is a person with a role;
/// "South Korea's military" an organisation; "two people familiar with the matter" nobody by name. Works on words alone:
/// runs of capitals, titles, role nouns and appositions. Cost: linear in the phrase.
/// Gets wrong: people whose names look like organisations, and organisations named like people ("Goldman Sachs").
/// </summary>
static class SourcePhrase
{
    /// <param name="sentenceInitial">It begins its sentence, so its first capital says nothing.</param>
    public static Speaker[] Read(string phrase, bool sentenceInitial = false) => Read(Words(phrase), sentenceInitial);

    /// <param name="words">From <see cref="Words(Document, TextRange)"/>; they are changed.</param>
    public static Speaker[] Read(List<string> words, bool sentenceInitial = false)
    {
        // "Calder-based Northern Shipping": where a body sits is not its name.
        words.RemoveAll(static word => word.EndsWith("-based", StringComparison.OrdinalIgnoreCase));
        while (words is [",", ..])
            words.RemoveAt(0);
        if (words.Count == 0)
            return [];
        if (sentenceInitial && words.Count == 1 && !IsKnownName(words[0]))
            return [new Speaker(words[0], SpeakerKind.Unnamed, null)];
        var joint = JointAt(words);
        return joint > 0 ? [.. Read(words, 0, joint), .. Read(words, joint + 1, words.Count)] : Read(words, 0, words.Count);
    }

    static Speaker[] Read(List<string> words, int first, int end)
    {
        if (PersonIn(words, first, end) is { } person)
            return [person];
        var start = first < end && words[first] is "both" or "Both" ? first + 1 : first;
        while (start < end && WordLists.Determiners.Contains(words[start]) && !char.IsDigit(words[start][0]) && words[start].ToLowerInvariant() is "the" or "a" or "an")
            start++;
        var comma = words.IndexOf(",", start, end - start);
        var head = comma > start ? comma : end;
        if (start >= head)
            return [];
        start = Described(words, start, head);
        var name = AgencyIn(words, start, head) ?? Join(words, start, head);
        var role = comma > start && comma + 1 < end ? Join(words, comma + 1, end) : null;
        return [new Speaker(name, KindOf(words, first, start, head), role)];
    }

    /// <summary>"credit company Northern Shipping", "the newspaper Haaretz": where the name begins that a lower-case noun for a body stands before.</summary>
    static int Described(List<string> words, int start, int head)
    {
        var run = head;
        while (run > start && char.IsUpper(words[run - 1][0]))
            run--;
        if (run <= start || run == head || char.IsUpper(words[run - 1][0]) || !(Vocabulary.Organisations.Contains(words[run - 1]) || Vocabulary.Media.Contains(words[run - 1])))
            return start;
        for (var i = start; i < run; i++)
            if (WordLists.Prepositions.Contains(words[i]) || words[i] is "and" or "or" or "'s" or "’s")
                return start;
        return words[run].Length > 1 ? run : start;
    }

    static bool IsKnownName(string word) => Vocabulary.Countries.Contains(word) || Vocabulary.Agencies.Contains(word) || Vocabulary.Media.Contains(word) || Vocabulary.Acronyms.Contains(word) || Vocabulary.IsSeat(word);

    /// <summary>The "and" between two sources that each stand by themselves, or -1.</summary>
    static int JointAt(List<string> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i] is not "and" || words.IndexOf(",") is >= 0 and var comma && comma < i)
                continue;
            // "the Quay and Dockworkers' Union": one article before the first part only, and the name of a body at the end.
            if (words[0] is "the" or "The" && words[i + 1] is not ("the" or "a" or "its" or "his" or "her" or "their") && Vocabulary.Organisations.Contains(words[^1]))
                return -1;
            // "Northern Shipping chairman and Calder Line founder Jane Holt": one person, who is two things.
            if (!WordLists.Determiners.Contains(words[0]) && Vocabulary.Roles.Contains(words[i - 1]) && !(i == 1) && words.Skip(i + 1).Any(Vocabulary.Roles.Contains) && char.IsUpper(words[^1][0]))
                return -1;
            var left = char.IsUpper(words[i - 1][0]) && i <= 4 || WordLists.Determiners.Contains(words[0]);
            var right = (char.IsUpper(words[i + 1][0]) || words[i + 1] is "the" or "its" or "his" or "her" or "their") && words.Count - i <= 8;
            var preposition = words.FindIndex(0, i, WordLists.Prepositions.Contains) >= 0;
            if (left && right && !preposition)
                return i;
        }
        return -1;
    }

    /// <summary>A run of two to four capitals that is no organisation, country or demonym, at the end of its comma-bounded part; titles before it are dropped.</summary>
    static Speaker? PersonIn(List<string> words, int first, int end)
    {
        for (var from = first; from < end;)
        {
            var comma = words.IndexOf(",", from, end - from);
            var to = comma < 0 ? end : comma;
            var run = NameRun(words, from, to);
            var behind = run > from && words[run - 1] is "the" or "The" or "a" or "an" ? run - 2 : run - 1;
            if (behind >= from && WordLists.Prepositions.Contains(words[behind]))
                run = -1; // "a spokeswoman for Northern Shipping" is not of that name
            if (run >= 0 && (to - run >= 2 || HasTitle(words, from, run)) && IsPersonName(words, run, to))
            {
                var before = run > from ? Join(words, SkipArticle(words, from, run), run) : from > first ? Join(words, SkipArticle(words, first, from), from - 1) : null;
                var after = to < end && from == first ? Join(words, to + 1, end) : null;
                return new Speaker(Join(words, run, to), SpeakerKind.Person, Nonempty(before) ?? Nonempty(after));
            }
            from = to + 1;
        }
        return null;
    }

    /// <summary>Start of the run of capitals that ends the part, without titles; -1 where it does not end in one.</summary>
    static int NameRun(List<string> words, int from, int to)
    {
        var run = to;
        while (run > from && to - run < 5 && (char.IsUpper(words[run - 1][0]) || (IsParticle(words[run - 1]) && run - 1 > from && char.IsUpper(words[run - 2][0]))))
            run--;
        // "Transport Minister Jane Doe": what comes before a title belongs to it.
        for (var i = to - 2; i >= run; i--)
            if (Vocabulary.Titles.Contains(words[i].TrimEnd('.')) || Vocabulary.Roles.Contains(words[i]))
            {
                run = i + 1;
                break;
            }
        while (run < to && (Vocabulary.Titles.Contains(words[run].TrimEnd('.')) || Vocabulary.Roles.Contains(words[run]) || Vocabulary.Demonyms.Contains(words[run])) && to - run > 1)
            run++;
        return run < to ? run : -1;
    }

    static bool HasTitle(List<string> words, int from, int run) => run > from && (Vocabulary.Titles.Contains(words[run - 1].TrimEnd('.')) || Vocabulary.Roles.Contains(words[run - 1]));

    static bool IsPersonName(List<string> words, int run, int to)
    {
        for (var i = run; i < to; i++)
        {
            var word = words[i];
            if (Vocabulary.Organisations.Contains(word) || Vocabulary.Acronyms.Contains(word) || (Vocabulary.Countries.Contains(word) && !Vocabulary.AlsoNames.Contains(word)) || Vocabulary.Agencies.Contains(word) || WordLists.Weekdays.Contains(word) || word.Length > 1 && word.All(char.IsUpper) && word.Length > 3)
                return false;
            if (Vocabulary.Media.Contains(word) && i == to - 1)
                return false;
        }
        return to - run <= 4;
    }

    static SpeakerKind KindOf(List<string> words, int first, int start, int head)
    {
        var firstNamed = WordLists.Determiners.Contains(words[start]) ? start + 1 : start;
        var capital = firstNamed >= head ? -1 : words.FindIndex(firstNamed, head - firstNamed, static word => char.IsUpper(word[0]));
        var last = words[head - 1];
        for (var i = start; i < head; i++)
            if (Vocabulary.Agencies.Contains(words[i]) && char.IsUpper(words[i][0]))
                return SpeakerKind.Agency;
        if (Vocabulary.Things.Contains(HeadNoun(words, start, head)))
            return SpeakerKind.Unnamed;
        var noun = HeadNoun(words, start, head);
        var people = Vocabulary.Unnamed.Contains(noun) || (noun.EndsWith('s') && Vocabulary.Roles.Contains(noun[..^1]) && !char.IsUpper(noun[0]));
        // "the port authority" names a body of the story; "the company", "her office" only point to one.
        if (capital < 0 || people)
            return !people && head - start >= 2 && Vocabulary.Organisations.Contains(noun) && !WordLists.Determiners.Contains(words[start]) && words[first].ToLowerInvariant() is not ("a" or "an" or "some")
                ? SpeakerKind.Organisation : SpeakerKind.Unnamed;
        if (Vocabulary.IsSeat(Join(words, start, head)))
            return SpeakerKind.Government;
        if (words.GetRange(start, head - start).Exists(static word => word is "news" or "News") && (last.StartsWith("agenc", StringComparison.OrdinalIgnoreCase) || last is "Agency"))
            return SpeakerKind.Agency;
        if (Vocabulary.Media.Contains(last) && (char.IsUpper(last[0]) || words.GetRange(start, head - start).Contains("state", StringComparer.OrdinalIgnoreCase)) || (Vocabulary.Media.Contains(words[capital]) && head - start <= 3))
            return SpeakerKind.Media;
        if (Vocabulary.Governments.Contains(last) || Vocabulary.Countries.Contains(last) || Vocabulary.Acronyms.Contains(last))
            return SpeakerKind.Government;
        if (Vocabulary.Roles.Contains(HeadNoun(words, start, head)) && !char.IsUpper(HeadNoun(words, start, head)[0]))
            return SpeakerKind.Unnamed;
        // A lower-case head noun names somebody only where it is a body ("the Kellan county board"); "a Pennsylvania woman" and "the presence of Jane Doe" are nobody by name.
        if (!char.IsUpper(noun[0]) && (!char.IsUpper(last[0]) || char.IsLower(noun[0]) && !(Vocabulary.Organisations.Contains(noun) || Vocabulary.Governments.Contains(noun) || Vocabulary.Media.Contains(noun))))
            return Vocabulary.Organisations.Contains(noun) ? SpeakerKind.Organisation : SpeakerKind.Unnamed;
        return Vocabulary.Organisations.Contains(last) || head - start > 1 ? SpeakerKind.Organisation : words[start].All(char.IsUpper) ? SpeakerKind.Organisation : SpeakerKind.Person;
    }

    /// <summary>"the Russian state news agency RIA Novosti", "RIA journalists", "the KCNA news agency": the agency's own name.</summary>
    static string? AgencyIn(List<string> words, int start, int head)
    {
        var agency = words.FindIndex(start, head - start, static word => char.IsUpper(word[0]) && Vocabulary.Agencies.Contains(word));
        if (agency < 0)
            return null;
        var end = agency + 1;
        while (end < head && Vocabulary.Agencies.Contains(words[end]))
            end++;
        return Join(words, agency, end);
    }

    /// <summary>The last word before the first preposition or relative: "two <u>people</u> familiar with", "a <u>spokesman</u> for".</summary>
    public static string HeadNoun(List<string> words, int start, int head)
    {
        for (var i = start + 1; i < head; i++)
            if (WordLists.Prepositions.Contains(words[i]) || words[i] is "," or "seen" or "made" or "given" or "known" or "written" or "shown" or "held" or "obtained" || (i > start && words[i].Length > 4 && char.IsLower(words[i][0]) && words[i].EndsWith("ed", StringComparison.Ordinal) && i + 1 < head && WordLists.Prepositions.Contains(words[i + 1])) || words[i] is "who" or "familiar" or "close" or "with" or "briefed" or "involved")
                return words[i - 1];
        return words[head - 1];
    }

    static bool IsParticle(string word) => word is "de" or "da" or "del" or "della" or "van" or "von" or "der" or "den" or "bin" or "ibn" or "al" or "el" or "la" or "le" or "ten" or "ter" or "dos" or "di";

    static int SkipArticle(List<string> words, int from, int to) => from < to && words[from].ToLowerInvariant() is "the" or "a" or "an" ? from + 1 : from;

    static string? Nonempty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>Without the mark of possession: "Holt’s" claim is Holt's.</summary>
    public static string Bare(string phrase) => phrase.EndsWith("'s", StringComparison.Ordinal) || phrase.EndsWith("’s", StringComparison.Ordinal) ? phrase[..^2] : phrase;

    public static string Join(List<string> words, int first, int end)
    {
        var text = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
        {
            var glued = words[i] is "," or "'s" or "\u2019s" or "'" or "\u2019" or ")" || (text.Length > 0 && text[^1] == '(');
            if (text.Length > 0 && !glued)
                text.Append(' ');
            text.Append(words[i]);
        }
        return text.ToString().TrimEnd(',', ' ');
    }

    public static List<string> Words(string phrase)
    {
        var (ranges, kinds) = HyphenWords.Of(phrase);
        return Words(phrase, ranges, kinds);
    }

    /// <summary>The words of a phrase as the document has them, which need not be cut again.</summary>
    public static List<string> Words(Document document, TextRange range)
    {
        var (first, end) = document.TokensIn(range);
        if (first == end || document.TokenRanges[first].Start != range.Start || document.TokenRanges[end - 1].End != range.End)
            return Words(range.Of(document.Text));
        var (ranges, kinds) = HyphenWords.Of(document.Text, document.TokenRanges.AsSpan(first, end - first), document.TokenKinds.AsSpan(first, end - first));
        return Words(document.Text, ranges, kinds);
    }

    static List<string> Words(string text, TextRange[] ranges, TokenKind[] kinds)
    {
        var words = new List<string>(ranges.Length);
        var open = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            if (kinds[i] is not (TokenKind.OpenQuote or TokenKind.CloseQuote))
                words.Add(ranges[i].Of(text));
            else if (kinds[i] == TokenKind.OpenQuote)
                open++;
            else if (open > 0)
                open--;
            else if (words.Count > 0 && ranges[i].Start == ranges[i - 1].End && Marks.IsApostrophe(text[ranges[i].Start]))
                words[^1] += text[ranges[i].Start]; // "the Dockworkers' Union"
        }
        return words;
    }
}
