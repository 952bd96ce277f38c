using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Stemma.Tests.Support;

/// <summary>
/// A JSON Schema validator for exactly the keywords of the pack's schema. A keyword it does not know is an error, so that
/// no rule can be written into the schema and silently go unchecked. Yields one line per problem, with its path.
/// </summary>
sealed class SchemaCheck(JsonObject root)
{
    public IEnumerable<string> Problems(JsonNode? value) => Check(root, value, "$", top: true);

    IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path, bool top = false)
    {
        foreach (var (keyword, rule) in schema)
        {
            var problems = keyword switch
            {
                "$schema" or "$id" or "title" or "$defs" when top => [],
                "description" => [],
                "$ref" => Check(Resolve(rule!.GetValue<string>()), value, path),
                "anyOf" => rule!.AsArray().Any(option => !Check(option!.AsObject(), value, path).Any()) ? [] : [$"{path}: fits none of anyOf"],
                "type" => Types(rule!).Any(type => Is(type, value)) ? [] : [$"{path}: is not {string.Join(" or ", Types(rule!))}"],
                "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path}: is not {rule}"],
                "enum" => rule!.AsArray().Any(option => JsonNode.DeepEquals(option, value)) ? [] : [$"{path}: is not in the list"],
                "pattern" => value is null || Kind(value) != JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), rule!.GetValue<string>(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) ? [] : [$"{path}: does not match"],
                "minimum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() >= rule!.GetValue<double>() ? [] : [$"{path}: is below the minimum"],
                "maximum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() <= rule!.GetValue<double>() ? [] : [$"{path}: is above the maximum"],
                "minLength" => Kind(value) != JsonValueKind.String || value!.GetValue<string>().EnumerateRunes().Count() >= rule!.GetValue<int>() ? [] : [$"{path}: is too short"],
                "minItems" => value is not JsonArray few || few.Count >= rule!.GetValue<int>() ? [] : [$"{path}: has too few items"],
                "items" => value is not JsonArray items ? [] : items.SelectMany((item, i) => Check(rule!.AsObject(), item, $"{path}[{i}]")),
                "required" => value is not JsonObject members ? [] : rule!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)).Select(name => $"{path}.{name}: is missing"),
                "properties" => value is not JsonObject known ? [] : rule!.AsObject().Where(property => known.ContainsKey(property.Key)).SelectMany(property => Check(property.Value!.AsObject(), known[property.Key], $"{path}.{property.Key}")),
                "additionalProperties" => value is not JsonObject all ? [] : all.Where(member => schema["properties"]?[member.Key] is null).SelectMany(member => Check(rule!.AsObject(), member.Value, $"{path}.{member.Key}")),
                _ => throw new NotSupportedException($"{path}: the validator does not know the keyword {keyword}"),
            };
            foreach (var problem in problems)
                yield return problem;
        }
    }

    JsonObject Resolve(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray list ? list.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    static bool Is(string type, JsonNode? value) => (type, Kind(value)) switch
    {
        ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };
}
