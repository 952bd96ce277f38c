namespace Stemma.Storage;

/// <summary>The two characters around a search hit, which no text from outside may bring into a snippet.</summary>
public static class HitMarks
{
    public const char Start = '\u0002', End = '\u0003';

    /// <summary>Blanks in their place: for a text that has not been searched yet.</summary>
    public static string Without(string text) => text.Replace(Start, ' ').Replace(End, ' ');

    /// <summary>Nothing in their place: for a snippet that shows its hits in no way.</summary>
    public static string Removed(string snippet) => string.Concat(snippet.Split(Start, End));
}
