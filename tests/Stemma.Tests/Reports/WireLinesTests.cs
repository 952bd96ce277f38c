using Stemma.App.Input;
using Stemma.Pages;
using Stemma.Reports;
using Stemma.Tests.Pages;
using Xunit;

namespace Stemma.Tests.Reports;

/// <summary>Each kind of line that the wires leave for editors, in a text and as a paragraph of a page: what it is, and the words its range slices to.</summary>
public sealed class WireLinesTests
{
    const string First = "The ferry Alma Brandis was held at the quay of Port Selwick on Tuesday after an inspector found two of its lifeboats without oars, the harbour office said.";
    const string Second = "The office said that the boat would not sail before Wednesday, and that some forty passengers had been taken to Quell by bus in the evening.";

    /// <param name="kind">update, correction, withdrawal: an advisory; credit, dateline: furniture of that kind.</param>
    /// <param name="agencies">Credited by it.</param>
    [Theory]
    [InlineData("head", "(Updates and recasts with the inspector's report)", "update", "(Updates and recasts with the inspector's report)", "")]
    [InlineData("foot", "(Updates and recasts with the inspector's report.)", "update", "(Updates and recasts with the inspector's report.)", "")]
    [InlineData("head", "(Adds owner's comment in paragraph 3)", "update", "(Adds owner's comment in paragraph 3)", "")]
    [InlineData("foot", "(Adds owner's comment in paragraph 3)", "update", "(Adds owner's comment in paragraph 3)", "")]
    [InlineData("head", "(Adds details, background)", "update", "(Adds details, background)", "")]
    [InlineData("head", "* Adds details, shares, analyst comment", "update", "* Adds details, shares, analyst comment", "")]
    [InlineData("head", "UPDATE 2-Ferry held at Port Selwick", "update", "UPDATE 2-", "")]
    [InlineData("head", "WRAPUP 1-Ferries held along the coast", "update", "WRAPUP 1-", "")]
    [InlineData("head", "CORRECTED-Ferry held at Port Selwick", "correction", "CORRECTED-", "")]
    [InlineData("head", "CORRECTED-UPDATE 3-Ferry held at Port Selwick", "correction", "CORRECTED-", "")]
    [InlineData("head", "(Corrects day of the week in first paragraph)", "correction", "(Corrects day of the week in first paragraph)", "")]
    [InlineData("head", "REFILE-Ferry held at Port Selwick", "correction", "REFILE-", "")]
    [InlineData("head", "(Refiles to fix typo in headline)", "correction", "(Refiles to fix typo in headline)", "")]
    [InlineData("head", "REPEAT-Ferry held at Port Selwick", "update", "REPEAT-", "")]
    [InlineData("head", "(Repeats to additional subscribers with no change to text)", "update", "(Repeats to additional subscribers with no change to text)", "")]
    [InlineData("head", "WITHDRAWN-Ferry held at Port Selwick", "withdrawal", "WITHDRAWN-", "")]
    [InlineData("head", "STORY WITHDRAWN: Ferry held at Port Selwick", "withdrawal", "STORY WITHDRAWN:", "")]
    [InlineData("head", "KILL: Ferry held at Port Selwick", "withdrawal", "KILL:", "")]
    [InlineData("head", "BULLETIN KILL", "withdrawal", "BULLETIN KILL", "")]
    [InlineData("foot", "A previous version of this story gave the wrong number of boats.", "correction", "A previous version of this story gave the wrong number of boats.", "")]
    [InlineData("foot", "(A previous version of this story corrected the number of boats.)", "correction", "(A previous version of this story corrected the number of boats.)", "")]
    [InlineData("foot", "Editor's note: This story has been updated with the owner's comment.", "update", "Editor's note: This story has been updated with the owner's comment.", "")]
    [InlineData("head", "Editor’s note: This story has been updated with the owner’s comment.", "update", "Editor’s note: This story has been updated with the owner’s comment.", "")]
    [InlineData("foot", "--With assistance from Ada Brook and Cyrus Dane.", "credit", "--With assistance from Ada Brook and Cyrus Dane.", "")]
    [InlineData("foot", "— With assistance by Ada Brook, and Cyrus Dane", "credit", "— With assistance by Ada Brook, and Cyrus Dane", "")]
    [InlineData("head", "(Bloomberg) -- The ferry office opened an inquiry into the missing oars of the boat on Tuesday.", "dateline", "(Bloomberg) --", "Bloomberg")]
    [InlineData("foot", "— Reuters", "credit", "— Reuters", "Reuters")]
    [InlineData("foot", "New York Times News Service", "credit", "New York Times News Service", "New York Times News Service")]
    [InlineData("foot", "This article originally appeared in The New York Times.", "credit", "This article originally appeared in The New York Times.", "")]
    [InlineData("head", "AP-Ferry Held, 1st Ld-Writethru,410", "update", "AP-Ferry Held, 1st Ld-Writethru,410", "")]
    [InlineData("head", "Eds: AP Writethru. Updates with owner's comment.", "update", "Eds: AP Writethru. Updates with owner's comment.", "")]
    [InlineData("head", "VLADIVOSTOK, Russia, Sept 13 (Reuters) - The ferry office opened an inquiry into the missing oars on Tuesday.", "dateline", "VLADIVOSTOK, Russia, Sept 13 (Reuters) -", "Reuters")]
    [InlineData("head", "PORT SELWICK, Quell (AP) — The ferry office opened an inquiry into the missing oars of the boat on Tuesday.", "dateline", "PORT SELWICK, Quell (AP) —", "AP")]
    public void It_is_told_with_its_words(string where, string line, string kind, string words, string agencies)
    {
        var text = where == "head" ? $"{line}\n\n{First}\n\n{Second}" : $"{First}\n\n{Second}\n\n{line}";
        Holds(ReportReader.Read(ReportFields.None, text), kind, words, agencies);

        string[] paragraphs = where == "head" ? [line, First, Second, First.Replace("Tuesday", "Monday", StringComparison.Ordinal)] : [First, Second, First.Replace("Tuesday", "Monday", StringComparison.Ordinal), line];
        var body = string.Concat(paragraphs.Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>"));
        var page = PageReader.Read(HtmlTree.Parse(InventedPage.Page($"<article><h1>Ferry held over missing oars</h1>{body}</article>")).Tree);
        Assert.Equal(PageKind.Article, page.Kind);
        Holds(PageInput.ToReport(page, "", null), kind, words, agencies);
    }

    static void Holds(Report report, string kind, string words, string agencies)
    {
        var found = report.Advisories.Select(advisory => (Kind: advisory.Kind.ToString(), Words: advisory.Range.Of(report.Text)))
            .Concat(report.Furniture.Select(part => (Kind: part.Kind.ToString(), Words: part.Range.Of(report.Text)))).ToList();
        Assert.Contains(found, part => part.Words == words && part.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(agencies, string.Join(' ', report.Credits.Select(credit => credit.Agency)));
        Assert.All(report.Credits, credit => Assert.Equal(credit.Agency, credit.Range.Of(report.Text)));
    }
}
