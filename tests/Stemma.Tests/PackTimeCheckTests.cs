using System.Text;
using System.Text.Json.Nodes;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

/// <summary>What the verifier says of times and places that do not hold.</summary>
public sealed class PackTimeCheckTests
{
    static readonly string Sample = Encoding.UTF8.GetString(PackJson.ToBytes(SamplePack.Create()));

    static void Names(string expected, Action<JsonNode> change)
    {
        var pack = JsonNode.Parse(Sample)!;
        change(pack["stories"]![0]!);
        var verdict = PackVerifier.Verify(Encoding.UTF8.GetBytes(pack.ToJsonString()));
        Assert.Equal(1, verdict.ExitCode);
        Assert.Contains(expected, verdict.Message, StringComparison.Ordinal);
    }

    static JsonNode Dated(JsonNode story) => story["statements"]!.AsArray().First(statement => statement!["when"] is not null)!;

    static JsonNode Placed(JsonNode story) => story["statements"]!.AsArray().First(statement => statement!["places"]!.AsArray().Count > 0)!;

    [Fact]
    public void A_time_must_run_forwards_and_be_one()
    {
        Names("before it starts", story => Dated(story)["when"]!["end"] = "2020-01-01");
        Names("an ISO 8601 date or time was expected, found “soon”", story => Dated(story)["when"]!["start"] = "soon");
        Names("an ISO 8601 date or time was expected, found “2025-02-30”", story => Dated(story)["when"]!["start"] = "2025-02-30");
        Names("one of minute, hour, daypart, day, week, month, year was expected, found “about”", story => Dated(story)["when"]!["precision"] = "about");
        Names("“stated” or “context” was expected", story => Dated(story)["when"]!["known"] = "guessed");
    }

    [Fact]
    public void What_is_over_is_not_still_to_come() => Names("it is called still to come, and its time, 2020-01-02, is before its report’s", story =>
    {
        var statement = Dated(story);
        (statement["future"], statement["when"]!["start"], statement["when"]!["end"]) = (true, "2020-01-01", "2020-01-02");
    });

    [Fact]
    public void Words_of_a_time_lie_in_what_is_stated_unless_they_are_said_to_lie_elsewhere() => Names("the words of the time do not stand in what the statement states", story =>
    {
        var statement = Dated(story);
        statement["when"]!["basis"] = statement["cue"]![0]!.DeepClone();
    });

    [Fact]
    public void Places_are_known_lie_on_the_globe_and_in_the_content()
    {
        Names("no place of this story has the id", story => Placed(story)["places"]![0]!["place"] = "p0");
        Names("a number from -90 to 90 was expected, found 91", story => story["places"]![0]!["latitude"] = 91);
        Names("the place is not named in what the statement states", story =>
        {
            var statement = Placed(story);
            statement["places"]![0]!["range"] = statement["cue"]![0]!.DeepClone();
        });
        Names("is given twice", story => story["places"]!.AsArray().Add(story["places"]![0]!.DeepClone()));
    }

    [Fact]
    public void The_timeline_is_made_of_the_statements_times_each_once()
    {
        static JsonNode Entry(JsonNode story) => story["timeline"]![0]!;
        Names("the statement has another time than the entry", story => Entry(story)["when"]!["end"] = "2025-03-09");
        Names("has a time and stands in no entry", story => story["timeline"]!.AsArray().RemoveAt(0));
        Names("the statement stands in two entries", story => story["timeline"]!.AsArray().Insert(0, Entry(story).DeepClone()));
        Names("these are the words of none of its statements", story => Entry(story)["text"] = "The pier moved.");
        Names("its statements say otherwise", story => Entry(story)["future"] = true);
        Names("these are not the places of its statements", story => Entry(story)["places"]!.AsArray().Clear());
        Names("these are not the claims of its statements", story => Entry(story)["claims"]!.AsArray().Clear());
        Names("it comes after a later one", story =>
        {
            var last = story["timeline"]!.AsArray()[^1]!.DeepClone();
            story["timeline"]!.AsArray().RemoveAt(story["timeline"]!.AsArray().Count - 1);
            story["timeline"]!.AsArray().Insert(0, last);
        });
    }

    [Fact]
    public void A_pack_from_before_there_was_a_timeline_holds()
    {
        var pack = JsonNode.Parse(Sample)!;
        foreach (var story in pack["stories"]!.AsArray())
        {
            story!.AsObject().Remove("places");
            story["timeline"] = new JsonArray();
            foreach (var statement in story["statements"]!.AsArray())
            {
                statement!["places"] = new JsonArray();
                statement.AsObject().Remove("future");
                (statement["when"] as JsonObject)?.Remove("known");
            }
        }
        Assert.Equal(0, PackVerifier.Verify(Encoding.UTF8.GetBytes(pack.ToJsonString())).ExitCode);
        Assert.NotNull(PackJson.Read(Encoding.UTF8.GetBytes(pack.ToJsonString())).Pack);
    }
}
