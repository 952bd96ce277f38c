namespace Stemma.Language.Places;

/// <summary>
/// The key under which a place's name is looked up: case, accents, apostrophes and full stops do not count, a hyphen is a blank.
/// And the other forms of a name that are tried where it is not found as it stands ("downtown", "County", "St."). Cost: linear.
/// </summary>
static class PlaceNames
{
    static readonly char[] Plain = MakePlain();

    static readonly string[] Before = ["the ", "northern ", "southern ", "eastern ", "western ", "north ", "south ", "east ", "west ", "central ", "upper ", "lower ", "downtown ", "greater ", "northeast ", "northwest ", "southeast ", "southwest ", "city of ", "town of ", "mainland "];

    static readonly string[] After = [" city", " county", " parish", " island", " islands", " area", " region", " district", " township", " state", " province", " valley", " metro", " oblast", " peninsula", " station", " railway station"];

    static readonly (string From, string To)[] Swaps = [("st ", "saint "), ("saint ", "st "), ("mt ", "mount "), ("mount ", "mt "), ("ft ", "fort "), ("fort ", "ft ")];

    static readonly HashSet<string> Built = new(
        ("street st avenue ave road rd drive lane boulevard highway route interstate river creek lake school high college university institute academy hospital clinic church cathedral mosque temple center centre "
        + "park hall court courthouse bridge airport station stadium arena library museum square plaza mall hotel prison jail tower building house club theatre theater market cemetery beach bay island islands mountain "
        + "mountains mount hill hills valley forest woods dam canal terminal base zoo garden gardens district quarter way place terrace circle row point elementary middle ward").Split(' '), StringComparer.Ordinal);

    /// <summary>Lower case, without accents, apostrophes and full stops; blanks single.</summary>
    public static string Folded(ReadOnlySpan<char> name)
    {
        Span<char> folded = name.Length <= 256 ? stackalloc char[256] : new char[name.Length];
        return new string(folded[..Fold(name, folded)]);
    }

    /// <returns>The length of what was written.</returns>
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        foreach (var c in name)
        {
            var plain = c < Plain.Length ? Plain[c] : c is '\u2019' or '\u2018' or '\u02bb' or '\u02bc' ? '\0' : c is '\u2013' or '\u2010' or '\u2011' ? ' ' : char.IsWhiteSpace(c) ? ' ' : c;
            if (plain == '\0' || (plain == ' ' && (length == 0 || folded[length - 1] == ' ')))
                continue;
            folded[length++] = plain;
        }
        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>Lower-case letters without accents of U+00C0 to U+017F, written out: the tables of the system take longer to load than the whole gazetteer.</summary>
    const string Latin = "aaaaaa\u00e6ceeeeiiii\u00f0nooooo\u00d7ouuuuy\u00fe\u00dfaaaaaa\u00e6ceeeeiiii\u00f0nooooo\u00f7ouuuuy\u00fey"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\u0133\u0133jjkkkllllllllllnnnnnnn\u014b\u014boooooo\u0153\u0153rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    static char[] MakePlain()
    {
        var plain = new char[0x250];
        for (var i = 0; i < plain.Length; i++)
        {
            var c = (char)i;
            plain[i] = c switch
            {
                '.' or '\'' or '`' => '\0',
                '-' => ' ',
                '\u0218' or '\u0219' => 's',
                '\u021a' or '\u021b' => 't',
                '\u01a0' or '\u01a1' => 'o',
                '\u01af' or '\u01b0' => 'u',
                >= '\u00c0' and <= '\u017f' => Latin[i - 0xc0],
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
        }
        return plain;
    }

    /// <summary>A name as it stands, then without what English puts around names of places.</summary>
    public static IEnumerable<string> Forms(ReadOnlySpan<char> written)
    {
        var name = written.EndsWith("'s") || written.EndsWith("\u2019s") ? written[..^2] : written.EndsWith("'") || written.EndsWith("\u2019") ? written[..^1] : written;
        return FormsOf(Folded(name));
    }

    static IEnumerable<string> FormsOf(string folded)
    {
        yield return folded;
        foreach (var (from, to) in Swaps)
            if (folded.StartsWith(from, StringComparison.Ordinal))
                yield return to + folded[from.Length..];
        foreach (var prefix in Before)
            if (folded.Length > prefix.Length && folded.StartsWith(prefix, StringComparison.Ordinal))
                yield return folded[prefix.Length..];
        foreach (var suffix in After)
            if (folded.Length > suffix.Length && folded.EndsWith(suffix, StringComparison.Ordinal))
                yield return folded[..^suffix.Length];
        if (folded.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            yield return folded[..comma].Trim();
    }

    /// <summary>Whether this is a word for what is built or lies in a place ("street", "river").</summary>
    public static bool IsBuilt(string word) => Built.Contains(word);

    public static bool NamesBuilt(ReadOnlySpan<char> written) => Array.Exists(Folded(written).Split(' '), Built.Contains);
}
