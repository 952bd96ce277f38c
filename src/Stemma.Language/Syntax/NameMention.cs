namespace Stemma.Language.Syntax;

/// <summary>Kinds of names. Countries and facilities are places; nationalities, works, events and products are none of the three.</summary>
public enum NameKind : byte
{
    Person,
    Organisation,
    Place,
    Other,
}

/// <summary>One place in the text where something is named.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
public readonly record struct NameMention(TextRange Range, NameKind Kind, int FirstToken, int EndToken)
{
    /// <summary>The kind as corpora write it: PER, ORG, LOC or MISC.</summary>
    public string Label => NameLabels.Kinds[(int)Kind];
}

/// <summary>From the labels of words to the names they make up.</summary>
static class NameMentions
{
    public static void Add(ReadOnlySpan<byte> labels, int first, TextRange[] tokens, List<NameMention> names)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside)
                continue;
            var start = i;
            while (NameLabels.PartOf(labels[i]) is NameLabels.Part.Begin or NameLabels.Part.Inside && i + 1 < labels.Length)
                i++;
            names.Add(new NameMention(new TextRange(tokens[first + start].Start, tokens[first + i].End), (NameKind)NameLabels.KindOf(labels[start]), first + start, first + i + 1));
        }
    }
}
