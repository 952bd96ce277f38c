using System.Buffers;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// Who made the report, where it says so outside its sentences: closing lines ("Reporting by …; Editing by …", "--With
/// assistance from …", "… contributed to this report."), an agency's name alone at the end, copyright lines, a byline at the head.
/// <para>A line of names is told from a sentence by its words: but for the few that join names, each has a capital. A sentence
/// has a verb, which has none. Gets wrong: credits in whole sentences of a house's own are missed.</para>
/// </summary>
static class CreditLines
{
    static readonly string[] Openings =
        ["With assistance", "With reporting", "With additional reporting", "With files from", "With inputs from", "With input from", "With contributions",
         "With agency inputs", "With agencies", "Additional reporting", "Additional writing", "Reporting by", "Reporting and writing by", "Writing by", "Editing by", "Edited by", "Compiled by", "Translated by",
         "Written by", "Reported by", "Produced by", "Report by", "Story by", "By ", "Our correspondent", "Agencies"];

    static readonly HashSet<string> JoiningWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "with", "from", "by", "and", "in", "at", "of", "the", "to", "for", "editing", "writing", "additional", "reporting", "assistance", "inputs", "input",
        "files", "agencies", "agency", "contributions", "contribution", "contributed", "de", "del", "della", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "di", "da", "dos", "du", "ten", "ter", "ibn",
        "our", "staff", "correspondent", "correspondents", "bureau", "bureaus", "newsroom", "writer", "writers", "reporter", "editor", "translated", "translation", "compiled",
        "edited", "written", "reported", "produced", "graphics", "photography", "video", "research", "other", "on", "a", "an", "&",
    };

    static readonly string[] MonthsAndDays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"];

    static readonly SearchValues<char> SentenceMarks = SearchValues.Create("?!\"“”");

    public static bool IsCopyright(PrintLine line)
    {
        if (line.Words.Length > 60)
            return false;
        var content = line.Content;
        if (line.StartsWith("All rights reserved"))
            return true;
        // Without a year the sign stands before a photographer.
        if (content[0] == '©')
            return content.Length < 40 || content[..40].Contains(" 20", StringComparison.Ordinal) || content[..40].Contains(" 19", StringComparison.Ordinal) || line.Holds("all rights reserved");
        if (line.StartsWith("(c) ") || line.StartsWith("Copyright"))
        {
            var rest = content[(content[0] == '(' ? 3 : 9)..].TrimStart();
            return rest.IsEmpty || rest[0] == '©' || rest.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || (char.IsAsciiDigit(rest[0]) && rest.Length > 4)
                || line.Holds("all rights reserved");
        }
        return line.Words.Length <= 25 && line.Holds("all rights reserved") && (line.Holds("©") || line.Holds("copyright") || line.Holds("20"));
    }

    /// <summary>A closing line that is a credit as a whole.</summary>
    public static bool IsClosing(PrintLine line)
    {
        if (line.Words.Length > 60)
            return false;
        if (line.Words.Length <= 45 && (IsContribution(line) || IsFirstPublished(line)))
            return true;
        var content = line.Content.TrimStart("-–—*([ ");
        // The rest of a sentence broken over two lines begins small.
        if (content.IsEmpty || (content.Length == line.Content.Length && char.IsLower(content[0])))
            return false;
        foreach (var opening in Openings)
        {
            if (opening != "By " && content.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return IsNameList(line, 0);
        }
        return false;
    }

    /// <summary>"By Ada Brook and Cyrus Dane, Harbour Press": the names, or null.</summary>
    public static TextRange? Byline(PrintLine line)
    {
        var starts = line.Content.StartsWith("By ", StringComparison.Ordinal) || line.Content.StartsWith("By: ", StringComparison.Ordinal) || line.Content.StartsWith("BY: ", StringComparison.Ordinal);
        if (!starts || line.Words.Length is < 3 or > 14 || line.EndsSentence || line.Content.ContainsAny(SentenceMarks) || line.Content.Contains(':') && !line.StartsWith("By: "))
            return null;
        if (line.LettersOf(line.Words[1]) is not [var initial, ..] || !char.IsUpper(initial) || line.LettersOf(line.Words[1]) is "The" || !IsNameList(line, 1))
            return null;
        foreach (var word in line.Words)
        {
            foreach (var name in MonthsAndDays)
            {
                if (line.LettersOf(word).SequenceEqual(name))
                    return null;
            }
        }
        return new TextRange(line.Words[1].Start, line.Range.End);
    }

    /// <summary>An agency's name, or several, and nothing else: "— AFP", "Reuters/AP", "Harbour News Service", "(With ANI inputs)".</summary>
    public static IReadOnlyList<Credit> AgencyAlone(string text, PrintLine line)
    {
        if (line.Words.Length > 12 || line.Range.Length > 90)
            return [];
        var credits = new List<Credit>();
        var content = line.Content;
        foreach (var part in content.SplitAny("/,;&|"))
        {
            var name = content[part].Trim("-–—―*()[].: \t");
            name = WithoutJoining(name);
            if (name.IsEmpty)
                continue;
            var start = line.Range.Start + content.IndexOf(name);
            if (credits.Count > 0)
                start = line.Range.Start + part.Start.Value + content[part].IndexOf(name);
            if (Agencies.Find(name) is null && !(Agencies.SaysAgency(name) && IsCapitalised(name)))
                return [];
            credits.Add(new Credit(name.ToString(), new TextRange(start, start + name.Length)));
        }
        return credits;
    }

    /// <summary>A credit at the end of a line of prose: "(Reporting by …; Editing by …)", ". — AFP", ". (PTI)".</summary>
    public static TextRange? Closing(string text, PrintLine line)
    {
        var content = line.Content;
        var from = Math.Max(0, content.Length - 400);
        var open = content[from..].LastIndexOf('(') + from;
        if (open > from && content.TrimEnd('.')[^1] == ')')
        {
            var inside = content[(open + 1)..].TrimEnd(").");
            foreach (var opening in Openings)
            {
                if (opening != "By " && inside.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && IsNameList(line, WordAt(line, line.Range.Start + open)))
                    return new TextRange(line.Range.Start + open, line.Range.End);
            }
            if (Agencies.Find(inside) is not null && EndsSentence(content[..open]))
                return new TextRange(line.Range.Start + open, line.Range.End);
        }
        var dash = content[from..].LastIndexOfAny('–', '—', '-') + from;
        if (dash > from && content.Length - dash <= 40 && Agencies.Find(content[(dash + 1)..].Trim(" .")) is not null)
        {
            var before = content[..dash].TrimEnd("-–—");
            return EndsSentence(before) ? new TextRange(line.Range.Start + before.TrimEnd().Length + 1, line.Range.End) : null;
        }
        return null;
    }

    static bool EndsSentence(ReadOnlySpan<char> content) => content.TrimEnd().TrimEnd("\"'”’)") is [.., '.' or '!' or '?'];

    static int WordAt(PrintLine line, int position)
    {
        // A long line counts its words only up to a limit; a credit beyond it cannot be checked and counts as names.
        for (var word = 0; word < line.Words.Length; word++)
        {
            if (line.Words[word].End > position)
                return word;
        }
        return line.Words.Length;
    }

    static bool IsContribution(PrintLine line)
    {
        foreach (var work in (ReadOnlySpan<string>)["report", "story", "article", "piece", "post", "dispatch", "file", "coverage"])
        {
            if (line.Holds("contributed to this " + work) || line.Holds("contributed reporting to this " + work))
                return char.IsUpper(line.Content.TrimStart("(-–—*_[ ") is [var first, ..] ? first : ' ');
        }
        return line.Holds("contributed reporting") && line.Words.Length <= 30 && char.IsUpper(line.Content.TrimStart("(-–—*_[ ") is [var c, ..] ? c : ' ');
    }

    /// <summary>"This article originally appeared in The New York Times."</summary>
    static bool IsFirstPublished(PrintLine line)
    {
        if (line.Words.Length is < 6 or > 25 || !line.StartsWith("This ") && !line.StartsWith("(This "))
            return false;
        var (works, verbs) = (false, false);
        foreach (var work in (ReadOnlySpan<string>)["This article ", "This story ", "This report ", "This piece ", "This post "])
            works |= line.Content.TrimStart('(').StartsWith(work, StringComparison.OrdinalIgnoreCase);
        foreach (var verb in (ReadOnlySpan<string>)[" originally appeared ", " first appeared ", " was originally published ", " was first published ", " originally published ", " first published ", " was produced by ", " is republished from ", " was republished from "])
            verbs |= line.Holds(verb);
        return works && verbs;
    }

    static bool IsNameList(PrintLine line, int firstWord)
    {
        var names = 0;
        for (var word = firstWord; word < line.Words.Length; word++)
        {
            var letters = line.LettersOf(line.Words[word]);
            if (letters.IsEmpty || JoiningWords.Contains(letters.ToString()) || line.Words[word].Length > letters.Length + 8)
                continue;
            if (!char.IsUpper(letters[0]) && !letters.StartsWith("al-") && !letters.StartsWith("d'") && !letters.StartsWith("d’") && !char.IsDigit(letters[0])
                && char.GetUnicodeCategory(letters[0]) != System.Globalization.UnicodeCategory.OtherLetter && letters.IndexOf('@') < 0)
                return false;
            names++;
        }
        return names > 0 || line.Words.Length <= 4;
    }

    static ReadOnlySpan<char> WithoutJoining(ReadOnlySpan<char> name)
    {
        foreach (var joining in (ReadOnlySpan<string>)["With inputs from ", "With input from ", "With agency inputs", "and ", "with ", "Agencies", "By ", "Text by ", "Credit: "])
        {
            if (name.StartsWith(joining, StringComparison.OrdinalIgnoreCase))
                return name[joining.Length..].Trim();
        }
        return name.EndsWith(" inputs", StringComparison.OrdinalIgnoreCase) ? name[..^" inputs".Length] : name;
    }

    static bool IsCapitalised(ReadOnlySpan<char> name)
    {
        foreach (var part in name.Split(' '))
        {
            var word = name[part];
            if (!word.IsEmpty && !char.IsUpper(word[0]) && !JoiningWords.Contains(word.ToString()))
                return false;
        }
        return true;
    }
}
