namespace Stemma.Language;

/// <summary>
/// The language of a text as an ISO 639 code, by its letters and else by its small words (<see cref="LanguageScript"/>,
/// <see cref="LanguageWords"/>); "und" where neither tells. Meant for texts of a paragraph and more: a headline may be told wrongly.
/// Whether a text is analysed as English is decided in the pipeline, by a test of its own that asks less.
/// </summary>
public static class TextLanguage
{
    public const string Undetermined = "und";

    public static string Of(string text) => LanguageScript.Of(text) ?? LanguageWords.Of(text) ?? Undetermined;
}
