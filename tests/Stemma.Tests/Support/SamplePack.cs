using Stemma.Evidence;
using Stemma.Reports;
using Stemma.Timeline;

namespace Stemma.Tests.Support;

/// <summary>
/// A hand-built pack of an invented story: six reports of a moved bridge pier. It holds one of everything a pack can
/// hold: a revision, a reprint, an excerpt, a credit, a lost report, sources of every kind, statements quoted in every
/// way, nested and denied ones, an unnamed source, furniture, a claim with two origins and one merely repeated. The
/// counts of its claims are worked out by hand from the definitions in docs/decisions/0004-evidence-pack.md.
/// </summary>
static class SamplePack
{
    const string NoOutlet = "outlet not stated";
    const string Closed = "The bridge will stay closed until divers have looked at every pier";
    const string Cross = "About 30,000 people cross the bridge each day";
    const string Dispute = "Opposition deputy Tomas Rell accused the ministry of having known about a crack since January. The ministry denies having known of any crack";
    const string Known = "having known about a crack since January";
    const string Denial = "having known of any crack";
    const string Ferries = "ferries would run every ten minutes from Thursday";
    const string Update = "(Updates with mayor in fourth paragraph; corrects the name of Rell in a revision sent at 09:10.)";

    public static readonly SampleReport Wire = new SampleReport
    {
        Text = SampleTexts.Wire, Outlet = "Northern Wire", Title = "Lantern Bridge closed after pier moves", Agencies = ["Northern Wire"],
        Url = "https://wire.example/lantern-bridge", Published = "2025-03-04T18:20:00+01:00", Basis = "stated",
    }.SetApart("dateline", "ORVALE (Northern Wire) --").SetApart("promotion", "Read more: Five bridges that never close");

    public static readonly SampleReport Reprint = new SampleReport
    {
        Text = SampleTexts.Reprint, Outlet = "Harbour Gazette", Family = "Harbour Papers", Title = "Bridge shut after pier moves", Byline = "Northern Wire",
        Agencies = ["Northern Wire"], Url = "https://gazette.example/a/1", Published = "2025-03-04T21:05:00+01:00", Basis = "metadata",
    }.SetApart("credit", "By Northern Wire").SetApart("dateline", "ORVALE (Northern Wire) --").SetApart("promotion", "Read more: Five bridges that never close");

    public static readonly SampleReport Revision = new SampleReport
    {
        Text = SampleTexts.Revision, Outlet = "Northern Wire", Title = "Lantern Bridge to be shut for three weeks", Byline = "Ana Holt", Agencies = ["Northern Wire"],
        Url = "https://wire.example/lantern-bridge-2", Published = "2025-03-05T11:40:00+01:00", Basis = "stated",
    }.Advise("correction", Update).SetApart("dateline", "ORVALE (Northern Wire) --");

    public static readonly SampleReport OwnStory = new()
    {
        Text = SampleTexts.OwnStory, Outlet = "Caldia Today", Title = "Bridge could stay closed into April", Published = "2025-03-05", Basis = "inferred",
        Why = "its text says “on Wednesday” and the other reports of the story are of that week",
    };

    public static readonly SampleReport Excerpt = new()
    {
        Text = SampleTexts.Excerpt, Outlet = "Orvale Evening", Family = "Harbour Papers", Title = "Readers ask: what about the market?", Byline = "Mira Dunn",
        Url = "https://evening.example/market", Published = "2025-03-05T19:40:00+01:00", Basis = "metadata",
    };

    public static readonly SampleReport Undated = new() { Text = SampleTexts.Undated, Title = "What we know about the Lantern Bridge" };

    static readonly PackSource[] Sources =
    [
        Source("Ilse Marrand", "person", "transport minister", "Marrand"),
        Source("Petra Osk", "person", "chief engineer of the road office", "Osk"),
        Source("Tomas Rell", "person", "opposition deputy", "Rell"),
        Source("Dario Venn", "person", "mayor"),
        Source("Transport Ministry", "government", null, "the ministry"),
        Source("Lantern Bridge Company", "organisation", "operator", "its operator"),
        Source("Northern Wire", "agency", null, "the wire agency"),
        Source("Caldian Press Agency", "agency", null),
        Source("Harbour Gazette", "media", null),
        Source("Caldia Today", "media", null),
        Source("Orvale Evening", "media", null),
        Source(NoOutlet, "unnamed", null),
        Source("a person familiar with the inspection", "unnamed", null),
        Source("officials", "unnamed", null),
    ];

    public static EvidencePack Create() => Pack([Wire, Reprint, Revision, OwnStory, Excerpt, Undated], [Bridge()]);

    /// <summary>A story of one report, with one statement.</summary>
    public static EvidencePack OneReport() => Pack([OwnStory], [Alone(OwnStory, OwnStory.Title ?? "")]);

    /// <summary>Many reports: each third story has two of them, the others one.</summary>
    public static EvidencePack Many(int stories)
    {
        var reports = new List<SampleReport>();
        var packed = new List<PackStory>();
        for (var i = 0; i < stories; i++)
        {
            var first = Numbered(i, "Caldia Today");
            reports.Add(first);
            var story = Alone(first, first.Title ?? "");
            if (i % 3 == 0)
            {
                var second = Numbered(i, "Harbour Gazette");
                reports.Add(second);
                story = story with { Reports = [first.Id, second.Id] };
            }
            packed.Add(story);
        }
        return Pack(reports, packed);
    }

    static SampleReport Numbered(int number, string outlet) => new()
    {
        Text = $"Notice {number}.\n\n" + SampleTexts.OwnStory, Outlet = outlet, Title = $"Notice {number} of the bridge office", Published = "2025-03-05", Basis = "metadata",
    };

    static EvidencePack Pack(IReadOnlyList<SampleReport> reports, IReadOnlyList<PackStory> stories) => new(
        EvidencePack.CurrentFormat, new PackTool("0.1.0", null), null, [], [.. reports.Select(report => report.ToPack())], stories);

    /// <summary>Invented, and put into the sea.</summary>
    static readonly PackPlace Bridgehead = new(ContentId.Of('p', "Lantern Bridge"), "Lantern Bridge", "site", 57.2, 4.1, "", null);

    static PackStory Alone(SampleReport report, string title)
    {
        var ferries = Statement(report, "Dario Venn", "Mayor Dario Venn", "promised", ["ferries every ten minutes"], "indirect", "promises");
        return new PackStory(
            ContentId.Of('s', report.Id), [], title, [report.Id], new Dictionary<string, string>(StringComparer.Ordinal), [], [], Sources, [ferries],
            [Claim("Ferries will run every ten minutes", [ferries], (1, 1, 1, 1, 1, 0), ["Dario Venn"], "single", report, "One report.")], [], [], []);
    }

    static PackStory Bridge()
    {
        var said = Statements();
        var why = new Dictionary<string, string>(StringComparer.Ordinal) { [Undated.Id] = "It names the Lantern Bridge and the moved pier, as the others do." };
        return new PackStory(
            ContentId.Of('s', Wire.Id), [], "The closing of the Lantern Bridge",
            [Wire.Id, Reprint.Id, Revision.Id, OwnStory.Id, Excerpt.Id, Undated.Id], why, Lineage(),
            [new PackLost(LostId, Revision.Line("corrects the name of Rell in a revision sent at 09:10"), "A revision sent at 09:10, corrected by this one.")],
            Sources, InReadingOrder(said.Values), Claims(said), Findings(said),
            TimelineBuilder.Build([.. InReadingOrder(said.Values)], Claims(said)),
            [
                new("Ilse Marrand and Petra Osk each say that a pier moved by four centimetres.", [ClaimId("The pier moved four centimetres")],
                    [Wire.Line("One of the piers of the Lantern Bridge moved by four centimetres overnight"), OwnStory.Line("the pier had moved “four whole centimetres”")]),
                new("Tomas Rell accuses the ministry of having known of a crack; the ministry denies it.",
                    [ClaimId("The ministry knew of a crack"), ClaimId("The ministry did not know of a crack")], [Revision.Line(Dispute)]),
            ], [Bridgehead]);
    }

    static PackStatement[] InReadingOrder(IEnumerable<PackStatement> statements)
    {
        string[] reports = [Wire.Id, Reprint.Id, Revision.Id, OwnStory.Id, Excerpt.Id, Undated.Id];
        return [.. statements.OrderBy(statement => Array.IndexOf(reports, statement.Report)).ThenBy(statement => statement.Content[0].Start).ThenByDescending(statement => statement.Content[0].End)];
    }

    static string LostId => ContentId.Of('l', Revision.Id, "09:10");

    static PackEdge[] Lineage() =>
    [
        SampleReport.Edge(Reprint, Wire, "reprints", 0.99, "Another outlet runs the whole of the agency’s text under a credit line.", [Reprint.Line("By Northern Wire")],
            SampleTexts.Wire[SampleTexts.Wire.IndexOf("One of", StringComparison.Ordinal)..(SampleTexts.Wire.IndexOf("by a diver", StringComparison.Ordinal) + "by a diver".Length)]),
        SampleReport.Edge(Revision, Wire, "revises", 0.93, "The same agency sent a later text in which half of the words stand unchanged, and says so itself.", [Revision.Line(Update)],
            Closed + ",” Marrand told reporters at the site", Cross, Dispute),
        SampleReport.Edge(Excerpt, Revision, "excerpts", 0.81, "Two sentences of the agency’s revision stand in a report that is otherwise its own.", [],
            "Mayor Dario Venn said " + Ferries, Dispute),
        new(Revision.Id, LostId, "revises", new PackEdgeEvidence(0, 0, [], [Revision.Line(Update)]), 0.9, "Its own advisory line speaks of an earlier revision."),
        new(Excerpt.Id, SourceId("Northern Wire"), "credits", new PackEdgeEvidence(0, 0, [], [Excerpt.Line("The wire agency also wrote")]), 0.9, "The report names the agency it quotes from."),
    ];

    static SortedDictionary<string, PackStatement> Statements()
    {
        PackStatement Accusation(SampleReport report, params string[] relays) => Statement(report, "Tomas Rell", "Opposition deputy Tomas Rell", "accused", [Known], "indirect", "accuses", relays);
        PackStatement Denied(SampleReport report, PackStatement denies, params string[] relays) =>
            Statement(report, "Transport Ministry", "The ministry", "denies", [Denial], "indirect", "denies", relays) with { Denies = denies.Id, Polarity = "negative" };

        var moved = When("2025-03-03", "2025-03-04", "day", Wire.Find("overnight"));
        const string pier = "One of the piers of the Lantern Bridge moved by four centimetres overnight";
        var accusation1 = Accusation(Wire);
        var accusation2 = Accusation(Reprint, "Northern Wire");
        var accusation3 = Accusation(Revision);
        var accusation5 = Accusation(Excerpt, "Northern Wire");
        var relayed = Statement(Excerpt, "Northern Wire", "The wire agency", "wrote", [Dispute], "indirect", "says");
        return new(StringComparer.Ordinal)
        {
            ["pier1"] = Statement(Wire, "Ilse Marrand", "Transport Minister Ilse Marrand", "said", [pier], "indirect", "says") with { When = moved, Places = [new(Bridgehead.Id, Wire.Find("Lantern Bridge"))] },
            ["pier2"] = Statement(Reprint, "Ilse Marrand", "Transport Minister Ilse Marrand", "said", [pier], "indirect", "says", "Northern Wire"),
            ["pier3"] = Statement(Revision, "Petra Osk", "Petra Osk, chief engineer of the road office", "told", ["the pier had moved four centimetres"], "indirect", "says", "Caldian Press Agency"),
            ["pier4"] = Statement(OwnStory, "Petra Osk", "Petra Osk", "confirmed", ["the pier had moved “four whole centimetres”"], "mixed", "confirms"),
            ["pier6"] = Statement(Undated, null, null, null, ["The pier moved by four centimetres"], "indirect", "asserts"),
            ["closed1"] = Statement(Wire, "Ilse Marrand", "Marrand", "told", [Closed, "Nobody is in danger."], "direct", "says"),
            ["closed2"] = Statement(Reprint, "Ilse Marrand", "Marrand", "told", [Closed, "Nobody is in danger."], "direct", "says", "Northern Wire"),
            ["closed3"] = Statement(Revision, "Ilse Marrand", "Marrand", "told", [Closed], "direct", "says"),
            ["closed4"] = Statement(OwnStory, "Ilse Marrand", "Ilse Marrand", "said", ["The bridge will remain closed until divers have looked at each pier"], "direct", "says", "Caldian Press Agency"),
            ["weeks3"] = Statement(Revision, "Lantern Bridge Company", "its operator", "said", ["The Lantern Bridge will be shut for at least three weeks"], "indirect", "predicts"),
            ["april4"] = Statement(OwnStory, "officials", "officials", "warned", ["The Lantern Bridge could stay closed into April"], "indirect", "warns") with { Hedges = [OwnStory.Find("could")], Confidence = 0.55 },
            ["known1"] = accusation1,
            ["known2"] = accusation2,
            ["known3"] = accusation3,
            ["known5"] = accusation5 with { Parent = relayed.Id },
            ["wrote5"] = relayed,
            ["denied1"] = Denied(Wire, accusation1),
            ["denied2"] = Denied(Reprint, accusation2, "Northern Wire"),
            ["denied3"] = Denied(Revision, accusation3),
            ["denied4"] = Statement(OwnStory, "Transport Ministry", "The ministry", "rejected", ["the charge that it knew of a crack"], "indirect", "denies") with { Polarity = "negative" },
            ["denied5"] = Denied(Excerpt, accusation5, "Northern Wire") with { Parent = relayed.Id },
            ["diver1"] = Statement(Wire, "a person familiar with the inspection", "A person familiar with the inspection", "said", ["the crack was likely found by a diver"], "indirect", "says") with { Hedges = [Wire.Find("likely")] },
            ["ferry3"] = Statement(Revision, "Dario Venn", "Mayor Dario Venn", "said", [Ferries], "indirect", "says") with { When = When("2025-03-06", "2025-03-06", "day", Revision.Find("from Thursday")) },
            ["ferry4"] = Statement(OwnStory, "Dario Venn", "Mayor Dario Venn", "promised", ["ferries every ten minutes"], "indirect", "promises"),
            ["ferry5"] = Statement(Excerpt, "Dario Venn", "Mayor Dario Venn", "said", [Ferries], "indirect", "says") with { When = When("2025-03-06", "2025-03-06", "day", Excerpt.Find("from Thursday")) },
            ["cross1"] = Statement(Wire, null, null, null, [Cross + "."], "indirect", "asserts"),
        };
    }

    static PackClaim[] Claims(SortedDictionary<string, PackStatement> said)
    {
        PackStatement[] Of(string names) => [.. names.Split(' ').Select(name => said[name])];
        // Counts: reports, outlets, families, channels, origins, not stated.
        return
        [
            Claim("The pier moved four centimetres", Of("pier1 pier2 pier3 pier4 pier6"), (5, 4, 4, 3, 2, 1), ["Ilse Marrand", "Petra Osk"], "independent", Wire,
                "Two named origins: Ilse Marrand and Petra Osk; one report states it without a source."),
            Claim("The bridge stays closed until divers have looked at every pier", Of("closed1 closed2 closed3 closed4"), (4, 3, 3, 2, 1, 0), ["Ilse Marrand"], "repeated", Wire,
                "Four reports, all of them words of Ilse Marrand."),
            Claim("The ministry knew of a crack", Of("known1 known2 known3 known5"), (4, 3, 2, 1, 1, 0), ["Tomas Rell"], "repeated", Wire,
                "Four reports, all of them words of Tomas Rell; three copy the first.") with { Disputed = true },
            Claim("The ministry did not know of a crack", Of("denied1 denied2 denied3 denied4 denied5"), (5, 4, 3, 2, 1, 0), ["Transport Ministry"], "repeated", Wire,
                "Five reports, all of them words of the ministry."),
            Claim("Ferries will run every ten minutes", Of("ferry3 ferry4 ferry5"), (3, 3, 3, 3, 1, 0), ["Dario Venn"], "repeated", OwnStory,
                "Three reports, all of them words of Dario Venn.") with { Open = true },
            Claim("The crack was found by a diver", Of("diver1"), (1, 1, 1, 1, 0, 0), [], "single", Wire, "One report, and its source is not named."),
        ];
    }

    static PackFinding[] Findings(SortedDictionary<string, PackStatement> said) =>
    [
        new("contradiction", [said["known1"].Id, said["denied1"].Id], [ClaimId("The ministry knew of a crack"), ClaimId("The ministry did not know of a crack")], null,
            "Tomas Rell says that the ministry knew of a crack; the ministry says that it did not.", 0.9, "An accusation and its denial stand side by side in four reports."),
        new("variant", [said["closed1"].Id, said["closed4"].Id], [ClaimId("The bridge stays closed until divers have looked at every pier")], null,
            "One quotation of Ilse Marrand has two readings: “stay … every” and “remain … each”.", 0.95, "Both are set in quotation marks and cannot both be word for word."),
        new("prediction", [said["ferry3"].Id], [ClaimId("Ferries will run every ten minutes")], null, "Ferries are announced for Thursday; no report says that they ran.", 0.7, "No later report of this story speaks of it."),
    ];

    static PackClaim Claim(
        string text, PackStatement[] statements, (int Reports, int Outlets, int Families, int Channels, int Origins, int NotStated) count,
        string[] origins, string standing, SampleReport first, string why) => new(
            ClaimId(text), string.Join(" … ", statements[0].Content.Select(range => range.Text)), [.. statements.Select(statement => statement.Id)], count.Reports, count.Outlets, count.Families, count.Channels, count.Origins,
            count.NotStated, [.. origins.Select(SourceId).Order(StringComparer.Ordinal)], standing, Disputed: false, Superseded: false, Open: false,
            new PackFirstReported(first.Id, first.Published), 0.9, why);

    static PackStatement Statement(
        SampleReport report, string? source, string? named, string? cue, string[] content, string quoted, string stance, params string[] relays)
    {
        var words = content.Select(part => report.Find(part)).ToArray();
        // The cue that follows or precedes this content: the nearest one, since "said" occurs more than once.
        var cueRange = cue is null ? null : Nearest(report, cue, words[0]);
        var sourceRange = named is null ? null : Nearest(report, named, words[0]);
        PackLink[] chain = [.. relays.Select(relay => new PackLink(SourceId(relay), Mentioned(report, relay))), new(SourceId(report.Outlet ?? NoOutlet), null)];
        if (source is not null)
            chain = [new(SourceId(source), sourceRange), .. chain];
        return new PackStatement(
            ContentId.Of('t', report.Id, stance, content[0]), report.Id, sourceRange is null ? [] : [sourceRange], cueRange is null ? [] : [cueRange], words,
            source is not null, null, quoted, stance, [], "positive", chain, null, null, [], 0.92);
    }

    // In the same paragraph before another one, then by distance, and never inside the content itself.
    static PackRange Nearest(SampleReport report, string words, PackRange to)
    {
        var best = report.Find(words);
        for (var at = best.Start; at >= 0; at = report.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (Distance(report.Text, at, to) < Distance(report.Text, best.Start, to) && (at >= to.End || at + words.Length <= to.Start))
                best = new PackRange(at, at + words.Length, words);
        }
        return best;
    }

    static int Distance(string text, int at, PackRange to) =>
        Math.Abs(at - to.Start) + (text[Math.Min(at, to.Start)..Math.Max(at, to.Start)].Contains('\n', StringComparison.Ordinal) ? text.Length : 0);

    static PackRange? Mentioned(SampleReport report, string name) => report.Text.Contains(name, StringComparison.Ordinal) ? report.Find(name) : null;

    static PackWhen When(string start, string end, string precision, PackRange basis) => new(start, end, precision, basis);

    static PackSource Source(string name, string kind, string? role, params string[] aliases) => new(SourceId(name), name, kind, role, aliases);

    static string SourceId(string name) => ContentId.Of('o', name);

    static string ClaimId(string text) => ContentId.Of('c', text);
}
