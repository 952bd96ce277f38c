using Stemma.Language;
using Stemma.Language.Attributions;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>The stages behind the attribution network, each by itself on trees written by hand: they must hold whatever was learned.</summary>
public sealed class BuiltAttributionTests
{
    const string Asked = """
        Asked ask VERB VBN 6 advcl
        whether whether SCONJ IN 3 mark
        ships ship NOUN NNS 4 nsubj
        sank sink VERB VBD 1 ccomp
        Holt Holt PROPN NNP 6 nsubj
        nodded nod VERB VBD 0 root
        """;

    const string Told = """
        Holt Holt PROPN NNP 3 nsubj:pass
        was be AUX VBD 3 aux:pass
        told tell VERB VBN 0 root
        ships ship NOUN NNS 5 nsubj
        sank sink VERB VBD 3 ccomp
        """;

    const string Quoted = """
        Holt Holt PROPN NNP 3 nsubj:pass
        was be AUX VBD 3 aux:pass
        quoted quote VERB VBN 0 root
        as as SCONJ IN 5 mark
        saying say VERB VBG 3 advcl
        ships ship NOUN NNS 7 nsubj
        sank sink VERB VBD 5 ccomp
        """;

    const string Arrived = """
        Holt Holt PROPN NNP 2 nsubj
        arrived arrive VERB VBD 0 root
        and and CCONJ CC 4 cc
        said say VERB VBD 2 conj
        ships ship NOUN NNS 6 nsubj
        sank sink VERB VBD 4 ccomp
        """;

    const string Believed = """
        It it PRON PRP 3 expl
        is be AUX VBZ 3 aux:pass
        believed believe VERB VBN 0 root
        that that SCONJ IN 6 mark
        ships ship NOUN NNS 6 nsubj
        sank sink VERB VBD 3 ccomp
        """;

    const string Supposed = """
        The the DET DT 2 det
        hackers hacker NOUN NNS 4 nsubj:pass
        are be AUX VBP 4 aux:pass
        believed believe VERB VBN 0 root
        to to PART TO 6 mark
        run run VERB VB 4 xcomp
        ships ship NOUN NNS 6 obj
        """;

    const string Perfect = """
        Holt Holt PROPN NNP 3 nsubj:pass
        's 's AUX VBZ 3 aux:pass
        believed believe VERB VBN 0 root
        to to PART TO 5 mark
        run run VERB VB 3 xcomp
        """;

    const string Emerged = """
        It it PRON PRP 3 nsubj
        has have AUX VBZ 3 aux
        emerged emerge VERB VBN 0 root
        that that SCONJ IN 6 mark
        ships ship NOUN NNS 6 nsubj
        sank sink VERB VBD 3 ccomp
        """;

    const string InStatement = """
        Holt Holt PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        in in ADP IN 5 case
        a a DET DT 5 det
        statement statement NOUN NN 2 obl
        ships ship NOUN NNS 7 nsubj
        sank sink VERB VBD 2 ccomp
        """;

    const string LastYear = """
        Holt Holt PROPN NNP 2 nsubj
        argued argue VERB VBD 0 root
        last last ADJ JJ 4 amod
        year year NOUN NN 2 obl:unmarked
        that that SCONJ IN 7 mark
        ships ship NOUN NNS 7 nsubj
        sank sink VERB VBD 2 ccomp
        """;

    const string InHarbour = """
        Holt Holt PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        in in ADP IN 4 case
        harbour harbour NOUN NN 6 obl
        ships ship NOUN NNS 6 nsubj
        sank sink VERB VBD 2 ccomp
        """;

    const string Who = """
        Holt Holt PROPN NNP 0 root
        who who PRON WP 3 nsubj
        said say VERB VBD 1 acl:relcl
        ships ship NOUN NNS 5 nsubj
        sank sink VERB VBD 3 ccomp
        """;

    const string Raising = """
        Holt Holt PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        , , PUNCT , 4 punct
        raising raise VERB VBG 2 advcl
        fears fear NOUN NNS 4 obj
        that that SCONJ IN 8 mark
        ships ship NOUN NNS 8 nsubj
        sank sink VERB VBD 5 acl
        """;

    const string Adding = """
        Holt Holt PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        , , PUNCT , 4 punct
        adding add VERB VBG 2 advcl
        that that SCONJ IN 7 mark
        ships ship NOUN NNS 7 nsubj
        sank sink VERB VBD 4 ccomp
        """;

    static Draft Draft(Document document, string source, string cue, string content) =>
        new(source.Length == 0 ? [] : [document.RangeOf(source)], [document.RangeOf(cue)], [document.RangeOf(content)], Stance.Says, Polarity.Positive, true, 0.9);

    [Theory]
    [InlineData(Believed, "is believed / that ships sank")]
    [InlineData(Told, "")]
    [InlineData(Quoted, "")]
    public void A_passive_whose_subject_is_nobody_has_what_it_governs_for_its_content(string lines, string expected)
    {
        var document = BuiltDocument.Of(lines);
        var drafts = new List<Draft>();
        Impersonal.Fill(document, drafts);
        Assert.Equal(expected, string.Join(" + ", drafts.Select(draft => $"{draft.Cue[0].Of(document.Text)} / {draft.Content[0].Of(document.Text)}")));
        var once = drafts.Count;
        Impersonal.Fill(document, drafts);
        Assert.Equal(once, drafts.Count);
    }

    static string Sources(string lines, string source, string cue, string content)
    {
        var document = BuiltDocument.Of(lines);
        return string.Join(" + ", LeftOut.Fill(document, [Draft(document, source, cue, content)])[0].Source.Select(range => range.Of(document.Text)));
    }

    [Theory]
    [InlineData(Asked, "Holt", "Asked", "whether ships sank", "")]
    [InlineData(Asked, "", "Asked", "whether ships sank", "")]
    [InlineData(Told, "Holt", "told", "ships sank", "")]
    [InlineData(Quoted, "Holt", "quoted", "ships sank", "Holt")]
    [InlineData(Arrived, "", "said", "ships sank", "Holt")]
    [InlineData(Arrived, "Holt", "said", "ships sank", "Holt")]
    [InlineData(Raising, "Holt", "raising fears", "that ships sank", "")]
    [InlineData(Raising, "", "raising fears", "that ships sank", "")]
    [InlineData(Adding, "", "adding", "that ships sank", "Holt")]
    [InlineData(Believed, "It", "believed", "that ships sank", "")]
    [InlineData(Supposed, "The hackers", "are believed", "to run ships", "")]
    [InlineData(Perfect, "Holt", "believed", "to run", "Holt")]
    [InlineData(Emerged, "It", "has emerged", "that ships sank", "")]
    public void Who_speaks_is_the_subject_of_a_verb_of_speaking_and_not_who_is_spoken_to(string lines, string source, string cue, string content, string expected) =>
        Assert.Equal(expected, Sources(lines, source, cue, content));

    [Theory]
    [InlineData(Supposed, "The hackers", "are believed", "to run ships", "The hackers + to run ships")]
    [InlineData(Supposed, "", "are believed", "to run ships", "The hackers + to run ships")]
    [InlineData(Supposed, "", "are believed", "hackers are believed to run ships", "hackers are believed to run ships")]
    [InlineData(Perfect, "Holt", "believed", "to run", "to run")]
    [InlineData(Told, "Holt", "told", "ships sank", "ships sank")]
    public void Of_whom_something_is_believed_is_part_of_what_is_believed(string lines, string source, string cue, string content, string expected)
    {
        var document = BuiltDocument.Of(lines);
        Assert.Equal(expected, string.Join(" + ", LeftOut.Fill(document, [Draft(document, source, cue, content)])[0].Content.Select(range => range.Of(document.Text))));
    }

    [Theory]
    [InlineData(InStatement, "said in", "a statement ships sank", "said in a statement / ships sank")]
    [InlineData(InStatement, "said", "in a statement ships sank", "said in a statement / ships sank")]
    [InlineData(InStatement, "said in a statement", "ships sank", "said in a statement / ships sank")]
    [InlineData(LastYear, "argued last", "year that ships sank", "argued last year / ships sank")]
    [InlineData(InHarbour, "said", "in harbour ships sank", "said / in harbour ships sank")]
    public void Where_and_when_it_was_said_is_no_part_of_what_was_said(string lines, string cue, string content, string expected)
    {
        var document = BuiltDocument.Of(lines);
        var found = Circumstances.Behind(document, document.RangeOf(cue), document.RangeOf(content));
        Assert.Equal(expected, $"{found.Cue.Of(document.Text)} / {found.Content.Of(document.Text)}");
    }

    [Fact]
    public void Who_stands_for_the_noun_it_describes()
    {
        var document = BuiltDocument.Of(Who);
        Assert.Equal("Holt", LeftOut.Fill(document, [Draft(document, "who", "said", "ships sank")])[0].Antecedent?.Of(document.Text));
    }

    [Fact]
    public void An_attribution_lies_in_the_smallest_content_that_holds_all_of_it()
    {
        var document = BuiltDocument.Of("""
            Holt Holt PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            Ames Ames PROPN NNP 4 nsubj
            thinks think VERB VBZ 2 ccomp
            Reed Reed PROPN NNP 6 nsubj
            knew know VERB VBD 4 ccomp
            ships ship NOUN NNS 8 nsubj
            sank sink VERB VBD 6 ccomp
            """);
        var linked = Nesting.Link([Draft(document, "Holt", "said", "Ames thinks Reed knew ships sank"), Draft(document, "Ames", "thinks", "Reed knew ships sank"), Draft(document, "Reed", "knew", "ships sank")]);
        Assert.Equal([-1, 0, 1], linked.Select(static draft => draft.Parent));
    }

    [Theory]
    [InlineData("said say VERB VBD 0 root", "said", Stance.Says, Polarity.Positive, true)]
    [InlineData("said say VERB VBD 0 root\nnot not PART RB 1 advmod", "said", Stance.Says, Polarity.Negative, false)]
    [InlineData("denied deny VERB VBD 0 root", "denied", Stance.Denies, Polarity.Negative, true)]
    [InlineData("believe believe VERB VB 0 root\nnot not PART RB 1 advmod", "believe", Stance.Believes, Polarity.Negative, true)]
    [InlineData("would would AUX MD 2 aux\nwarn warn VERB VB 0 root", "warn", Stance.Warns, Polarity.Positive, false)]
    [InlineData("declined decline VERB VBD 0 root\nto to PART TO 3 mark\nsay say VERB VB 1 xcomp", "declined to say", Stance.Says, Polarity.Negative, false)]
    public void A_cue_tells_stance_polarity_and_whether_it_was_said(string lines, string cue, Stance stance, Polarity polarity, bool committed)
    {
        var document = BuiltDocument.Of(lines);
        var (first, end) = document.TokensIn(document.RangeOf(cue));
        Assert.Equal(new CueWords.Reading(stance, polarity, committed), CueWords.Read(document, first, end));
    }

    [Fact]
    public void Whoever_is_quoted_as_saying_it_is_the_source_inside()
    {
        var document = BuiltDocument.Of("""
            Media media NOUN NNS 2 nsubj
            quoted quote VERB VBD 0 root
            Holt Holt PROPN NNP 2 obj
            as as SCONJ IN 5 mark
            saying say VERB VBG 2 advcl
            ships ship NOUN NNS 7 nsubj
            sank sink VERB VBD 5 ccomp
            """);
        var inner = QuotedAs.In(document, Draft(document, "Media", "quoted", "Holt as saying ships sank"));
        Assert.Equal("Holt / as saying / ships sank", inner is null ? "" : $"{inner.Source[0].Of(document.Text)} / {inner.Cue[0].Of(document.Text)} / {inner.Content[0].Of(document.Text)}");
    }

    const string Replied = """
        Holt Holt PROPN NNP 2 nsubj
        {0} {0} VERB VBD 0 root
        : : PUNCT : 5 punct
        “ “ PUNCT `` 5 punct
        Ships ship NOUN NNS 6 nsubj
        sank sink VERB VBD 2 ccomp
        . . PUNCT . 2 punct

        Boats boat NOUN NNS 2 nsubj
        sailed sail VERB VBD 0 root
        , , PUNCT , 6 punct
        ” ” PUNCT '' 6 punct
        Reuters Reuters PROPN NNP 6 nsubj
        reported report VERB VBD 2 parataxis
        """;

    [Theory]
    [InlineData("replied", "Holt / replied / “Ships sank. Boats sailed,”", "Reuters / reported / Holt replied: “Ships sank. Boats sailed,”")]
    [InlineData("laughed", "Reuters / reported / Boats sailed,”", null)]
    public void Who_introduces_a_quotation_with_a_colon_speaks_in_all_of_it(string verb, string first, string? second)
    {
        var document = BuiltDocument.Of(Replied.Replace("{0}", verb, StringComparison.Ordinal).Replace("laughed laughed", "laughed laugh", StringComparison.Ordinal).Replace("replied replied", "replied reply", StringComparison.Ordinal));
        List<Draft> drafts = [Draft(document, "Reuters", "reported", "Boats sailed,”")];
        Introduced.Fill(document, drafts);
        Assert.Equal(new[] { first, second }.OfType<string>(), drafts.OrderBy(static draft => draft.Cue[0].Start).Select(draft => string.Join(" / ", new[] { draft.Source[0], draft.Cue[0], draft.Content[0] }.Select(range => range.Of(document.Text)))));
    }

    [Fact]
    public void What_describes_the_source_is_not_told_by_it()
    {
        var document = BuiltDocument.Of("""
            Ships ship NOUN NNS 2 nsubj
            sank sink VERB VBD 0 root
            , , PUNCT , 6 punct
            according accord VERB VBG 6 case
            to to ADP IN 4 fixed
            Reuters Reuters PROPN NNP 2 obl
            , , PUNCT , 9 punct
            an a DET DT 9 det
            agency agency NOUN NN 6 appos
            . . PUNCT . 2 punct
            """);
        var draft = Draft(document, "Reuters", "according to", "Ships sank");
        draft.Content.Add(document.RangeOf("an agency"));
        var filled = LeftOut.Fill(document, [draft])[0];
        Assert.Equal(("Reuters, an agency", "Ships sank"), (filled.Source[0].Of(document.Text), string.Join(" + ", filled.Content.Select(range => range.Of(document.Text)))));
    }

    [Fact]
    public void A_quotation_behind_as_saying_is_told_by_whoever_quotes_it()
    {
        var document = BuiltDocument.Of("""
            Holt Holt PROPN NNP 2 nsubj
            nodded nod VERB VBD 0 root
            , , PUNCT , 5 punct
            papers paper NOUN NNS 5 nsubj
            quoting quote VERB VBG 2 advcl
            him he PRON PRP 5 obj
            as as SCONJ IN 8 mark
            saying say VERB VBG 5 advcl
            : : PUNCT : 12 punct
            “ “ PUNCT `` 12 punct
            Ships ship NOUN NNS 12 nsubj
            sank sink VERB VBD 8 ccomp
            . . PUNCT . 2 punct
            ” ” PUNCT '' 2 punct
            """);
        var read = Draft(document, "papers", "quoting", "him as saying") with { Source = [document.RangeOf("Holt"), document.RangeOf("papers")] };
        var outer = QuotedAs.Completed(document, read);
        var inner = QuotedAs.In(document, outer);
        Assert.Equal(["papers / quoting / him as saying: “Ships sank.”", "him / as saying / “Ships sank.”"],
            new[] { outer, inner }.OfType<Draft>().Select(draft => string.Join(" / ", new[] { draft.Source[0], draft.Cue[0], draft.Content[0] }.Select(range => range.Of(document.Text)))));
    }

    [Fact]
    public void Words_that_weaken_are_those_inside_the_content()
    {
        var document = BuiltDocument.Of("""
            Perhaps perhaps ADV RB 3 advmod
            Holt Holt PROPN NNP 3 nsubj
            said say VERB VBD 0 root
            ships ship NOUN NNS 6 nsubj
            may may AUX MD 6 aux
            sink sink VERB VB 3 ccomp
            """);
        Assert.Equal(["may"], HedgeFinder.In(document, [document.RangeOf("ships may sink")]).Select(range => range.Of(document.Text)));
    }

    [Theory]
    [InlineData("she", "Jane Holt")]
    [InlineData("he", "")]
    public void A_pronoun_goes_to_who_was_cited_last_if_nothing_speaks_against_it(string pronoun, string expected)
    {
        var document = BuiltDocument.Of($"""
            Spokeswoman spokeswoman NOUN NN 2 compound
            Jane Jane PROPN NNP 4 nsubj
            Holt Holt PROPN NNP 2 flat
            said say VERB VBD 0 root
            ships ship NOUN NNS 6 nsubj
            sank sink VERB VBD 4 ccomp
            . . PUNCT . 4 punct

            Later later ADV RB 3 advmod
            {pronoun} {pronoun} PRON PRP 3 nsubj
            added add VERB VBD 0 root
            boats boat NOUN NNS 5 nsubj
            sailed sail VERB VBD 3 ccomp
            . . PUNCT . 3 punct
            """);
        var found = SpeakerResolver.Resolve(document, [Draft(document, "Spokeswoman Jane Holt", "said", "ships sank"), Draft(document, pronoun, "added", "boats sailed")]);
        Assert.Equal(expected, string.Join(" + ", found[1].Speakers.Select(static speaker => speaker.Name)));
    }
}
