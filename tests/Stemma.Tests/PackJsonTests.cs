using System.Text;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class PackJsonTests
{
    static string Json(EvidencePack pack) => Encoding.UTF8.GetString(PackJson.ToBytes(pack));

    static string? Reason(string json)
    {
        var reading = PackJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(reading.Pack is null, reading.Reason is not null);
        return reading.Reason;
    }

    [Fact]
    public void A_pack_read_back_and_written_again_gives_the_same_bytes()
    {
        var first = PackJson.ToBytes(SamplePack.Create());
        var read = PackJson.Read(first);
        Assert.Null(read.Reason);
        Assert.Equal(first, PackJson.ToBytes(read.Pack!));
        Assert.Equal(first, PackJson.ToBytes(SamplePack.Create()));
    }

    [Fact]
    public void It_is_readable_text_with_camel_case_names_nulls_and_line_feeds()
    {
        var json = Json(SamplePack.Create());
        Assert.StartsWith("{\n  \"format\": \"stemma-pack/1\",\n", json, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.Contains("\"asOf\": null", json, StringComparison.Ordinal);
        Assert.Contains("“The bridge will stay closed", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character_and_the_pack_still_verifies()
    {
        var report = new SampleReport { Text = "Half \ud83d and \udf09 end 🌉.", Title = "T\ud83d" }.SetApart("header", "Half \ud83d");
        var pack = SamplePack.Create() with { Reports = [report.ToPack()], Stories = [] };
        var bytes = PackJson.ToBytes(pack);
        var read = PackJson.Read(bytes).Pack!.Reports[0];
        Assert.Equal("Half \ufffd and \ufffd end 🌉.", read.Text);
        Assert.Equal("T\ufffd", read.Title);
        Assert.Equal(PackOutcome.Holds, PackVerifier.Verify(bytes).Outcome);
    }

    [Fact]
    public void Unknown_fields_are_ignored()
    {
        var json = Json(SamplePack.OneReport()).Replace("\"asOf\": null", "\"asOf\": null, \"later\": {\"deep\": [null, 1]}", StringComparison.Ordinal);
        Assert.Contains("null", Reason(json), StringComparison.Ordinal);
        Assert.Null(Reason(json.Replace("[null, 1]", "[1]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\": 3}")]
    [InlineData("{\"format\": \"\\ud800\"}")]
    [InlineData("\u0000\u0001")]
    public void Broken_input_gives_one_plain_sentence(string json)
    {
        var reason = Reason(json);
        Assert.NotNull(reason);
        Assert.DoesNotContain('\n', reason);
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        Assert.NotNull(Reason(new string('[', 100_000)));
        Assert.NotNull(Reason(Json(SamplePack.OneReport()).Replace("\"asOf\": null", "\"x\": " + new string('[', 50) + new string(']', 50), StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_that_holds_null_and_a_newer_format_are_refused()
    {
        var json = Json(SamplePack.OneReport());
        Assert.Contains("null", Reason(json.Replace("\"rulings\": []", "\"rulings\": [null]", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("stemma-pack/2", Reason(json.Replace("stemma-pack/1", "stemma-pack/2", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.NotNull(Reason(json.Replace("\"rulings\": []", "\"rulings\": null", StringComparison.Ordinal)));
    }
}
