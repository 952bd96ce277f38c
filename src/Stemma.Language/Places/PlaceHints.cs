namespace Stemma.Language.Places;

/// <summary>
/// What stands after a name and says where it lies: "Paris, Texas", "Anderson, S.C.", "Victoria (Canada)", "Salem, OR".
/// Cost: looks at most thirty characters ahead.
/// </summary>
sealed class PlaceHints(Gazetteer gazetteer, string text)
{
    const int Reach = 30;

    readonly List<int> found = [];

    /// <returns>Country and region; zeros where the words say nothing.</returns>
    public (int Country, int Region) After(TextRange mention)
    {
        var i = mention.End;
        while (i < text.Length && text[i] == ' ')
            i++;
        if (i >= text.Length || text[i] is not (',' or '('))
            return default;
        for (i++; i < text.Length && text[i] == ' '; i++)
        {
        }
        var first = WordEnd(i);
        if (first == i || !char.IsUpper(text[i]))
            return default;
        var second = first < text.Length && text[first] == ' ' && first + 1 < text.Length && char.IsUpper(text[first + 1]) ? WordEnd(first + 1) : first;
        return second > first && Place(text.AsSpan(i, second - i)) is var two && two != default ? two : Place(text.AsSpan(i, first - i));
    }

    int WordEnd(int i)
    {
        var end = i;
        while (end < text.Length && end - i < Reach && (char.IsLetter(text[end]) || (text[end] is '.' or '\'' && end > i)))
            end++;
        return end;
    }

    (int, int) Place(ReadOnlySpan<char> words)
    {
        if (words.Length == 2 && char.IsUpper(words[1]) && gazetteer.RegionOf("US." + words.ToString()) is > 0 and var state)
            return (('U' << 8) | 'S', state);
        gazetteer.Find(PlaceNames.Folded(words.EndsWith("'s") ? words[..^2] : words), found);
        foreach (var place in found)
            if (gazetteer.Kind(place) == PlaceKind.Region)
                return (gazetteer.Country(place), gazetteer.Region(place));
        foreach (var place in found)
            if (gazetteer.Kind(place) == PlaceKind.Country)
                return (gazetteer.Country(place), 0);
        return default;
    }
}
