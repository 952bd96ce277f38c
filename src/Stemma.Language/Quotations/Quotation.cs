namespace Stemma.Language;

/// <summary>
/// Words set in quotation marks. <paramref name="Inner"/> leaves the marks out. A quotation that runs over several
/// paragraphs (each opened by a mark, only the last one closed) is one quotation per paragraph, linked by
/// <paramref name="Continues"/>: the index of the quotation that this one goes on from, or -1.
/// </summary>
public sealed record Quotation(TextRange Range, TextRange Inner, int Continues);
