namespace Stemma.Storage;

/// <summary>The two characters around a search hit, which no text from outside may bring into a snippet.</summary>
static class HitMarks
{
    public const char Start = '\u0002', End = '\u0003';

    public static string Without(string text) => text.Replace(Start, ' ').Replace(End, ' ');
}
