namespace Stemma.App.Pages.Served;

/// <summary>The labels of Universal Dependencies in words that a reader of newspapers knows.</summary>
static class SyntaxWording
{
    public static string PartOfSpeech(string upos) => upos switch
    {
        "ADJ" => "adjective",
        "ADP" => "preposition",
        "ADV" => "adverb",
        "AUX" => "helping verb",
        "CCONJ" => "joining word",
        "DET" => "article or the like",
        "INTJ" => "exclamation",
        "NOUN" => "noun",
        "NUM" => "number",
        "PART" => "particle",
        "PRON" => "pronoun",
        "PROPN" => "name",
        "PUNCT" => "punctuation mark",
        "SCONJ" => "word that opens a clause",
        "SYM" => "sign",
        "VERB" => "verb",
        _ => "other",
    };

    /// <summary>What a word is to the word it depends on.</summary>
    public static string Relation(string relation) => relation switch
    {
        "root" => "the heart of the sentence",
        "nsubj" or "csubj" => "who or what does it",
        "nsubj:pass" or "csubj:pass" => "who or what it is done to",
        "nsubj:outer" or "csubj:outer" => "who or what is meant",
        "obj" => "object",
        "iobj" => "who gets it",
        "obl" => "where, when, how or with whom",
        "obl:agent" => "by whom it is done",
        "obl:unmarked" or "nmod:unmarked" => "when or how much",
        "ccomp" => "what is said, thought or asked",
        "xcomp" => "what is begun, wanted or made",
        "advcl" or "advcl:relcl" => "clause of when, why or how",
        "acl" => "clause about it",
        "acl:relcl" => "clause about it",
        "advmod" => "adverb of it",
        "amod" => "adjective of it",
        "nmod" => "describes it",
        "nmod:poss" => "whose it is",
        "nmod:desc" => "title or trade",
        "appos" => "the same in other words",
        "nummod" => "how many",
        "compound" => "first part of the word",
        "compound:prt" => "part of the verb",
        "flat" => "part of the same name",
        "fixed" => "part of a set phrase",
        "det" or "det:predet" => "article or the like",
        "case" => "its preposition",
        "mark" => "opens the clause",
        "cc" or "cc:preconj" => "joins",
        "conj" => "joined to it",
        "aux" or "aux:pass" => "its helping verb",
        "cop" => "its “is” or “was”",
        "expl" => "stands in for it",
        "vocative" => "who is spoken to",
        "discourse" => "aside",
        "parataxis" => "beside it",
        "list" => "next in the list",
        "punct" => "its punctuation",
        "goeswith" => "split off by mistake",
        "reparandum" => "taken back",
        "orphan" => "left of a shortened clause",
        "dislocated" => "moved out of its place",
        _ => "belongs to it",
    };
}
