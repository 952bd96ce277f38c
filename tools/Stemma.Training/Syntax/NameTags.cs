using Stemma.Language.Syntax;

namespace Stemma.Training.Syntax;

/// <summary>From the BIO tags of the corpora to the labels of the network.</summary>
static class NameTags
{
    /// <summary>No person, organisation or place, but perhaps another name: some corpora have only those three.</summary>
    public const int OutsideOrOther = -1;

    /// <summary>A name or none, of any kind.</summary>
    public const int Unknown = -2;

    /// <summary>Which labels each word may have: only whole names, and where gold is given only what agrees with it.</summary>
    public static Func<int, int, bool> MayBe(int[]? gold, int count) => (word, label) =>
        (word > 0 || NameLabels.MayBegin(label)) && (word < count - 1 || NameLabels.MayEnd(label))
        && (gold is null || gold[word] == label || gold[word] == Unknown || (gold[word] == OutsideOrOther && (label == NameLabels.Outside || NameLabels.KindOf(label) == 3)));

    public static string? Plain(string kind) => kind is "PER" or "ORG" or "LOC" or "MISC" ? kind : null;

    public static string? Worldwide(string kind) => kind switch
    {
        "Person" => "PER",
        "Organization" => "ORG",
        "Location" or "Facility" => "LOC",
        "NORP" or "Misc" or "Product" => "MISC",
        _ => null,
    };

    public static string? Politics(string kind) => kind switch
    {
        "politician" or "person" => "PER",
        "politicalparty" or "organisation" => "ORG",
        "country" or "location" => "LOC",
        "election" or "event" or "misc" => "MISC",
        _ => null,
    };

    public static string? Gum(string kind) => kind switch
    {
        "person" => "PER",
        "organization" => "ORG",
        "place" => "LOC",
        _ => null,
    };

    /// <summary>WNUT17's kinds: bands and teams are organisations.</summary>
    public static string? Wnut(string kind) => kind switch
    {
        "person" => "PER",
        "group" or "corporation" => "ORG",
        "location" => "LOC",
        _ => "MISC",
    };

    /// <param name="outside">The label of words outside all names.</param>
    public static int[] Labels(string[] tags, Func<string, string?> kindOf, int outside = NameLabels.Outside)
    {
        var labels = new int[tags.Length];
        Array.Fill(labels, outside);
        for (var start = 0; start < tags.Length;)
        {
            var end = start + 1;
            if (tags[start].Length > 2 && kindOf(tags[start][2..]) is { } kind)
            {
                while (end < tags.Length && tags[end] == "I-" + tags[start][2..])
                    end++;
                Set(labels, start, end, kind);
            }
            start = end;
        }
        return labels;
    }

    /// <summary>Labels the words of one name.</summary>
    public static void Set(int[] labels, int start, int end, string kind)
    {
        var index = Array.IndexOf(NameLabels.Kinds, kind);
        for (var i = start; i < end; i++)
            labels[i] = NameLabels.Of(index, end == start + 1 ? NameLabels.Part.Single : i == start ? NameLabels.Part.Begin : i == end - 1 ? NameLabels.Part.End : NameLabels.Part.Inside);
    }
}
