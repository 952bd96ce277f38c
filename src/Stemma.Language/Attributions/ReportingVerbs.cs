using System.Collections.Frozen;

namespace Stemma.Language.Attributions;

/// <summary>How a reporting verb takes its content.</summary>
[Flags]
enum Frame
{
    None = 0,
    /// <summary>A clause or a quotation: "said that …", "said: …".</summary>
    Clause = 1,
    /// <summary>A noun phrase or what hangs on it: "denied the charge", "accused X of …", "called it …".</summary>
    Object = 2,
    /// <summary>A person first: "told reporters that …".</summary>
    Recipient = 4,
    /// <summary>An infinitive: "urged X to …", "vowed to …".</summary>
    Infinitive = 8,
    /// <summary>Its subject may follow it: "…, said the minister".</summary>
    Inverts = 16,
    /// <summary>"is expected to", "is said to": somebody, unnamed, holds it so.</summary>
    Passive = 32,
    /// <summary>Its base and third person are also common nouns ("report", "claims"): they need a clause or quotation after them.</summary>
    AlsoNoun = 64,
    /// <summary>Its subject may be a thing (a video, a poll): "showed", "suggests".</summary>
    Thing = 128,
}

enum Form { Base, ThirdPerson, Past, Participle, Gerund }

/// <summary>A reporting verb as it was met: which verb, which of its forms.</summary>
/// <param name="Particle">A word that must follow ("point out"), or null.</param>
sealed record ReportingVerb(string Lemma, Frame Frames, Stance Stance, Form Form, string? Particle)
{
    public bool Takes(Frame frame) => (Frames & frame) != Frame.None;
}

/// <summary>
/// The verbs that report what somebody says, thinks or intends, with the frames they take and the stance they express.
/// The choice follows the reporting-verb classes of the literature (Levin 1993: say, tell, declare, conjecture, judgement
/// verbs); each was kept or dropped by how often it is a cue on the training part of PolNeAR (see docs/evaluation.md).
/// Forms are inflected by rule, irregular ones are listed. Look-up costs one hash.
/// </summary>
static class ReportingVerbs
{
    const string Table = """
        says: say*i write*i reply*i respond announce*t state*n note declare explain*i remark*i observe recall*i reiterate* repeat* stress*n emphasize* emphasise* underline* point-out* comment*i joke*in quip*i muse*in
        says: argue maintain contend* assert* claim*n allege* insist*i testify* reveal* disclose* report*nti tweet*in post conclude* complain* lament* boast* shout*in cry*i mention*o describe+o call+o characterize+o characterise+o portray+o label+o cite+o quote+o recount+o outline+o discuss+o
        says: show*t indicate*t suggest*t find*t hint* imply* signal* add*i continue*i tell*r inform*r brief*r remind*r assure*r
        confirms: confirm* acknowledge* admit* concede* agree* verify+o
        denies: deny* reject+o dismiss+o refute+o rebut+o dispute+o disavow+o
        accuses: accuse+o blame+o criticize+o criticise+o condemn+o denounce+o decry+o slam+on blast+on assail+o lambast+o lambaste+o chide+o rebuke+o castigate+o mock+o
        warns: warn*ri caution* threaten*f
        predicts: predict* forecast*pn project*pn expect*pf anticipate*p estimate*pn foresee+o
        believes: believe*p think*p feel hope*nf fear*np suspect*n doubt*n know worry*n consider+op assume* guess* reckon*i suppose* speculate* understand*p praise+on welcome+o hail+on support+on endorse+o oppose+o defend+o back applaud+o regret*n want#f wish#f favor#on favour#on
        asks: ask*ir wonder*i question+on inquire* request*nf seek#f
        promises: promise*nf vow*nf pledge*nf swear* guarantee*n offer#fn plan#fn intend#f
        orders: order#rfn urge*rf demand*nf advise*rf recommend*n propose*f instruct#rf command#rfn encourage#rf
        """;

    static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["say"] = "said said", ["tell"] = "told told", ["write"] = "wrote written", ["find"] = "found found", ["think"] = "thought thought", ["know"] = "knew known",
        ["feel"] = "felt felt", ["understand"] = "understood understood", ["swear"] = "swore sworn",
        ["foresee"] = "foresaw foreseen", ["forecast"] = "forecast forecast", ["show"] = "showed shown", ["seek"] = "sought sought", ["admit"] = "admitted admitted",
        ["quip"] = "quipped quipped", ["rebut"] = "rebutted rebutted", ["slam"] = "slammed slammed", ["label"] = "labelled labeled", ["plan"] = "planned planned", ["signal"] = "signalled signaled",
    };

    static readonly FrozenDictionary<string, ReportingVerb> Forms = Build();

    /// <summary>The verb this word is a form of, or null. Past tense and participle share a form and count as past.</summary>
    public static ReportingVerb? Find(string lowerWord) => Forms.GetValueOrDefault(lowerWord);

    static FrozenDictionary<string, ReportingVerb> Build()
    {
        var forms = new Dictionary<string, ReportingVerb>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var stance = Enum.Parse<Stance>(line[..colon], ignoreCase: true);
            foreach (var entry in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                AddForms(forms, entry, stance);
        }
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>An entry is a lemma, a sign (* clause, + object, # neither by itself) and letters for further frames.</summary>
    static void AddForms(Dictionary<string, ReportingVerb> forms, string entry, Stance stance)
    {
        var sign = entry.IndexOfAny(['*', '+', '#']);
        var lemma = sign < 0 ? entry : entry[..sign];
        var dash = lemma.IndexOf('-', StringComparison.Ordinal);
        var particle = dash < 0 ? null : lemma[(dash + 1)..];
        lemma = dash < 0 ? lemma : lemma[..dash];
        var frames = sign < 0 || entry[sign] == '*' ? Frame.Clause : entry[sign] == '+' ? Frame.Object : Frame.None;
        foreach (var letter in sign < 0 ? "" : entry[(sign + 1)..])
            frames |= letter switch { 'o' => Frame.Object, 'r' => Frame.Recipient, 'f' => Frame.Infinitive, 'i' => Frame.Inverts, 'p' => Frame.Passive, 'n' => Frame.AlsoNoun, 't' => Frame.Thing, _ => throw new FormatException(entry) };
        if (lemma is "say" or "report" or "describe" or "understand" or "think" or "believe")
            frames |= Frame.Passive;
        if (lemma is "deny")
            frames |= Frame.Object;
        var (past, participle) = Irregular.TryGetValue(lemma, out var irregular) ? (irregular.Split(' ')[0], irregular.Split(' ')[1]) : (Past(lemma), Past(lemma));
        forms.TryAdd(lemma, new(lemma, frames, stance, Form.Base, particle));
        forms.TryAdd(Third(lemma), new(lemma, frames, stance, Form.ThirdPerson, particle));
        forms.TryAdd(past, new(lemma, frames, stance, Form.Past, particle));
        forms.TryAdd(participle, new(lemma, frames, stance, Form.Participle, particle));
        forms.TryAdd(Gerund(lemma, past), new(lemma, frames, stance, Form.Gerund, particle));
    }

    static string Third(string lemma) =>
        lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ies"
        : lemma[^1] is 's' or 'x' || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) ? lemma + "es" : lemma + "s";

    static string Past(string lemma) =>
        lemma.EndsWith('e') ? lemma + "d" : lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ied" : lemma + "ed";

    static string Gerund(string lemma, string past)
    {
        if (past.Length == lemma.Length + 3 && past[^3] == past[^4])
            return lemma + lemma[^1] + "ing"; // admitted, admitting
        return lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma[..^1] + "ing" : lemma + "ing";
    }

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
