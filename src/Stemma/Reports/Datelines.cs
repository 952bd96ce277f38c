using System.Buffers;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// The dateline before the first sentence: <c>(Agency) --</c>, <c>CITY, Country, Sept 13 (Agency) -</c>,
/// <c>CITY, September 13. /AGENCY/.</c>, <c>CITY, Country —</c>. The range ends with the dash, the sentence after it stays prose.
/// <para>Recognised by form: brackets hold one to five capitalised words or a known agency; what stands before them looks like
/// a place; a dash follows (or, for a known agency, a capital at once). Without brackets the place must be in capitals.</para>
/// <para>Gets wrong: a place in small letters before a dash without an agency is missed, as is "CITY: "; a slogan in capitals
/// before a dash at the head of a report is taken for a place.</para>
/// </summary>
static class Datelines
{
    const int LengthMax = 100;

    const int AgencyLengthMax = 45;

    const int PlaceLengthMax = 45;

    static readonly SearchValues<char> Dashes = SearchValues.Create("-–—―");

    static readonly SearchValues<char> NoNameMarks = SearchValues.Create("()[]\"“”?!=<>@#");

    static readonly string[] NotAgencies =
        ["VIDEO", "VIDEOS", "PHOTO", "PHOTOS", "UPDATE", "UPDATED", "CORRECTED", "CORRECTION", "EXCLUSIVE", "BREAKING", "OPINION", "ANALYSIS", "LIVE", "GRAPHIC", "REPEAT", "REVISED"];

    static readonly string[] NotPlaces =
        ["EXCLUSIVE", "UPDATE", "UPDATED", "BREAKING", "WATCH", "VIDEO", "PHOTOS", "ANALYSIS", "OPINION", "FILE", "CORRECTION", "CORRECTED", "ADVISORY", "LIVE",
         "REFILE", "REPEAT", "NOTE", "WARNING", "QUESTION", "ANSWER", "TIMELINE", "FACTBOX", "EXPLAINER", "READ", "RELATED", "MORE", "CLOSE"];

    public static Dateline? Find(string text, PrintLine line)
    {
        var head = line.Content.Length > LengthMax ? line.Content[..LengthMax] : line.Content;
        var open = head.IndexOf('(');
        if (open >= 0 && (open == 0 || IsPlace(head[..open], capitals: false)) && WithBrackets(text, line, head, open) is { } bracketed)
            return bracketed;
        return WithSlashes(text, line, head) ?? WithoutAgency(text, line, head);
    }

    static Dateline? WithBrackets(string text, PrintLine line, ReadOnlySpan<char> head, int open)
    {
        var length = head[(open + 1)..].IndexOf(')');
        if (length is <= 0 or > AgencyLengthMax)
            return null;
        var inside = new TextRange(line.Range.Start + open + 1, line.Range.Start + open + 1 + length);
        var known = Agencies.Find(inside.In(text)) is not null;
        var after = open + length + 2;
        var dashEnd = AfterDash(line.Content, after, spaced: false);
        // Without a dash only a known agency, and no agency before it: "Associated Press (AP) President …" is prose.
        if (dashEnd < 0 && !(known && (open == 0 || IsPlace(head[..open], capitals: true)) && BeginsSentence(line.Content[after..]) && head[after..].TrimStart().Length > 0))
            return null;
        // An appositive, "Free Workers Party (FWP) - ", has brackets and a dash too; a dateline's place is in capitals or dated.
        if (!known && open > 0 && !IsPlace(head[..open], capitals: true) && head[..open].IndexOfAnyInRange('0', '9') < 0)
            return null;
        if (!known && !HoldsSmallWords(line.Content[Math.Max(after, dashEnd)..]))
            return null;
        if (CreditsOf(text, inside) is not { Count: > 0 } credits || (dashEnd >= 0 && !BeginsSentence(line.Content[dashEnd..])))
            return null;
        return Dateline.Of(text, new TextRange(line.Range.Start, line.Range.Start + (dashEnd >= 0 ? dashEnd : after)), credits);
    }

    static Dateline? WithSlashes(string text, PrintLine line, ReadOnlySpan<char> head)
    {
        var open = head.IndexOf('/');
        var length = open < 0 ? -1 : head[(open + 1)..].IndexOf('/');
        if (length is <= 0 or > AgencyLengthMax || (open > 0 && !IsPlace(head[..open], capitals: true)))
            return null;
        var inside = new TextRange(line.Range.Start + open + 1, line.Range.Start + open + 1 + length);
        var end = open + length + 2;
        var rest = line.Content[end..];
        if (rest.Length < 3 || rest[0] is not ('.' or ' ') || CreditsOf(text, inside) is not { Count: > 0 } credits)
            return null;
        var dashEnd = AfterDash(line.Content, end, spaced: false);
        return Dateline.Of(text, new TextRange(line.Range.Start, line.Range.Start + (dashEnd >= 0 ? dashEnd : rest[0] == '.' ? end + 1 : end)), credits);
    }

    static Dateline? WithoutAgency(string text, PrintLine line, ReadOnlySpan<char> head)
    {
        // "PORT ADA —" in a line of its own.
        if (line.Content[^1] is '–' or '—' or '―' && line.Words.Length is >= 2 and <= 8 && !line.Content.ContainsAnyInRange('0', '9'))
            return IsPlace(line.Content[..^1].TrimEnd(), capitals: true) ? Dateline.Of(text, line.Range, []) : null;
        if (line.Words.Length < 12)
            return null;
        for (var from = 0; from < head.Length;)
        {
            var dash = head[from..].IndexOfAny(Dashes);
            if (dash < 0)
                return null;
            dash += from;
            var end = AfterDash(line.Content, dash, spaced: head[dash] == '-');
            if (end > 0 && (head[dash] != '-' || (dash > 0 && head[dash - 1] is ' ' or '-')))
            {
                return dash <= PlaceLengthMax && IsPlace(head[..dash], capitals: true) && PlaceWords(head[..dash]) <= 4
                        && BeginsSentence(line.Content[end..]) && HoldsSmallWords(line.Content[end..])
                    ? Dateline.Of(text, new TextRange(line.Range.Start, line.Range.Start + end), [])
                    : null;
            }
            from = dash + 1;
        }
        return null;
    }

    /// <summary>Where the dash or dashes that stand here, blanks before them aside, end; -1 where none stand here.</summary>
    static int AfterDash(ReadOnlySpan<char> content, int at, bool spaced)
    {
        while (at < content.Length && (char.IsWhiteSpace(content[at]) || content[at] is ',' or ':'))
            at++;
        var dashes = at;
        while (at < content.Length && Dashes.Contains(content[at]))
            at++;
        return at == dashes || at - dashes > 3 || (spaced && at < content.Length && !char.IsWhiteSpace(content[at])) ? -1 : at;
    }

    static bool BeginsSentence(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return !rest.IsEmpty && (char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || rest[0] is '"' or '“' or '\'' or '‘' or '«' or '$' or '£' or '€'
            || char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter);
    }

    /// <summary>A sentence has words in small letters soon; a heading in capitals over a table has none.</summary>
    static bool HoldsSmallWords(ReadOnlySpan<char> rest)
    {
        var small = 0;
        rest = rest[..Math.Min(rest.Length, 80)];
        for (var at = 1; at < rest.Length; at++)
            small += char.IsLower(rest[at]) && rest[at - 1] == ' ' ? 1 : 0;
        return small > 0;
    }

    /// <summary>One to ten words, each with a capital or a number; in capitals up to the first comma where that is asked for.</summary>
    static bool IsPlace(ReadOnlySpan<char> place, bool capitals)
    {
        var words = 0;
        var beforeComma = true;
        foreach (var part in place.Trim().SplitAny(' ', '/'))
        {
            var word = place.Trim()[part];
            var letters = word.Trim(",.;:'’|");
            if (letters.IsEmpty)
                continue;
            words++;
            if (words == 1 && (IsOneOf(letters, NotPlaces) || (char.IsDigit(letters[0]) && capitals)))
                return false;
            var isSmall = words > 1 && letters is "of" or "de" or "la" or "el" or "del" or "al" or "the" or "and" or "&" or "da" or "do" or "di" or "en";
            if (!isSmall && !char.IsUpper(letters[0]) && !char.IsDigit(letters[0]))
                return false;
            // "WASHINGTON", "St. PETERSBURG", "MOSCOW. Sept 13": capitals until the place's own end.
            if (capitals && beforeComma && letters.Length > 2 && letters.IndexOfAnyInRange('a', 'z') >= 0)
                return false;
            if (capitals && words == 1 && letters.Length < 3 && letters is not "LA" and not "St")
                return false;
            beforeComma &= word[^1] is not (',' or '.' or '|') || letters.Length <= 2;
        }
        return words is >= 1 and <= 10;
    }

    /// <summary>Words up to the first comma: a heading in capitals with a dash has more of them than a place.</summary>
    static int PlaceWords(ReadOnlySpan<char> place)
    {
        var comma = place.IndexOf(',');
        return (comma < 0 ? place : place[..comma]).Trim().Count(' ') + 1;
    }

    static List<Credit> CreditsOf(string text, TextRange inside)
    {
        var credits = new List<Credit>();
        var names = inside.In(text);
        foreach (var part in names.SplitAny('/', ',', ';', '|'))
        {
            var name = names[part];
            var trimmed = name.Trim();
            var start = inside.Start + part.Start.Value + (name.Length - name.TrimStart().Length);
            if (Agencies.Find(trimmed) is null && !IsUnknownAgency(trimmed))
                return [];
            credits.Add(new Credit(trimmed.ToString(), new TextRange(start, start + trimmed.Length)));
        }
        return credits;
    }

    static bool IsUnknownAgency(ReadOnlySpan<char> name)
    {
        if (name.Length < 2 || !char.IsUpper(name[0]) || name.IndexOfAnyInRange('0', '9') >= 0 || IsOneOf(name, NotAgencies))
            return false;
        var words = 0;
        foreach (var part in name.Split(' '))
        {
            var word = name[part];
            words++;
            if (word.IsEmpty || word.ContainsAny(NoNameMarks) || (!char.IsUpper(word[0]) && word is not "of" and not "and" and not "the" and not "&" and not "de"))
                return false;
        }
        return words <= 5;
    }

    static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var one in words)
        {
            if (word.SequenceEqual(one))
                return true;
        }
        return false;
    }
}
