using System.Globalization;
using System.Text;

namespace Stemma.Storage;

/// <summary>
/// Any text to a query of the text index: what stands between blanks is one quoted term, all terms must occur, and the last
/// may go on (somebody is still typing) once it is long enough not to mean half the archive. Quoted, no word is an operator;
/// pieces without a letter or digit are left out, since the index has no words for them. Gets wrong: a letter younger than
/// the index's tables is looked for and not found.
/// </summary>
static class SearchQuery
{
    /// <summary>What is read of a query: longer ones are cut.</summary>
    public const int CharactersMax = 500, TermsMax = 24;

    /// <summary>Shortest last term that may go on: of 10,000 reports, "a" going on costs seventeen times what "a" does.</summary>
    const int PrefixCharactersMin = 3;

    /// <summary>Null where there is nothing to look for.</summary>
    public static string? Of(string text)
    {
        var terms = new List<string>();
        foreach (var piece in Pieces(text.Length <= CharactersMax ? text : text[..CharactersMax]))
            if (terms.Count < TermsMax && piece.EnumerateRunes().Any(Rune.IsLetterOrDigit))
                terms.Add('"' + piece.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        if (terms.Count == 0)
            return null;
        const int quotes = 2;
        return string.Join(" AND ", terms) + (terms[^1].Length - quotes >= PrefixCharactersMin ? " *" : "");
    }

    static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]) && char.GetUnicodeCategory(text[i]) != UnicodeCategory.Control)
                continue;
            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }
    }
}
