using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Evidence;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests;

public sealed class PackSchemaTests
{
    static readonly JsonObject Schema = JsonNode.Parse(PackSchema.Text)!.AsObject();

    static string[] After(Action<JsonNode> change)
    {
        var pack = JsonNode.Parse(PackJson.ToBytes(SamplePack.Create()))!;
        change(pack);
        // Parsed anew: the validator must see what stands in a file.
        return [.. new SchemaCheck(Schema).Problems(JsonNode.Parse(pack.ToJsonString()))];
    }

    static void Finds(string problem, Action<JsonNode> change) => Assert.Contains(problem, After(change), StringComparer.Ordinal);

    [Fact]
    public void The_sample_packs_are_valid()
    {
        Assert.Empty(After(_ => { }));
        Assert.Empty(new SchemaCheck(Schema).Problems(JsonNode.Parse(PackJson.ToBytes(SamplePack.OneReport()))));
    }

    [Fact]
    public void Unknown_properties_are_allowed() => Assert.Empty(After(pack => pack["stories"]![0]!["later"] = 1));

    [Fact]
    public void What_does_not_fit_is_found()
    {
        Finds("$.format: is not stemma-pack/1", pack => pack["format"] = "stemma-pack/2");
        Finds("$.reports[0].textSha256: does not match", pack => pack["reports"]![0]!["textSha256"] = "00");
        Finds("$.reports[0].title: is not string or null", pack => pack["reports"]![0]!["title"] = 3);
        Finds("$.stories[0].claims[0].standing: is not in the list", pack => pack["stories"]![0]!["claims"]![0]!["standing"] = "true");
        Finds("$.stories[0].claims[0].origins: is not integer", pack => pack["stories"]![0]!["claims"]![0]!["origins"] = 1.5);
        Finds("$.stories[0].claims[0].origins: is below the minimum", pack => pack["stories"]![0]!["claims"]![0]!["origins"] = -1);
        Finds("$.stories[0].claims[0].confidence: is above the maximum", pack => pack["stories"]![0]!["claims"]![0]!["confidence"] = 1.01);
        Finds("$.stories[0].claims[0].statements: has too few items", pack => pack["stories"]![0]!["claims"]![0]!["statements"] = new JsonArray());
        Finds("$.stories[0].statements[0].when: fits none of anyOf", pack => pack["stories"]![0]!["statements"]![0]!["when"] = "soon");
        Finds("$.stories[0].statements[0].content[0].text: is too short", pack => pack["stories"]![0]!["statements"]![0]!["content"]![0]!["text"] = "");
        Finds("$.stories[0].title: is missing", pack => pack["stories"]![0]!.AsObject().Remove("title"));
        Assert.Contains(After(pack => pack["stories"]![0]!["why"]!["r1"] = 3), problem => problem.StartsWith("$.stories[0].why.r1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_keyword_the_validator_does_not_know_is_an_error()
    {
        var schema = JsonNode.Parse("{\"type\":\"object\",\"maxItems\":3}")!.AsObject();
        Assert.Throws<NotSupportedException>(() => new SchemaCheck(schema).Problems(new JsonObject()).ToArray());
    }

    [Fact]
    public void Every_property_is_described_in_words()
    {
        foreach (var (name, definition) in Definitions())
        {
            Assert.False(string.IsNullOrWhiteSpace(definition["description"]?.GetValue<string>()), name);
            foreach (var (property, rule) in definition["properties"]!.AsObject())
                Assert.True(rule!["description"]?.GetValue<string>() is { Length: > 5 } words && words.EndsWith('.'), $"{name}.{property}");
        }
    }

    /// <summary>The schema and the records are one contract: same names, and every one of them required.</summary>
    [Fact]
    public void The_schema_has_exactly_the_properties_of_the_records()
    {
        var seen = new HashSet<Type>();
        var problems = new List<string>();
        Compare(typeof(EvidencePack), Schema, seen, problems);
        Assert.Empty(problems);
        Assert.Equal(Schema["$defs"]!.AsObject().Count, seen.Count - 1);
    }

    static IEnumerable<(string Name, JsonObject Definition)> Definitions() =>
        [("pack", Schema), .. Schema["$defs"]!.AsObject().Select(definition => (definition.Key, definition.Value!.AsObject()))];

    static void Compare(Type record, JsonObject schema, HashSet<Type> seen, List<string> problems)
    {
        if (!seen.Add(record))
            return;
        var names = record.GetProperties().Where(property => property.GetMethod!.IsStatic is false).ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);
        var described = schema["properties"]!.AsObject().Select(property => property.Key).ToArray();
        var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>());
        problems.AddRange(names.Keys.Except(described, StringComparer.Ordinal).Select(name => $"{record.Name}.{name} is not in the schema"));
        problems.AddRange(described.Except(names.Keys, StringComparer.Ordinal).Select(name => $"{name} is not in {record.Name}"));
        problems.AddRange(described.Except(required, StringComparer.Ordinal).Select(name => $"{record.Name}.{name} is not required"));
        foreach (var (name, property) in names.Where(member => described.Contains(member.Key, StringComparer.Ordinal)))
        {
            var type = property.PropertyType;
            if (type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
                type = type.GetGenericArguments()[^1];
            if (type.Namespace != typeof(EvidencePack).Namespace)
                continue;
            var rule = schema["properties"]![name]!;
            rule = rule["items"] ?? rule["anyOf"]?[0] ?? rule;
            Compare(type, Schema["$defs"]![rule["$ref"]!.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), seen, problems);
        }
    }
}
