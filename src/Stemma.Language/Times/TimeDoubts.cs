using System.Collections.Frozen;
using Stemma.Language.Syntax;

namespace Stemma.Language.Times;

/// <summary>Whether words that can be a time are one here.</summary>
enum Doubt : byte { None, OnlyJoined, Never, NorAnyPart }

/// <summary>
/// Judges words that are times only in some company: bare years, months that are also verbs or names, seasons, plural units,
/// "a day", "the week". Trees and names are asked where they are there; else capitals and the words beside decide.
/// Cost: constant per match. Gets wrong: numbers that look like years where nothing is counted ("the 2001 model").
/// </summary>
static class TimeDoubts
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeYear = Words("in since of by from until till to through between and during before after for fiscal year around about circa early mid late back spring summer fall autumn winter until election model");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterYear = Words("and or to in on at by for with from of as than that which when who the a an was were is are has had have will would could said but because if while after before until since through");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeSeason = Words("in by since until of through during for before after next last this");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLength = Words("for in within after over than nearly about almost under around just by of until take takes took taking last lasts lasted spend spent only roughly some least most to");

    static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Doubt Of(Document document, Sentence sentence, List<TimeSymbol> symbols, (int First, int Last) at, TimeShape shape, TimeMention time)
    {
        var (first, last) = at;
        if (document.TokenKinds[document.TokenOf(symbols[first].Start)] == TokenKind.Address)
            return Doubt.Never;
        var text = document.Text;
        var before = first > 0 ? text.AsSpan(symbols[first - 1].Start, symbols[first - 1].End - symbols[first - 1].Start) : default;
        var symbol = symbols[first];
        if (time.Kind == TimeKind.Date && (OfAnotherEra(text, symbols, last + 1) || (last + 1 < symbols.Count && symbols[last + 1].Is(TimeClass.Number) && OfAnotherEra(text, symbols, last + 2))))
            return Doubt.NorAnyPart;
        switch (shape)
        {
            case TimeShape.Alone when symbol.Is(TimeClass.Month | TimeClass.MonthWeak):
                return Month(document, sentence, symbols, first, before);
            case TimeShape.Alone when symbol.Is(TimeClass.Year):
                return Year(document, symbols, first, before) ? Doubt.None : Doubt.Never;
            case TimeShape.Alone when symbols[last].Is(TimeClass.Ordinal):
                return char.IsAsciiDigit(text[symbols[last].Start]) && before is "on" or "On" or "by" or "until" or "since" or "for" or "around" or "from" or "before" or "to" && (last + 1 >= symbols.Count || !char.IsAsciiLetterLower(text[symbols[last + 1].Start]) || symbols[last + 1].Classes != TimeClass.None || AfterYear.Contains(text.AsSpan(symbols[last + 1].Start, symbols[last + 1].End - symbols[last + 1].Start))) ? Doubt.None : Doubt.Never;
            case TimeShape.Alone when time.Unit == TimeUnit.Season:
                return Season(document, symbols, last, before);
            case TimeShape.Alone:
                return NameAround(document, symbol) is { } name && name.Range.End > symbol.End ? Doubt.Never : Doubt.None;
            case TimeShape.Calendar or TimeShape.DayRange or TimeShape.NamedWhich or TimeShape.Inside when IsVerbMonth(text, symbols, at):
                return Doubt.Never;
            case TimeShape.DayPartWhich when first == last:
                return symbol.Is(TimeClass.DayPart) && text.AsSpan(symbol.Start, symbol.End - symbol.Start) is "overnight" or "Overnight" ? Doubt.None : Doubt.OnlyJoined;
            case TimeShape.Clock when symbol.Is(TimeClass.At):
                return symbols[last].Number is >= 1 and <= 12 && (last + 1 >= symbols.Count || !char.IsLetterOrDigit(text[symbols[last + 1].Start])) ? Doubt.OnlyJoined : Doubt.Never;
            case TimeShape.Length when first == last:
                return Bare(document, symbols, first, before);
            case TimeShape.Length when symbol.Is(TimeClass.A) && time.Unit is TimeUnit.Quarter or TimeUnit.Weekend or TimeUnit.Minute:
                return Doubt.Never;
            case TimeShape.Length when symbol.Is(TimeClass.Year) && time.Amount is >= 1900 and < 2100:
                return Doubt.Never;
            case TimeShape.Length when symbols[last].Is(TimeClass.Old) && time.Unit == TimeUnit.Year:
                return Doubt.NorAnyPart; // An age tells of no time.
            case TimeShape.Length when symbol.Is(TimeClass.A) && last == first + 1:
                return BeforeLength.Contains(before) || (last + 1 < symbols.Count && text.AsSpan(symbols[last + 1].Start, symbols[last + 1].End - symbols[last + 1].Start) is "after" or "before" or "or" or "from") ? Doubt.None : Doubt.Never;
            case TimeShape.Calendar when symbol.Is(TimeClass.Decade) && symbol.End - symbol.Start == 3 && char.IsAsciiDigit(text[symbol.Start]):
                return Doubt.Never; // "In his 30s".
            case TimeShape.Vague when first == last:
                return Vague(document, symbols, first, before);
            case TimeShape.Recurring when first == last && time.Unit == TimeUnit.Quarter:
                return first + 1 < symbols.Count && char.IsAsciiLetter(text[symbols[first + 1].Start]) ? Doubt.Never : Doubt.None;
            case TimeShape.TheUnit when time.Unit == TimeUnit.Day && !symbols[last - 1].Is(TimeClass.Filler):
                return Doubt.OnlyJoined;
            case TimeShape.TheUnit when last + 1 < symbols.Count && text.AsSpan(symbols[last + 1].Start, symbols[last + 1].End - symbols[last + 1].Start) is "after" or "before" or "when" or "that":
                return Doubt.Never;
            case TimeShape.Length when before is "$" || (first > 0 && symbols[first - 1].Is(TimeClass.Number) && !symbols[first - 1].Is(TimeClass.Comma)):
                return Doubt.Never;
            default:
                return Doubt.None;
        }
    }

    /// <summary>"234 BC", "2555 BE": years that are not counted as ours; nothing of such a date is read.</summary>
    static bool OfAnotherEra(string text, List<TimeSymbol> symbols, int at) =>
        at < symbols.Count && text.AsSpan(symbols[at].Start, symbols[at].End - symbols[at].Start) is "BC" or "BCE" or "B" or "AD" or "CE" or "BE" or "AH";

    /// <summary>"March 3 miles", "may 5": lower-case words that are verbs far more often than months.</summary>
    static bool IsVerbMonth(string text, List<TimeSymbol> symbols, (int First, int Last) at)
    {
        for (var i = at.First; i <= at.Last; i++)
        {
            if (!symbols[i].Is(TimeClass.Month | TimeClass.MonthWeak) || symbols[i].Value is not (3 or 5) || char.IsUpper(text[symbols[i].Start]))
                continue;
            var ends = at.Last + 1 >= symbols.Count || symbols[at.Last + 1].Classes != TimeClass.None || !char.IsLetter(text[symbols[at.Last + 1].Start]);
            var dayFirst = i > at.First && symbols[i - 1].Is(TimeClass.Ordinal | TimeClass.Of | TimeClass.DayNumber);
            if (symbols[at.First].Is(TimeClass.This | TimeClass.Last | TimeClass.Next) || (!ends && !dayFirst && !symbols[at.Last].Is(TimeClass.Year)))
                return true;
        }
        return false;
    }

    static Doubt Month(Document document, Sentence sentence, List<TimeSymbol> symbols, int at, ReadOnlySpan<char> before)
    {
        var symbol = symbols[at];
        var opens = symbol.Start == sentence.Range.Start && symbols.Count > 1;
        var upper = char.IsUpper(document.Text[symbol.Start]);
        if (IsName(document, symbol) || (!upper && (symbol.Value is 3 or 5 || !symbol.Is(TimeClass.Month))))
            return Doubt.Never;
        // "Jan", "Mar": a name as well, unless something leads to a time.
        if (!symbol.Is(TimeClass.Month) && !BeforeYear.Contains(before) && !LeadsToMonth(symbols, at))
            return Doubt.Never;
        if (Counted(symbols, at - 1) || Counted(symbols, at + 1))
            return Doubt.Never;
        if (symbol.Value is not (3 or 5) || document.Text.AsSpan(symbol.Start, symbol.End - symbol.Start).Contains('.'))
            return Doubt.None;
        if (document.Syntax.IsEmpty)
            return opens ? Doubt.Never : Doubt.None;
        return document.Syntax.Upos(document.TokenOf(symbol.Start)) is "PROPN" or "NOUN" ? Doubt.None : Doubt.Never;
    }

    /// <summary>"Jan-Feb", "Sept to Nov".</summary>
    static bool LeadsToMonth(List<TimeSymbol> symbols, int at) =>
        at + 2 < symbols.Count && symbols[at + 1].Is(TimeClass.Hyphen | TimeClass.To) && symbols[at + 2].Is(TimeClass.Month | TimeClass.MonthWeak);

    /// <summary>A number beside a month that is no day of it: whatever "32 March" is, it is not all of March.</summary>
    static bool Counted(List<TimeSymbol> symbols, int at) =>
        at >= 0 && at < symbols.Count && symbols[at].Is(TimeClass.Number) && !symbols[at].Is(TimeClass.Year) && symbols[at].Value == (int)symbols[at].Number && (symbols[at].Number == 0 || symbols[at].Value > 0);

    static bool IsName(Document document, TimeSymbol symbol) =>
        NameAround(document, symbol) is { } name && (name.Kind is NameKind.Person or NameKind.Organisation || name.Range.Length > symbol.End - symbol.Start + 1);

    static NameMention? NameAround(Document document, TimeSymbol symbol)
    {
        var names = document.Syntax.Names;
        var first = Bisection.First(0, names.Length, i => names[i].Range.End > symbol.Start);
        return first < names.Length && names[first].Range.Start < symbol.End ? names[first] : null;
    }

    static bool Year(Document document, List<TimeSymbol> symbols, int at, ReadOnlySpan<char> before)
    {
        var symbol = symbols[at];
        var (text, year) = (document.Text, symbol.Value);
        if (at + 1 < symbols.Count && symbols[at + 1].Is(TimeClass.Hyphen) && symbols[at + 1].Start == symbol.End && at + 2 < symbols.Count && symbols[at + 2].Is(TimeClass.Number) && !symbols[at + 2].Is(TimeClass.Year))
            return false;
        if (before is "-" or "\u2013" && at > 1 && symbols[at - 2].Is(TimeClass.Number) && !symbols[at - 2].Is(TimeClass.Year))
            return false;
        var after = at + 1 < symbols.Count ? text.AsSpan(symbols[at + 1].Start, symbols[at + 1].End - symbols[at + 1].Start) : default;
        if ((NameAround(document, symbol) is { } name && name.Range.Start < symbol.Start) || after is "%" or "percent" or "km" or "miles" or "people" or "feet")
            return false;
        var led = BeforeYear.Contains(before);
        if (year is > 2099 and < 2200)
            return led && (after.IsEmpty || !char.IsLetter(after[0]) || AfterYear.Contains(after));
        if (year is < 1900 or > 2099)
            return led && before is not "to" and not "and" and not "for" and not "about" && year is >= 1400 and < 1900 && (after.IsEmpty || !char.IsLower(after[0]) || AfterYear.Contains(after));
        if (after.IsEmpty || !char.IsLetter(after[0]) || AfterYear.Contains(after) || before is "fiscal")
            return true;
        if (document.Syntax.IsEmpty)
            return led || char.IsUpper(after[0]);
        var token = document.TokenOf(symbol.Start);
        var head = document.Syntax.Heads[token];
        // Counted things are in the plural and follow; "the 1988 accord" is dated, not counted.
        return !(document.Syntax.Relation(token) == "nummod" && head > token && document.Syntax.Xpos(head) == "NNS" && !led && before is not ("the" or "'s" or "\u2019s" or "its" or "their" or "his" or "her"));
    }

    static Doubt Season(Document document, List<TimeSymbol> symbols, int last, ReadOnlySpan<char> before)
    {
        var symbol = symbols[last];
        if (IsName(document, symbol))
            return Doubt.Never;
        var ambiguous = symbol.Value is 1 or 3 && document.Text.AsSpan(symbol.Start, symbol.End - symbol.Start) is not ("autumn" or "springtime" or "Autumn");
        var hasArticle = symbols[last].Start > 0 && last > 0 && symbols[last - 1].Is(TimeClass.The);
        if (!ambiguous)
            return Doubt.None;
        if (!document.Syntax.IsEmpty && document.Syntax.Upos(document.TokenOf(symbol.Start)) is not ("NOUN" or "PROPN"))
            return Doubt.Never;
        return BeforeSeason.Contains(before) ? Doubt.None : hasArticle ? Doubt.OnlyJoined : Doubt.Never;
    }

    /// <summary>"As soon as", "shortly after the vote" tell of another event, not of the day of writing; "future" and the like are times where they describe something.</summary>
    static Doubt Vague(Document document, List<TimeSymbol> symbols, int at, ReadOnlySpan<char> before)
    {
        var text = document.Text;
        var word = text.AsSpan(symbols[at].Start, symbols[at].End - symbols[at].Start);
        var after = at + 1 < symbols.Count ? text.AsSpan(symbols[at + 1].Start, symbols[at + 1].End - symbols[at + 1].Start) : default;
        if (word is "soon" or "Soon" or "shortly" or "Shortly")
            return IsPast(document, symbols[at].Start) || before is "as" or "As" || after is "after" or "before" or "thereafter" or "enough" ? Doubt.Never : Doubt.None;
        if (symbols[at].Is(TimeClass.This))
            return document.Syntax.IsEmpty || document.Syntax.Relation(document.TokenOf(symbols[at].Start)) != "amod" || before is "most" or "more" ? Doubt.Never : Doubt.None;
        return Doubt.None;
    }

    /// <summary>"Soon became a flood": of another time than the day of writing.</summary>
    static bool IsPast(Document document, int position) => !document.Syntax.IsEmpty && TimeTenses.Of(document, document.TokenOf(position)) == TimeTense.Past;

    /// <summary>"Days", "years": a length of its own where nothing says whose or which.</summary>
    static Doubt Bare(Document document, List<TimeSymbol> symbols, int at, ReadOnlySpan<char> before)
    {
        if (symbols[at].Value <= (int)TimeUnit.Minute || symbols[at].Value == (int)TimeUnit.Weekend || symbols[at].Value == (int)TimeUnit.Quarter)
            return Doubt.Never;
        return before is "light" or "those" or "his" or "her" or "their" or "our" or "my" or "teenage" or "early" or "these" or "the" or "golden" ? Doubt.Never : Doubt.None;
    }
}
