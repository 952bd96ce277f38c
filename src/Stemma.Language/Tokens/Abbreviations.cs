using System.Collections.Frozen;

namespace Stemma.Language.Tokens;

/// <summary>
/// Words whose full stop belongs to them. Two kinds, because they behave differently at the end of a sentence: a title is
/// always followed by its name, any other abbreviation may well be the last word.
/// </summary>
static class Abbreviations
{
    /// <summary>Always followed by what they belong to: their full stop never ends a sentence.</summary>
    static readonly FrozenSet<string> Binding = Set(
        "mr mrs ms mx dr prof sr jr st mt ft rev fr msgr hon pres gov lt col gen sgt cpl capt cmdr cdr adm maj brig insp supt det " +
        "sen rep reps sens atty pvt pfc ald pvts gens drs profs messrs mmes vol pp vs v cf e.g i.e viz approx ca");

    /// <summary>May end a sentence: the next word decides.</summary>
    static readonly FrozenSet<string> Free = Set(
        "inc ltd co corp plc llc bros dept univ assn ave blvd rd hwy a.m p.m u.s u.n u.k e.u u.s.a d.c l.a n.y u.s.s.r etc al esq ph.d m.d b.a m.a d.phil " +
        "eds pty gmbh oz lb lbs ft sq jnr snr");

    /// <summary>Abbreviations only with a capital: without one they are words ("sat", "ill", "wash").</summary>
    static readonly FrozenSet<string> Capitalised = Set(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        BindingWords = Binding.GetAlternateLookup<ReadOnlySpan<char>>(), FreeWords = Free.GetAlternateLookup<ReadOnlySpan<char>>(), CapitalisedWords = Capitalised.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsBinding(ReadOnlySpan<char> word) => BindingWords.Contains(word);

    public static bool IsKnown(ReadOnlySpan<char> word) => BindingWords.Contains(word) || FreeWords.Contains(word) || (char.IsUpper(word[0]) && CapitalisedWords.Contains(word));

    /// <summary>"No. 4" and "Nos. 3 and 4"; "no." otherwise ends a sentence.</summary>
    public static bool TakesNumber(ReadOnlySpan<char> word) =>
        word.Equals("no", StringComparison.OrdinalIgnoreCase) || word.Equals("nos", StringComparison.OrdinalIgnoreCase) || word.Equals("fig", StringComparison.OrdinalIgnoreCase) || word.Equals("art", StringComparison.OrdinalIgnoreCase);

    static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
