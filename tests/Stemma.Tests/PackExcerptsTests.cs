using System.Text;
using System.Text.Json.Nodes;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class PackExcerptsTests
{
    static PackVerdict After(Action<JsonNode> change)
    {
        var pack = JsonNode.Parse(PackJson.ToBytes(PackExcerpts.Of(SamplePack.Create())))!;
        change(pack);
        return PackVerifier.Verify(Encoding.UTF8.GetBytes(pack.ToJsonString()));
    }

    static JsonNode Story(JsonNode pack) => pack["stories"]![0]!;

    static void Names(string where, Action<JsonNode> change)
    {
        var verdict = After(change);
        Assert.Equal(PackOutcome.Broken, verdict.Outcome);
        Assert.Contains(where, verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_without_texts_holds_and_says_what_was_not_checked()
    {
        var verdict = After(static _ => { });
        Assert.Equal(PackOutcome.Holds, verdict.Outcome);
        Assert.Contains("the texts of 6 reports are left out, so their hashes", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_other_ranges_know_otherwise_are_named() =>
        Names("the pack says", static pack =>
        {
            // The content of an attribution inside another's: both have the same words.
            var outer = Story(pack)["statements"]!.AsArray().First(statement => statement!["content"]![0]!["text"]!.GetValue<string>().StartsWith("Opposition deputy", StringComparison.Ordinal))!["content"]![0]!;
            outer["text"] = outer["text"]!.GetValue<string>().Replace("accused", "praised", StringComparison.Ordinal);
        });

    [Fact]
    public void Words_of_another_length_than_their_range_are_named() =>
        Names("does not have the length of its words", static pack => Story(pack)["statements"]![0]!["content"]![0]!["text"] = "shorter");

    [Fact]
    public void Counts_are_still_recounted()
    {
        Names("claims[0].origins", static pack => Story(pack)["claims"]![0]!["origins"] = 9);
        Names("claims[0].reports", static pack => Story(pack)["claims"]![0]!["reports"] = 9);
    }

    [Fact]
    public void A_text_that_is_there_after_all_is_named() =>
        Names("reports[0].text", static pack => pack["reports"]![0]!["text"] = SampleTexts.Wire);

    [Fact]
    public void A_pack_cannot_ask_for_all_memory() =>
        Names("reach further than texts do", static pack =>
        {
            var range = pack["reports"]![0]!["furniture"]![0]!["range"]!;
            (range["start"], range["end"]) = (int.MaxValue - range["text"]!.GetValue<string>().Length, int.MaxValue);
        });

    [Fact]
    public void A_pack_that_leaves_texts_out_without_saying_so_does_not_hold() =>
        Names("textSha256", static pack => pack["excerptsOnly"] = false);

    [Fact]
    public void A_pack_from_before_there_were_excerpts_still_reads_and_holds()
    {
        var pack = JsonNode.Parse(PackJson.ToBytes(SamplePack.Create()))!.AsObject();
        pack.Remove("excerptsOnly");
        var bytes = Encoding.UTF8.GetBytes(pack.ToJsonString());
        Assert.Equal(PackOutcome.Holds, PackVerifier.Verify(bytes).Outcome);
        Assert.Null(PackJson.Read(bytes).Reason);
    }
}
