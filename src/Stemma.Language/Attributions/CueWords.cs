using System.Collections.Frozen;

namespace Stemma.Language.Attributions;

/// <summary>
/// What a cue says of how its source stands to the content: which kind of saying or thinking it is, whether it is negated, and whether
/// anything was said at all. The words are those of the verb classes of the literature (Levin 1993: say, tell, declare, conjecture,
/// desire, judgement verbs) with their nouns and adjectives, sorted by what they do (Searle 1976). A word that is not listed says.
/// Cost: one look-up per token of the cue. Gets wrong: irony, and words that are one thing or the other by what follows.
/// </summary>
static class CueWords
{
    const string Table = """
        says: say tell write state announce declare explain remark observe note report add continue reply respond answer claim argue insist maintain contend assert stress emphasize emphasise describe call mention recall repeat reiterate reveal disclose show indicate suggest find hint imply signal conclude testify tweet post publish cite quote comment joke quip statement report claim argument remark comment announcement account according
        confirms: confirm acknowledge admit concede agree verify affirm recognise recognize corroborate validate accept confirmation admission acknowledgement acknowledgment
        denies: deny reject dismiss refute rebut dispute disavow repudiate disclaim contradict denial rejection
        accuses: accuse blame criticize criticise condemn denounce decry slam blast assail lambast lambaste chide rebuke castigate mock attack allege deride ridicule scold berate fault bash excoriate rail accusation allegation criticism condemnation denunciation attack
        warns: warn caution threaten alert warning threat
        predicts: predict forecast project expect anticipate estimate foresee envision prophesy prediction forecast projection expectation estimate expected likely
        believes: believe think feel hope fear suspect doubt know worry consider assume guess reckon suppose speculate understand regret want wish like love hate prefer see view regard deem trust imagine realise realize care appear seem support endorse oppose favor favour back praise welcome hail applaud defend admire respect resent enjoy belief opinion view hope fear concern doubt suspicion thought feeling desire support opposition praise sure certain confident convinced worried concerned afraid skeptical sceptical optimistic hopeful aware proud happy glad angry
        asks: ask wonder question inquire enquire request query seek question request inquiry
        promises: promise vow pledge swear guarantee offer plan intend commit promise pledge vow guarantee intention commitment offer
        orders: order urge demand advise recommend propose instruct command encourage require direct implore exhort demand order proposal recommendation advice
        """;

    /// <summary>Whose negation leaves something said: "does not believe that it is so" tells what is believed.</summary>
    static readonly FrozenSet<Stance> Attitudes = new[] { Stance.Believes, Stance.Predicts }.ToFrozenSet();

    static readonly FrozenSet<string> Negations = Words("not n't n’t never no nobody neither nor without");

    static readonly FrozenSet<string> Refusals = Words("decline refuse fail avoid stop hesitate");

    static readonly FrozenSet<string> Unreal = Words("would could might may should must can will shall 'd ’d wo ca if unless");

    /// <summary>How far an auxiliary may stand from its verb, in tokens.</summary>
    const int Reach = 12;

    static readonly FrozenDictionary<string, Stance> Stances = Build();

    /// <param name="Committed">False where it was not said, or would, could or will be.</param>
    public readonly record struct Reading(Stance Stance, Polarity Polarity, bool Committed);

    /// <param name="first">First token of the cue.</param>
    /// <param name="end">One past its last.</param>
    public static Reading Read(Document document, int first, int end)
    {
        var stance = StanceOf(document, first, end);
        var (negated, refused, unreal) = (false, false, false);
        foreach (var token in Around(document, first, end))
        {
            var word = document.TokenAt(token);
            var lower = word.Text.ToString().ToLowerInvariant();
            negated |= Negations.Contains(lower);
            refused |= token < end && token >= first && Refusals.Contains(word.Lemma) && token + 1 < end;
            unreal |= Unreal.Contains(lower) && word.Upos is "AUX" or "SCONJ" && Unreal.Contains(lower);
        }
        if (stance == Stance.Denies)
            return new Reading(stance, Polarity.Negative, !negated && !refused && !unreal);
        return new Reading(stance, negated || refused ? Polarity.Negative : Polarity.Positive, !unreal && !refused && (!negated || Attitudes.Contains(stance)));
    }

    /// <summary>Whether a listed word here governs a clause of its own, or somebody is accorded: a quick look before the network is asked.</summary>
    public static bool AnyIn(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.TokenAt(i) is { Relation: "ccomp" or "parataxis", Head: var head } && head >= first && head < end && Stances.ContainsKey(document.TokenAt(head).Lemma)
                || document.TokenAt(i).Lemma is "accord")
                return true;
        return false;
    }

    /// <summary>Whether the subject of this verb's passive is somebody else than who speaks or thinks: told, accused, believed. Whoever "was quoted" speaks, and whoever "is committed" means it.</summary>
    public static bool IsDoneToSubject(string lemma) =>
        lemma is not ("quote" or "cite" or "commit" or "worry" or "swear" or "pledge" or "agree") && IsListed(lemma);

    /// <summary>Whether this verb is spoken to somebody, who is the subject of its passive: "was told to", "was asked whether".</summary>
    public static bool IsAddressing(string lemma) => lemma is "tell" or "remind" or "inform" or "advise" || Stances.TryGetValue(lemma, out var stance) && stance is Stance.Asks or Stance.Warns or Stance.Orders;

    /// <summary>Whether this is a verb of saying or thinking that is known here.</summary>
    public static bool IsListed(string lemma) => Stances.ContainsKey(lemma);

    /// <summary>Whether this verb tells that something is said, asked, warned of: in words, not in thought.</summary>
    public static bool IsSpeaking(string lemma) => Stances.TryGetValue(lemma, out var stance) && stance is Stance.Says or Stance.Asks or Stance.Warns or Stance.Confirms or Stance.Denies;

    static Stance StanceOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var lemma = document.TokenAt(i).Lemma;
            if (lemma is "call" && i + 1 < document.TokenCount && document.TokenAt(i + 1).Text is "for" or "on")
                return Stance.Orders;
            if (lemma is "point" or "go" or "make" or "have" or "be" || !Stances.TryGetValue(lemma, out var stance))
                continue;
            // "was asked", "expressed hope": the word that carries the meaning is the last listed one behind an empty verb.
            return stance;
        }
        return Stance.Says;
    }

    /// <summary>The cue's own tokens, and the auxiliaries and negations that hang on them.</summary>
    static IEnumerable<int> Around(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            yield return i;
        var sentence = document.SentenceOfToken(first);
        for (var i = Math.Max(first - Reach, document.SentenceStarts[sentence]); i < Math.Min(end + Reach, document.SentenceStarts[sentence + 1]); i++)
            if ((i < first || i >= end) && document.TokenAt(i).Head is var head && head >= first && head < end && document.TokenAt(i).Relation is "aux" or "advmod" or "mark")
                yield return i;
    }

    static FrozenDictionary<string, Stance> Build()
    {
        var stances = new Dictionary<string, Stance>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                stances.TryAdd(word, Enum.Parse<Stance>(line[..colon], ignoreCase: true));
        }
        return stances.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
