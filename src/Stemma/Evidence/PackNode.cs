using System.Globalization;
using System.Text.Json;

namespace Stemma.Evidence;

/// <summary>
/// A place in a pack's JSON, which knows its path. Asking for a value of the wrong kind ends the check with a sentence
/// that names the place; the path is spelled out only then.
/// </summary>
sealed class PackNode(JsonElement element, PackNode? parent = null, string? name = null, int index = -1)
{
    public bool IsNull => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public PackNode this[string property]
    {
        get
        {
            if (element.ValueKind != JsonValueKind.Object)
                throw Off($"an object was expected, found {Kind}");
            return new(element.TryGetProperty(property, out var child) ? child : default, this, property);
        }
    }

    public IReadOnlyList<PackNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Off($"a list was expected, found {Kind}");
        return [.. element.EnumerateArray().Select((item, i) => new PackNode(item, this, null, i))];
    }

    public IReadOnlyList<PackNode> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Off($"an object was expected, found {Kind}");
        return [.. element.EnumerateObject().Select(member => new PackNode(member.Value, this, member.Name))];
    }

    /// <summary>The property name this node stands under.</summary>
    public string Name => name ?? "";

    public string Text()
    {
        if (element.ValueKind != JsonValueKind.String)
            throw Off($"a text was expected, found {Kind}");
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw Off("the text holds half a character (a lone surrogate)");
        }
    }

    public string? TextOrNull() => IsNull ? null : Text();

    public int Number()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number))
            throw Off($"a whole number was expected, found {Kind}");
        return number;
    }

    public double Share()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var share) || !(share is >= 0 and <= 1))
            throw Off($"a number from 0 to 1 was expected, found {Kind}");
        return share;
    }

    public double Within(double least, double most)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number) || !(number >= least && number <= most))
            throw Off(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} was expected, found {Kind}"));
        return number;
    }

    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Off($"true or false was expected, found {Kind}"),
    };

    public PackFault Off(string what) => new($"{Path}: {what}");

    public string Path
    {
        get
        {
            var self = name is null ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : VisibleText.Line(name, 60);
            return parent is null ? "the pack" : parent.IsRoot ? self : name is null ? parent.Path + self : parent.Path + "." + self;
        }
    }

    bool IsRoot => parent is null;

    string Kind => element.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => element.GetRawText() is { Length: <= 40 } raw ? raw : "a very long number",
    };
}

/// <summary>The first thing in a pack that does not hold; caught by <see cref="PackVerifier"/>, seen by nobody else.</summary>
sealed class PackFault(string message) : Exception(message);
