using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class PackVerifierTests
{
    static readonly string Sample = Encoding.UTF8.GetString(PackJson.ToBytes(SamplePack.Create()));

    /// <summary>The sample with one change made to its JSON.</summary>
    static PackVerdict After(Action<JsonNode> change)
    {
        var pack = JsonNode.Parse(Sample)!;
        change(pack);
        return PackVerifier.Verify(Encoding.UTF8.GetBytes(pack.ToJsonString()));
    }

    static void Names(string expected, Action<JsonNode> change)
    {
        var verdict = After(change);
        Assert.Equal(1, verdict.ExitCode);
        Assert.Contains(expected, verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', verdict.Message);
    }

    static JsonNode Story(JsonNode pack) => pack["stories"]![0]!;

    [Fact]
    public void The_sample_holds_and_the_answer_counts_what_was_checked()
    {
        var verdict = After(_ => { });
        Assert.Equal(0, verdict.ExitCode);
        var ranges = Nodes(JsonNode.Parse(Sample)!).Count(node => node is JsonObject range && range["start"]?.GetValueKind() == JsonValueKind.Number);
        Assert.Equal($"ok: 6 report hashes, 1 story, {ranges} ranges, 6 passages, 26 statements and the counts of 6 claims hold", verdict.Message);
    }

    static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject members => [node, .. members.Where(member => member.Value is not null).SelectMany(member => Nodes(member.Value!))],
        JsonArray items => [node, .. items.Where(item => item is not null).SelectMany(item => Nodes(item!))],
        _ => [node],
    };

    [Fact]
    public void Any_one_number_or_letter_changed_in_a_range_a_hash_or_a_count_is_caught()
    {
        string[] checkedNames = ["start", "end", "text", "textSha256", "reports", "outlets", "families", "channels", "origins", "notStated"];
        var property = Prop.ForAll<int, int, int>((place, position, change) =>
        {
            var pack = JsonNode.Parse(Sample)!;
            var candidates = Nodes(pack).OfType<JsonValue>().Where(value => value.Parent is JsonObject && checkedNames.Contains(value.GetPropertyName()) && Checked(value)).ToArray();
            var value = candidates[(int)((uint)(place * 7919) % (uint)candidates.Length)];
            value.ReplaceWith(value.GetValueKind() == JsonValueKind.Number
                ? JsonValue.Create(value.GetValue<int>() + (change == 0 ? 1 : change))
                : JsonValue.Create(Changed(value.GetValue<string>(), position, change)));
            return PackVerifier.Verify(Encoding.UTF8.GetBytes(pack.ToJsonString())).ExitCode == 1;
        });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20250304, 1));
    }

    // A claim's, a finding's and a brief sentence's own words rest on nothing that could be recounted; times are not ranges.
    static bool Checked(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number || (value.GetPropertyName() is "text" or "textSha256" && !(value.GetPropertyName() == "text" && value.GetPath() is var path
            && (path.Contains(".claims[", StringComparison.Ordinal) || path.Contains(".findings[", StringComparison.Ordinal) || path.Contains(".timeline[", StringComparison.Ordinal)
                || (path.Contains(".brief[", StringComparison.Ordinal) && !path.Contains(".evidence[", StringComparison.Ordinal)))));

    static string Changed(string text, int position, int change)
    {
        var at = (int)((uint)(position * 104_729) % (uint)text.Length);
        // Half of a pair is never replaced alone: JSON could not hold the other half.
        if (char.IsSurrogate(text[at]))
            at = 0;
        var letter = (char)('a' + ((uint)change % 26));
        return text[..at] + (letter == text[at] ? 'é' : letter) + text[(at + 1)..];
    }

    [Fact]
    public void Packs_of_one_report_and_of_many_stories_hold()
    {
        Assert.Equal(0, PackVerifier.Verify(PackJson.ToBytes(SamplePack.OneReport())).ExitCode);
        Assert.Equal(0, PackVerifier.Verify(PackJson.ToBytes(SamplePack.Many(40))).ExitCode);
    }

    [Fact]
    public void A_changed_letter_in_a_text_or_its_hash_is_named()
    {
        Names("reports[0].textSha256: the text’s SHA-256 is", pack => pack["reports"]![0]!["text"] = SampleTexts.Wire.Replace("moved", "mowed", StringComparison.Ordinal));
        Names("reports[2].textSha256", pack => pack["reports"]![2]!["textSha256"] = new string('0', 64));
    }

    [Fact]
    public void A_changed_word_in_a_range_is_named_with_both_readings()
    {
        Names("stories[0].statements[0].content[0]: the words at ", pack =>
        {
            var content = Story(pack)["statements"]![0]!["content"]![0]!;
            content["text"] = content["text"]!.GetValue<string>().Replace("moved", "mowed", StringComparison.Ordinal);
        });
        var verdict = After(pack => Story(pack)["statements"]![0]!["content"]![0]!["text"] = "No");
        Assert.Contains("‘One of the piers of the Lantern Bridge moved by four centimetres overnight’, the pack says ‘No’", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_range_is_held_against_its_own_report()
    {
        Names("reports[0].furniture[0].range", pack => Move(pack["reports"]![0]!["furniture"]![0]!["range"]!));
        Names("reports[2].advisories[0].range", pack => Move(pack["reports"]![2]!["advisories"]![0]!["range"]!));
        Names("stories[0].statements[0].source[0]", pack => Move(Story(pack)["statements"]![0]!["source"]![0]!));
        Names("stories[0].statements[0].cue[0]", pack => Move(Story(pack)["statements"]![0]!["cue"]![0]!));
        Names("stories[0].statements[0].chain[0].range", pack => Move(Story(pack)["statements"]![0]!["chain"]![0]!["range"]!));
        Names(".hedges[0]", pack => Move(First(pack, "hedges")[0]!));
        Names(".when.basis", pack => Move(First(pack, "when")["basis"]!));
        Names("stories[0].lineage[0].evidence.lines[0]", pack => Move(Story(pack)["lineage"]![0]!["evidence"]!["lines"]![0]!["range"]!));
        Names("stories[0].lineage[0].evidence.passages[0]", pack => Move(Story(pack)["lineage"]![0]!["evidence"]!["passages"]![0]!["a"]!));
        Names("stories[0].lost[0].testimony", pack => Move(Story(pack)["lost"]![0]!["testimony"]!["range"]!));
        Names("stories[0].brief[0].evidence[1]", pack => Move(Story(pack)["brief"]![0]!["evidence"]![1]!["range"]!));
    }

    static JsonNode First(JsonNode pack, string property) =>
        Story(pack)["statements"]!.AsArray().Select(statement => statement![property]).First(value => value is JsonObject or JsonArray { Count: > 0 })!;

    static void Move(JsonNode range)
    {
        range["start"] = range["start"]!.GetValue<int>() + 1;
        range["end"] = range["end"]!.GetValue<int>() + 1;
    }

    [Fact]
    public void Ranges_outside_the_text_or_through_a_character_are_named()
    {
        Names("a range inside report", pack => pack["reports"]![0]!["furniture"]![0]!["range"]!["end"] = 99_999);
        Names("a range inside report", pack => pack["reports"]![0]!["furniture"]![0]!["range"]!["start"] = -1);
        var cut = SampleTexts.Undated.IndexOf('\ud83c') + 1;
        Names("cuts through a character", pack =>
        {
            var content = Story(pack)["statements"]!.AsArray().Single(statement => statement!["report"]!.GetValue<string>() == SamplePack.Undated.Id)!["content"]![0]!;
            content["start"] = cut;
        });
    }

    [Fact]
    public void Swapped_moved_or_ragged_passages_are_named()
    {
        Names("stories[0].lineage[0].evidence.passages[0]", pack => Swap(Story(pack)["lineage"]![0]!["evidence"]!["passages"]![0]!));
        Names("lineage[1].evidence.passages[0].b: a passage must begin", pack => Move(Story(pack)["lineage"]![1]!["evidence"]!["passages"]![0]!["b"]!));
        Names("the two sides differ at word 1", pack =>
        {
            var passages = Story(pack)["lineage"]![1]!["evidence"]!["passages"]!;
            passages[0]!["b"] = passages[1]!["b"]!.DeepClone();
        });
        Names("no passage can be shown", pack => Story(pack)["lineage"]![3]!["evidence"]!["passages"] = Story(pack)["lineage"]![1]!["evidence"]!["passages"]!.DeepClone());
        Names("lineage[1].evidence.containment: ", pack => Story(pack)["lineage"]![1]!["evidence"]!["containment"] = 0.9);
        Names("lineage[1].evidence.reverseContainment: ", pack => Story(pack)["lineage"]![1]!["evidence"]!["reverseContainment"] = 0.9);
        Names("lineage[3].evidence.containment: 0.0000", pack => Story(pack)["lineage"]![3]!["evidence"]!["containment"] = 0.5);
    }

    static void Swap(JsonNode passage)
    {
        var (a, b) = (passage["a"]!.DeepClone(), passage["b"]!.DeepClone());
        (passage["a"], passage["b"]) = (b, a);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("outlets")]
    [InlineData("families")]
    [InlineData("channels")]
    [InlineData("origins")]
    [InlineData("notStated")]
    public void A_wrong_count_is_named(string count)
    {
        Names($"stories[0].claims[0].{count}: ", pack => Story(pack)["claims"]![0]![count] = Story(pack)["claims"]![0]![count]!.GetValue<int>() + 1);
    }

    [Fact]
    public void Wrong_origins_standing_and_first_report_are_named()
    {
        Names("claims[1].standing: its counts make it “repeated”, the pack says “independent”", pack => Story(pack)["claims"]![1]!["standing"] = "independent");
        Names("claims[0].originSources", pack => Story(pack)["claims"]![0]!["originSources"]!.AsArray().RemoveAt(0));
        Names("claims[0].firstReported.report: the earliest", pack => Story(pack)["claims"]![0]!["firstReported"]!["report"] = SamplePack.Revision.Id);
        Names("claims[0].firstReported.at", pack => Story(pack)["claims"]![0]!["firstReported"]!["at"] = null);
    }

    [Fact]
    public void Ids_that_lead_nowhere_or_are_used_twice_are_named()
    {
        Names("reports[1].id", pack => pack["reports"]![1]!["id"] = SamplePack.Wire.Id);
        Names("stories[0].reports[1]: no report has the id “r0”", pack => Story(pack)["reports"]![1] = "r0");
        Names("stories[0].why.r0", pack => Story(pack)["why"]!["r0"] = "x");
        Names("stories[0].sources[1].id", pack => Story(pack)["sources"]![1]!["id"] = Story(pack)["sources"]![0]!["id"]!.DeepClone());
        Names("stories[0].lineage[0].to", pack => Story(pack)["lineage"]![0]!["to"] = "r0");
        Names("stories[0].lineage[0].from", pack => Story(pack)["lineage"]![0]!["from"] = "r0");
        Names("stories[0].statements[3].report", pack => Story(pack)["statements"]![3]!["report"] = "r0");
        Names("stories[0].statements[3].chain[0].source", pack => Story(pack)["statements"]![3]!["chain"]![0]!["source"] = "o0");
        Names("stories[0].statements[3].id", pack => Story(pack)["statements"]![3]!["id"] = Story(pack)["statements"]![2]!["id"]!.DeepClone());
        Names("stories[0].statements[3].parent", pack => Story(pack)["statements"]![3]!["parent"] = "t0");
        Names("stands in another report", pack => Story(pack)["statements"]![0]!["parent"] = Story(pack)["statements"]!.AsArray().First(statement => statement!["report"]!.GetValue<string>() == SamplePack.Excerpt.Id)!["id"]!.DeepClone());
        Names("form a circle", pack => Story(pack)["statements"]![3]!["parent"] = Story(pack)["statements"]![3]!["id"]!.DeepClone());
        Names("stories[0].statements[3].denies", pack => Story(pack)["statements"]![3]!["denies"] = "t0");
        Names("stories[0].claims[1].statements[0]", pack => Story(pack)["claims"]![1]!["statements"]![0] = "t0");
        Names("stories[0].findings[0].claims[0]", pack => Story(pack)["findings"]![0]!["claims"]![0] = "c0");
        Names("stories[0].findings[0].statements[0]", pack => Story(pack)["findings"]![0]!["statements"]![0] = "t0");
        Names("stories[0].timeline[0].claims[0]", pack => Story(pack)["timeline"]![0]!["claims"]![0] = "c0");
        Names("stories[0].brief[0].claims[0]", pack => Story(pack)["brief"]![0]!["claims"]![0] = "c0");
        Names("stories[0].brief[0].evidence[0].report", pack => Story(pack)["brief"]![0]!["evidence"]![0]!["report"] = "r0");
    }

    [Fact]
    public void A_missing_or_mistyped_value_is_named()
    {
        Names("stories[0].claims[0].origins: a whole number was expected, found 1.5", pack => Story(pack)["claims"]![0]!["origins"] = 1.5);
        Names("reports[0].text: a text was expected, found nothing", pack => ((JsonObject)pack["reports"]![0]!).Remove("text"));
        Names("stories: a list was expected, found nothing", pack => ((JsonObject)pack).Remove("stories"));
        Names("format: “stemma-pack/1” was expected", pack => pack["format"] = "other");
    }

    [Fact]
    public void What_cannot_be_checked_is_refused_with_a_sentence_and_status_two()
    {
        Assert.Contains("stemma-pack/7", After(pack => pack["format"] = "stemma-pack/7").Message, StringComparison.Ordinal);
        Assert.Equal(2, After(pack => pack["format"] = "stemma-pack/7").ExitCode);
        foreach (var json in (string[])["", "{", "[]", "null", "{\"format\":\"stemma-pack/1\",\"format\":\"x\"}"])
            Assert.Equal(2, PackVerifier.Verify(Encoding.UTF8.GetBytes(json)).ExitCode);
        Assert.Equal(1, PackVerifier.Verify("{\"format\":\"\\ud800\"}"u8.ToArray()).ExitCode);
    }

    [Fact]
    public void A_copied_sentence_is_one_origin_even_under_two_names()
    {
        // The revision now lets the mayor make the accusation that it copies from the wire's first text: still one origin, two named sources.
        var verdict = After(pack =>
        {
            var claim = Story(pack)["claims"]![2]!;
            var mayor = Story(pack)["sources"]!.AsArray().Single(source => source!["name"]!.GetValue<string>() == "Dario Venn")!["id"]!.GetValue<string>();
            var copied = Story(pack)["statements"]!.AsArray().Single(statement => statement!["id"]!.GetValue<string>() == claim["statements"]![2]!.GetValue<string>())!;
            copied["chain"]![0]!["source"] = mayor;
            claim["originSources"] = new JsonArray([.. new[] { mayor, claim["originSources"]![0]!.GetValue<string>() }.Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]);
        });
        Assert.Equal(PackOutcome.Holds, verdict.Outcome);
    }

    [Fact]
    public void Hostile_text_cannot_speak_to_the_terminal_through_the_verdict()
    {
        var verdict = After(pack => Story(pack)["statements"]![0]!["content"]![0]!["text"] = "\u001b[2J\u202E");
        Assert.Contains("\\u001B[2J\\u202E", verdict.Message, StringComparison.Ordinal);
    }
}
