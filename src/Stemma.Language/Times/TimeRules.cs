using System.Collections.Frozen;

namespace Stemma.Language.Times;

/// <summary>How the parts of a match make up a time.</summary>
enum TimeShape : byte { Calendar, DayRange, NamedWhich, UnitWhich, DayPartWhich, YearWhich, WeekWhich, Ago, Nth, Inside, YearBefore, TheUnit, YearEnd, Length, PastLength, Range, Recurring, Vague, Clock, Alone }

/// <summary>
/// The grammar of time expressions: one line a pattern, over classes of words and not over words. A question mark makes an
/// element optional, a stroke offers a choice. All patterns are laid into one prefix tree, which is walked from each word that
/// can begin one; no pattern is longer than a dozen words, so the cost is linear in the text. Modifiers before ("early",
/// "about", "the end of") and joints ("Friday" + "at 9 p.m.") are read by <see cref="TimeFinder"/> around what is found here.
/// </summary>
static class TimeRules
{
    static readonly (TimeShape Shape, string Pattern)[] Table =
    [
        (TimeShape.Calendar, "mo dn|od"),
        (TimeShape.Calendar, "mo dn|od cm? yr|y2"),
        (TimeShape.Calendar, "wd cm? mo dn|od"),
        (TimeShape.Calendar, "wd cm? mo dn|od cm? yr|y2"),
        (TimeShape.Calendar, "the? dn|od of? mo"),
        (TimeShape.Calendar, "the? dn|od of? mo cm? yr|y2"),
        (TimeShape.Calendar, "wd cm? the? dn|od of? mo"),
        (TimeShape.Calendar, "wd cm? the? dn|od of? mo cm? yr|y2"),
        (TimeShape.Calendar, "dn hy mo hy yr"),
        (TimeShape.Calendar, "yr mo dn?"),
        (TimeShape.Calendar, "the? dn|od of? mo of|in yr"),
        (TimeShape.Calendar, "mo the od"),
        (TimeShape.Calendar, "wd the? od"),
        (TimeShape.Calendar, "the? u yr"),
        (TimeShape.Inside, "the? od|last WD|u of|in mo"),
        (TimeShape.Inside, "the? od|last WD|u of|in mo yr"),
        (TimeShape.Inside, "the? od|last WD|u of|in yr"),
        (TimeShape.Inside, "the? od|last WD|u of|in the? this|last|next|told u"),
        (TimeShape.Inside, "the? dn|od of? the? this|last|next|told u"),
        (TimeShape.Alone, "the od"),
        (TimeShape.Calendar, "mo cm? of? yr|y2"),
        (TimeShape.Calendar, "fd"),
        (TimeShape.Calendar, "wd cm? fd"),
        (TimeShape.Calendar, "the? dec"),
        (TimeShape.Calendar, "se of? yr"),
        (TimeShape.Calendar, "the se of yr"),
        (TimeShape.Calendar, "hol cm? yr?"),
        (TimeShape.Calendar, "the? u of mo dn|od"),
        (TimeShape.Calendar, "fy yr|y2"),
        (TimeShape.Calendar, "y2"),
        (TimeShape.Calendar, "mo hy dn|yr"),
        (TimeShape.Alone, "mo"),
        (TimeShape.Alone, "WD"),
        (TimeShape.Alone, "yr"),
        (TimeShape.Alone, "the? se"),
        (TimeShape.DayRange, "mo dn|od hy|to|and dn|od"),
        (TimeShape.DayRange, "mo dn|od hy|to|and dn|od cm? yr"),
        (TimeShape.DayRange, "the? dn|od hy|to|and the? dn|od of? mo"),
        (TimeShape.DayRange, "the? dn|od hy|to|and the? dn|od of? mo cm? yr"),
        (TimeShape.NamedWhich, "the? this|last|next|told mo|WD|se|hol"),
        (TimeShape.NamedWhich, "this|last|next mo dn|od"),
        (TimeShape.NamedWhich, "this|last|next WD cm? the? mo dn|od"),
        (TimeShape.YearWhich, "mo cm? of? this|last|next u"),
        (TimeShape.YearWhich, "mo cm? of? the told u"),
        (TimeShape.YearWhich, "mo dn|od cm? this|last|next u"),
        (TimeShape.WeekWhich, "WD of? this|last|next u"),
        (TimeShape.WeekWhich, "this|last|next u ps? on? WD"),
        (TimeShape.WeekWhich, "se of? this|last|next u"),
        (TimeShape.UnitWhich, "the? this|last|next fil? fy? u"),
        (TimeShape.UnitWhich, "the? told fy? u"),
        (TimeShape.UnitWhich, "that u"),
        (TimeShape.UnitWhich, "the fy u?"),
        (TimeShape.UnitWhich, "this|last|next fy"),
        (TimeShape.UnitWhich, "de"),
        (TimeShape.UnitWhich, "tn"),
        (TimeShape.UnitWhich, "de dp"),
        (TimeShape.DayPartWhich, "this|last|that dp"),
        (TimeShape.DayPartWhich, "the next|told|this dp"),
        (TimeShape.DayPartWhich, "next dp"),
        (TimeShape.DayPartWhich, "the? dp"),
        (TimeShape.Ago, "n|a fil? u|us fil? ago|later"),
        (TimeShape.Ago, "n|a fil? u|us and half ago|later"),
        (TimeShape.Ago, "half u ago|later"),
        (TimeShape.Ago, "n and half us ago|later"),
        (TimeShape.Ago, "n hy|to|or n fil? us ago|later"),
        (TimeShape.Ago, "us ago|later"),
        (TimeShape.NamedWhich, "n wds ago"),
        (TimeShape.Nth, "the? fy? hy? od hy? u"),
        (TimeShape.Nth, "the? fy? hy? od hy? u of? cm? fy? yr"),
        (TimeShape.Nth, "the? od hy? u of fy? this|last|next u"),
        (TimeShape.Nth, "the? od half of fy? yr"),
        (TimeShape.Nth, "the? od half of this|last|next|the u"),
        (TimeShape.Nth, "this|last|next u ps fy? od hy? u"),
        (TimeShape.Nth, "the? yr od? hy? u"),
        (TimeShape.Nth, "the yr period"),
        (TimeShape.Nth, "the? qc of? yr?"),
        (TimeShape.Nth, "yr qc"),
        (TimeShape.YearBefore, "the? fil? u hy? ago|later"),
        (TimeShape.YearBefore, "the? fil? u hy? ago|later od? u|period"),
        (TimeShape.YearBefore, "the? od? u a u ago|later"),
        (TimeShape.TheUnit, "the u"),
        (TimeShape.TheUnit, "the fil u"),
        (TimeShape.TheUnit, "the last period"),
        (TimeShape.YearEnd, "u hy|ps? edge"),
        (TimeShape.YearEnd, "the u ps? edge"),
        (TimeShape.Length, "n hy? fil? hy? u|us"),
        (TimeShape.Length, "the n fil? us"),
        (TimeShape.Length, "the od n us"),
        (TimeShape.Length, "n hy? u|us hy? old|period"),
        (TimeShape.Length, "a n hy? u period"),
        (TimeShape.Length, "a u"),
        (TimeShape.Length, "us"),
        (TimeShape.Length, "half hy? a? u"),
        (TimeShape.Length, "n|a u|us and half"),
        (TimeShape.Length, "n and half us"),
        (TimeShape.Length, "n hy and hy half hy? u|us"),
        (TimeShape.Length, "us or us"),
        (TimeShape.Length, "a filler? u"),
        (TimeShape.Length, "u hy old|period"),
        (TimeShape.PastLength, "the? past|last|next|told|recent n fil? us"),
        (TimeShape.PastLength, "the? past|last|next n u"),
        (TimeShape.PastLength, "the? n past|last|next|told us"),
        (TimeShape.PastLength, "the past u"),
        (TimeShape.PastLength, "the past|last|next half u"),
        (TimeShape.PastLength, "past u"),
        (TimeShape.Range, "the? next|past|last? n to|or|hy n fil? hy? u|us"),
        (TimeShape.Recurring, "ev fil? u|WD|MO|dp|se|hol"),
        (TimeShape.Recurring, "ev WD dp"),
        (TimeShape.Recurring, "ev n us"),
        (TimeShape.Recurring, "ev od u|WD"),
        (TimeShape.Recurring, "wds"),
        (TimeShape.Recurring, "WD dps"),
        (TimeShape.Recurring, "fr"),
        (TimeShape.Recurring, "n? times a|ev u"),
        (TimeShape.Vague, "va"),
        (TimeShape.Vague, "the past"),
        (TimeShape.Vague, "past us"),
        (TimeShape.PastLength, "the? recent us"),
        (TimeShape.PastLength, "the us ahead"),
        (TimeShape.Clock, "ck ampm? zone|local?"),
        (TimeShape.Clock, "n ampm zone|local?"),
        (TimeShape.Clock, "n oclock"),
        (TimeShape.Clock, "at n"),
        (TimeShape.Clock, "yr zone"),
    ];

    static readonly FrozenDictionary<string, TimeClass> Elements = new Dictionary<string, TimeClass>(StringComparer.Ordinal)
    {
        ["wd"] = TimeClass.Weekday | TimeClass.WeekdayShort, ["WD"] = TimeClass.Weekday, ["wds"] = TimeClass.Weekdays, ["mo"] = TimeClass.Month | TimeClass.MonthWeak, ["MO"] = TimeClass.Month,
        ["dn"] = TimeClass.DayNumber, ["od"] = TimeClass.Ordinal, ["n"] = TimeClass.Number, ["yr"] = TimeClass.Year, ["y2"] = TimeClass.ShortYear, ["u"] = TimeClass.Unit, ["us"] = TimeClass.Units,
        ["dp"] = TimeClass.DayPart, ["dps"] = TimeClass.DayParts, ["se"] = TimeClass.Season, ["de"] = TimeClass.Deictic, ["tn"] = TimeClass.Tonight, ["this"] = TimeClass.This, ["next"] = TimeClass.Next,
        ["last"] = TimeClass.Last, ["past"] = TimeClass.Past, ["told"] = TimeClass.Told, ["the"] = TimeClass.The, ["a"] = TimeClass.A, ["that"] = TimeClass.That, ["ago"] = TimeClass.Ago, ["later"] = TimeClass.Later,
        ["va"] = TimeClass.Vague, ["recent"] = TimeClass.Recent, ["ev"] = TimeClass.Every, ["fr"] = TimeClass.Frequency, ["edge"] = TimeClass.Edge, ["ck"] = TimeClass.Clock, ["ampm"] = TimeClass.AmPm,
        ["oclock"] = TimeClass.OClock, ["fd"] = TimeClass.FullDate, ["fy"] = TimeClass.Fiscal, ["dec"] = TimeClass.Decade, ["hol"] = TimeClass.Holiday, ["of"] = TimeClass.Of, ["and"] = TimeClass.And,
        ["to"] = TimeClass.To, ["or"] = TimeClass.Or, ["hy"] = TimeClass.Hyphen, ["cm"] = TimeClass.Comma, ["ps"] = TimeClass.Possessive, ["old"] = TimeClass.Old, ["period"] = TimeClass.Period,
        ["fil"] = TimeClass.Filler, ["filler"] = TimeClass.Filler, ["half"] = TimeClass.Half, ["zone"] = TimeClass.Zone, ["local"] = TimeClass.Local, ["ahead"] = TimeClass.Ahead, ["times"] = TimeClass.Times, ["qc"] = TimeClass.QuarterCode, ["on"] = TimeClass.On, ["at"] = TimeClass.At, ["in"] = TimeClass.In,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly List<Node> Nodes = Build();

    /// <summary>A step of the tree: what a word must be, and where that leads.</summary>
    sealed class Node
    {
        public List<(TimeClass Classes, int Next)> Edges { get; } = [];

        public int Rule { get; set; } = -1;
    }

    /// <summary>One way to read the words from some place on.</summary>
    /// <param name="Classes">What each word was taken for.</param>
    public readonly record struct Match(TimeShape Shape, int Rule, TimeClass[] Classes);

    /// <summary>All readings from a symbol on, the longest first, those of one length in the order of the table.</summary>
    public static void Find(List<TimeSymbol> symbols, int first, List<Match> found)
    {
        found.Clear();
        Span<TimeClass> path = stackalloc TimeClass[24];
        Walk(symbols, first, 0, path, 0, found);
        if (found.Count > 1)
            found.Sort(static (a, b) => a.Classes.Length != b.Classes.Length ? b.Classes.Length.CompareTo(a.Classes.Length) : a.Rule.CompareTo(b.Rule));
    }

    static void Walk(List<TimeSymbol> symbols, int at, int node, Span<TimeClass> path, int depth, List<Match> found)
    {
        var here = Nodes[node];
        if (here.Rule >= 0)
            found.Add(new Match(Table[here.Rule].Shape, here.Rule, path[..depth].ToArray()));
        if (at >= symbols.Count || symbols[at].Classes == TimeClass.None || depth == path.Length)
            return;
        foreach (var (classes, next) in here.Edges)
        {
            if ((path[depth] = classes & symbols[at].Classes) != TimeClass.None)
                Walk(symbols, at + 1, next, path, depth + 1, found);
        }
    }

    static List<Node> Build()
    {
        List<Node> nodes = [new Node()];
        for (var rule = 0; rule < Table.Length; rule++)
            Add(nodes, 0, Table[rule].Pattern.Split(' '), 0, rule);
        return nodes;
    }

    static void Add(List<Node> nodes, int node, string[] elements, int at, int rule)
    {
        if (at == elements.Length)
        {
            if (nodes[node].Rule < 0)
                nodes[node].Rule = rule;
            return;
        }
        var element = elements[at];
        if (element.EndsWith('?'))
            Add(nodes, node, elements, at + 1, rule);
        var classes = TimeClass.None;
        foreach (var name in element.TrimEnd('?').Split('|'))
            classes |= Elements[name];
        var next = nodes[node].Edges.Find(edge => edge.Classes == classes).Next;
        if (next == 0)
        {
            next = nodes.Count;
            nodes.Add(new Node());
            nodes[node].Edges.Add((classes, next));
        }
        Add(nodes, next, elements, at + 1, rule);
    }
}
