using Stemma.Reports;

namespace Stemma.Pages;

/// <summary>
/// Short lines at the head and the foot of an article that a newsroom left about the report itself: advisories, corrections, who
/// reported and edited it, whose copy it is. To every other rule they look like what pages print around articles; they are
/// testimony, and stay. What is told by place ("with comments", "in the sidebar") is not looked at.
/// </summary>
static class PageTestimony
{
    const int WordsMax = 80;

    /// <summary>Cues of parts in which no newsroom leaves such lines.</summary>
    const PageCue Elsewhere = PageCue.Comments | PageCue.Navigation | PageCue.Side | PageCue.Promotion | PageCue.Consent | PageCue.Form | PageCue.Unseen;

    public static bool IsOne(PageBlock block, bool head)
    {
        if (block.IsHeading || block.Words > WordsMax || block.LinkShare > 0.5 || (block.Cues & Elsewhere) != PageCue.None || PrintLine.Of(block.Text, 1) is not [var line])
            return false;
        if (AdvisoryLines.Find(block.Text, line, head) is not null || (head && Datelines.Find(block.Text, line) is not null))
            return true;
        return !head && !line.StartsWith("By ") && (CreditLines.IsClosing(line) || (block.Words <= 6 && CreditLines.AgencyAlone(block.Text, line).Count > 0));
    }
}
