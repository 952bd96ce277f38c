namespace Stemma.Pages;

/// <summary>One run of text between two ends of lines of a page, as a reader sees it: white space joined, a lone line break kept.</summary>
/// <param name="Start">Its first text node.</param>
/// <param name="Holder">The innermost block element around it.</param>
/// <param name="Tag">What it stands in: a paragraph, a heading, an item, a cell.</param>
/// <param name="Cues">What the elements around it say of it, those that hold most of the page aside.</param>
/// <param name="Words">Runs without white space; of scripts that have none, every two characters count as one.</param>
/// <param name="LinkWords">How many of them are in links.</param>
/// <param name="Emphasis">How many of them are in bold or italics.</param>
readonly record struct PageBlock(int Start, int Holder, PageTag Tag, PageCue Cues, string Text, int Words, int LinkWords, int Emphasis)
{
    public double LinkShare => Words == 0 ? 1 : (double)LinkWords / Words;

    public bool IsHeading => PageTags.IsHeading(Tag);

    public bool IsBoilerplate => (Cues & PageCues.Boilerplate) != PageCue.None;

    public bool EndsSentence => Text.AsSpan().TrimEnd("\"'”’»“)]* \n") is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or ':'];
}
