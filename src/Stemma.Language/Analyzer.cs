namespace Stemma.Language;

public static class Analyzer
{
    public static Document Analyze(string text, IReadOnlyList<TextRange>? setApart = null) => throw new NotSupportedException("not written yet");
}
