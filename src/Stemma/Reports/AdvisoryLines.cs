using System.Globalization;
using Stemma.Language;

namespace Stemma.Reports;

/// <summary>
/// Lines a newsroom leaves about the report's own history, as wire services write them: a verb that says what an update does
/// ("(Adds quotes in paragraph 3)"), a slug before the headline ("UPDATE 2-"), a writethru count ("2nd Ld"), a note to readers
/// ("An earlier version of this story …"). Looked for only at the head and the foot of a report, where they stand.
/// <para>Gets wrong: notes in words of a house's own; a foot line of an essay about corrections.</para>
/// </summary>
public static class AdvisoryLines
{
    static readonly string[] UpdateVerbs = ["Updates", "Adds", "Recasts", "Rewrites", "Recast", "Updated", "Update", "Writethru", "Restores", "Edits", "Trims", "Tops", "Leads"];

    static readonly string[] CorrectionVerbs = ["Corrects", "Corrected", "Correction", "Fixes", "Clarifies", "Refiles", "Removes", "Deletes", "Amends", "Changes", "Drops", "Refile"];

    static readonly string[] RepeatVerbs = ["Repeats", "Repeat", "Retransmits", "Resends"];

    // What follows the verb in a line without brackets; anything else may be a sentence.
    static readonly string[] VerbObjects =
        ["with", "throughout", "details", "quotes", "quote", "comment", "comments", "background", "byline", "dateline", "paragraph", "headline",
         "spelling", "link", "links", "analyst", "graphic", "context", "reaction", "dropped", "day", "date", "title", "name"];

    static readonly (string Slug, AdvisoryKind Kind, bool Earlier)[] Slugs =
    [
        ("CORRECTED", AdvisoryKind.Correction, true), ("CORRECTION", AdvisoryKind.Correction, true), ("REFILE", AdvisoryKind.Correction, true),
        ("CLARIFICATION", AdvisoryKind.Correction, true), ("REPEAT", AdvisoryKind.Update, false), ("RPT", AdvisoryKind.Update, false),
        ("WITHDRAWN", AdvisoryKind.Withdrawal, true), ("WITHDRAWAL", AdvisoryKind.Withdrawal, true), ("KILL", AdvisoryKind.Withdrawal, true),
        ("UPDATED", AdvisoryKind.Update, true), ("RECASTS", AdvisoryKind.Update, true), ("REFILED", AdvisoryKind.Correction, true),
    ];

    static readonly string[] Works = ["story", "article", "report", "post", "piece", "version", "dispatch", "column", "headline", "caption", "item", "page"];

    static readonly string[] NoteHeads = ["Correction:", "Corrections:", "Clarification:", "Editor's note", "Editor’s note", "Editors' note", "Editors’ note", "Editorial note:", "EDS:", "Eds:", "EDITORS:", "ADVISORY:"];

    /// <summary>The advisory this line of the head or foot is, or null. Its range may be a part of the line.</summary>
    internal static Advisory? Find(string text, PrintLine line, bool head)
    {
        if (line.Words.Length <= PrintLine.WordsMax - 10 && (Bracketed(line) ?? Note(line) ?? Writethru(line, head)) is { } whole)
            return new Advisory(whole.Kind, line.Range, whole.Earlier);
        return (head ? Bare(line) : null) ?? (head ? Slug(text, line) : null);
    }

    /// <summary>The slug that a headline begins with ("UPDATE 2-"), its range in the headline; null where there is none.</summary>
    public static Advisory? OfTitle(string title) => PrintLine.Of(title, 1) is [var line] ? Slug(title, line) : null;

    /// <summary>The numbers of the paragraphs an advisory names: "(Adds quote in paragraph 3, context in paragraphs 5-6)".</summary>
    public static IReadOnlyList<int> ParagraphsIn(ReadOnlySpan<char> advisory)
    {
        var numbers = new SortedSet<int>();
        for (var rest = advisory; rest.IndexOf("para", StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            rest = rest[(at + 4)..];
            var end = rest.IndexOfAny(';', ')');
            var said = end < 0 ? rest : rest[..end];
            var from = 0;
            for (var digit = 0; digit < said.Length && digit < 60; digit++)
            {
                if (!char.IsAsciiDigit(said[digit]) || (digit > 0 && char.IsAsciiDigit(said[digit - 1])))
                    continue;
                var length = said[digit..].IndexOfAnyExceptInRange('0', '9');
                if (!int.TryParse(length < 0 ? said[digit..] : said.Slice(digit, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 200)
                    continue;
                var through = digit > 0 && said[digit - 1] is '-' or '–' && from > 0;
                for (var one = through ? from : number; one <= number; one++)
                    numbers.Add(one);
                from = number;
            }
        }
        return [.. numbers];
    }

    static (AdvisoryKind Kind, bool Earlier)? Bracketed(PrintLine line)
    {
        var content = line.Content.TrimStart('*');
        if (content.Length < 4 || content[0] is not ('(' or '[') || content.TrimEnd(".*")[^1] is not (')' or ']'))
            return null;
        var verb = line.LettersOf(line.Words[0]);
        if (verb.IsEmpty || !char.IsUpper(verb[0]))
            return null;
        return KindOfVerb(verb) ?? Noted(content[1..]) ?? (IsWorkNote(line.Content[1..], out var kind, out var earlier) ? (kind, earlier) : null);
    }

    static Advisory? Bare(PrintLine line)
    {
        // "* Adds details": some desks put a bullet before it.
        var first = line.Content[0] is '*' or '•' && line.Words[0].Length == 1 ? 1 : 0;
        if (line.Words.Length - first is < 2 or > 25 || KindOfVerb(line.Words[first].Length == line.LettersOf(line.Words[first]).Length ? line.LettersOf(line.Words[first]) : []) is not { } kind)
            return null;
        var next = line.LettersOf(line.Words[first + 1]);
        var joined = next is "and" && line.Words.Length > first + 2 && KindOfVerb(Capitalised(line.LettersOf(line.Words[first + 2]))) is not null;
        return joined || IsOneOf(next, VerbObjects) ? new Advisory(kind.Kind, line.Range, kind.Earlier) : null;
    }

    /// <summary>"UPDATE 2-Kim …": the slug alone; the headline or the sentence after it is left to the other rules.</summary>
    static Advisory? Slug(string text, PrintLine line)
    {
        var content = line.Content;
        foreach (var counted in (ReadOnlySpan<string>)["UPDATE ", "WRAPUP ", "UPDATE: ", "RECAP "])
        {
            if (!content.StartsWith(counted, StringComparison.Ordinal))
                continue;
            var digits = counted.Length;
            while (digits < content.Length && char.IsAsciiDigit(content[digits]))
                digits++;
            if (digits > counted.Length && digits < content.Length && content[digits] is '-' or '–' or '—')
                return new Advisory(AdvisoryKind.Update, new TextRange(line.Range.Start, line.Range.Start + digits + 1), EarlierRevision: true);
        }
        var lead = 0;
        foreach (var prefix in (ReadOnlySpan<string>)["STORY ", "BULLETIN ", "MANDATORY ", "ADVISORY "])
            lead = content.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : lead;
        foreach (var (slug, kind, earlier) in Slugs)
        {
            if (!content[lead..].StartsWith(slug, StringComparison.Ordinal))
                continue;
            var end = lead + slug.Length;
            if (content[end..].StartsWith(" (OFFICIAL)", StringComparison.Ordinal))
                end += " (OFFICIAL)".Length;
            if (end == content.Length)
                return new Advisory(kind, line.Range, earlier);
            // "CORRECTION - HARBOUR SHUT" as well as "CORRECTED-Harbour shut".
            if (content[end] is ' ' && end + 2 < content.Length && content[end + 1] is '-' or '–' or '—' && content[end + 2] is ' ')
                end++;
            if (content[end] is '-' or ':' or '–' or '—')
                return new Advisory(kind, new TextRange(line.Range.Start, line.Range.Start + end + 1), earlier);
        }
        return null;
    }

    static (AdvisoryKind Kind, bool Earlier)? Note(PrintLine line) =>
        Noted(line.Content) ?? (IsWorkNote(line.Content, out var kind, out var earlier) ? (kind, earlier) : null);

    /// <summary>"Correction: …", "Editor's note: …", bare or in brackets.</summary>
    static (AdvisoryKind Kind, bool Earlier)? Noted(ReadOnlySpan<char> content)
    {
        foreach (var start in NoteHeads)
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return start[0] == 'C' ? (AdvisoryKind.Correction, !CorrectsAnother(content)) : (SaysWrong(content) ? AdvisoryKind.Correction : AdvisoryKind.Update, SaysChanged(content));
        }
        return null;
    }

    /// <summary>"Correction: A report in Wednesday's paper said …": it puts another report right, and says nothing of an earlier edition of this one.</summary>
    static bool CorrectsAnother(ReadOnlySpan<char> content)
    {
        var colon = content.IndexOf(':');
        var said = content[(colon + 1)..].TrimStart();
        said = said.Length > 120 ? said[..120] : said;
        foreach (var work in (ReadOnlySpan<string>)["A report ", "A story ", "An article ", "A headline ", "In a report ", "In an article ", "In a story ", "Our report ", "Our story ", "The article "])
        {
            if (said.StartsWith(work, StringComparison.OrdinalIgnoreCase))
                return HoldsOne(said, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "last week", " page "]);
        }
        return false;
    }

    /// <summary>"This story has been updated …", "An earlier version of this article said …", "This is a developing story".</summary>
    static bool IsWorkNote(ReadOnlySpan<char> content, out AdvisoryKind kind, out bool earlier)
    {
        content = content.Length > 600 ? content[..600] : content;
        kind = SaysWrong(content) ? AdvisoryKind.Correction : AdvisoryKind.Update;
        earlier = true;
        foreach (var prior in (ReadOnlySpan<string>)["A previous version", "An earlier version", "A prior version", "Previous versions", "Earlier versions", "The original version", "An original version", "A previous headline", "An earlier headline"])
        {
            if (content.StartsWith(prior, StringComparison.OrdinalIgnoreCase) && HoldsWork(content[prior.Length..]))
                return true;
        }
        if (!content.StartsWith("This ", StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = content["This ".Length..];
        if (rest.StartsWith("is a developing", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("is a breaking", StringComparison.OrdinalIgnoreCase))
        {
            earlier = false;
            return HoldsWork(rest[..Math.Min(rest.Length, 60)]);
        }
        var space = rest.IndexOf(' ');
        if (space < 0 || !IsOneOf(rest[..space], Works))
            return false;
        var said = rest[space..Math.Min(rest.Length, space + 60)];
        earlier = !said.StartsWith(" will be ", StringComparison.OrdinalIgnoreCase);
        foreach (var verb in (ReadOnlySpan<string>)[" has been ", " was ", " is being ", " will be ", " corrects ", " updates "])
        {
            if (said.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
                return SaysChanged(said);
        }
        return false;
    }

    static (AdvisoryKind Kind, bool Earlier)? Writethru(PrintLine line, bool head)
    {
        if (!head || line.Words.Length > 14 || line.EndsSentence)
            return null;
        if (line.Holds("writethru"))
            return (AdvisoryKind.Update, true);
        for (var word = 0; word + 1 < line.Words.Length; word++)
        {
            var count = line.LettersOf(line.Words[word]);
            if (line.LettersOf(line.Words[word + 1]) is "Ld" or "LD" or "Lead" && count.Length is >= 3 and <= 5 && char.IsAsciiDigit(count[0])
                && (count.EndsWith("st") || count.EndsWith("nd") || count.EndsWith("rd") || count.EndsWith("th")))
                return (AdvisoryKind.Update, true);
        }
        return null;
    }

    static (AdvisoryKind Kind, bool Earlier)? KindOfVerb(ReadOnlySpan<char> verb) =>
        IsOneOf(verb, UpdateVerbs) ? (AdvisoryKind.Update, true)
        : IsOneOf(verb, CorrectionVerbs) ? (AdvisoryKind.Correction, true)
        : IsOneOf(verb, RepeatVerbs) ? (AdvisoryKind.Update, false)
        : null;

    static bool SaysWrong(ReadOnlySpan<char> content) => HoldsOne(content,
        ["correct", "misstat", "misspel", "misidentif", "misquot", "misattribut", "mistaken", "erroneous", "in error", "wrong", "inaccura"]);

    static bool SaysChanged(ReadOnlySpan<char> content) => HoldsOne(content,
        ["updat", "correct", "amend", "revis", "clarif", "changed", "edited", "version", "recast", "adds", "writethru", "misstated"]);

    static bool HoldsWork(ReadOnlySpan<char> content) =>
        HoldsOne(content, Works) || content.TrimEnd(").").IsEmpty || content.StartsWith(" correct", StringComparison.OrdinalIgnoreCase)
        || content.StartsWith(" misstated", StringComparison.OrdinalIgnoreCase);

    static bool HoldsOne(ReadOnlySpan<char> content, ReadOnlySpan<string> parts)
    {
        var looked = content.Length > 600 ? content[..600] : content;
        foreach (var part in parts)
        {
            if (looked.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static string Capitalised(ReadOnlySpan<char> word) =>
        word.IsEmpty ? "" : string.Concat(word[..1].ToString().ToUpper(CultureInfo.InvariantCulture), word[1..]);

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
