using Stemma.Pages;
using Stemma.Reports;

namespace Stemma.App.Input;

/// <summary>What one input of <c>stemma extract</c> gave: always something, if only the reason why there is no text.</summary>
/// <param name="Report">What the text holds beside its prose; null where there is no text.</param>
/// <param name="Failed">The input could not be read at all.</param>
/// <param name="PassedOver">No page at all: named, and not printed.</param>
sealed record PageRead(string Path, PageArticle Article, Report? Report, string? PageSha256 = null, string? Address = null, bool Failed = false, bool PassedOver = false)
{
    public static PageRead None(string path, string reason, bool passedOver = false) =>
        new(path, new PageArticle(PageKind.Error, reason, "", new PageFacts()), null, Failed: !passedOver, PassedOver: passedOver);
}
