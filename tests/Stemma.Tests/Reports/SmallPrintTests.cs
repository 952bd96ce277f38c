using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class SmallPrintTests
{
    const string Prose = "The harbour master said on Monday that no ship would leave before the storm had passed the cape.";

    static string[] Marked(string text) => [.. SmallPrint.Read(text).Furniture.Select(found => $"{found.Kind}: {found.Range.Of(text)}")];

    static string Foot(string line) => $"{Prose}\n{Prose}\n{line}";

    static string Head(string line) => $"{line}\n{Prose}\n{Prose}";

    static string Between(string line) => $"{Prose}\n\n{line}\n\n{Prose}\n{Prose}";

    [Theory]
    [InlineData("(Updates and recasts with arrival. A previous version corrected a caption.)", AdvisoryKind.Update, true)]
    [InlineData("(Adds quotes in paragraph 3)", AdvisoryKind.Update, true)]
    [InlineData("(Corrects spelling of the ship's name.)", AdvisoryKind.Correction, true)]
    [InlineData("(Repeats without change for wider readership)", AdvisoryKind.Update, false)]
    [InlineData("A previous version of this story misspelled the cape.", AdvisoryKind.Correction, true)]
    [InlineData("An earlier version of this article gave another date.", AdvisoryKind.Update, true)]
    [InlineData("This story has been updated with the owner's comment.", AdvisoryKind.Update, true)]
    [InlineData("This article was corrected on 3 June to give the right tonnage.", AdvisoryKind.Correction, true)]
    [InlineData("Correction: The cape lies to the north.", AdvisoryKind.Correction, true)]
    [InlineData("Editor's note: This is the second of three parts.", AdvisoryKind.Update, false)]
    [InlineData("EDS: Updates with quotes. Will be led.", AdvisoryKind.Update, true)]
    [InlineData("This is a developing story.", AdvisoryKind.Update, false)]
    public void Notes_at_the_foot_are_testimony(string line, AdvisoryKind kind, bool earlier)
    {
        var text = Foot(line);
        var advisory = Assert.Single(SmallPrint.Read(text).Advisories);
        Assert.Equal((kind, line, earlier), (advisory.Kind, advisory.Range.Of(text), advisory.EarlierRevision));
        Assert.Equal(["Advisory: " + line], Marked(text));
    }

    [Theory]
    [InlineData("UPDATE 2-Harbour stays shut", "UPDATE 2-", AdvisoryKind.Update, true)]
    [InlineData("CORRECTED-Harbour stays shut", "CORRECTED-", AdvisoryKind.Correction, true)]
    [InlineData("CORRECTION - HARBOUR STAYS SHUT", "CORRECTION -", AdvisoryKind.Correction, true)]
    [InlineData("REFILE-Harbour stays shut", "REFILE-", AdvisoryKind.Correction, true)]
    [InlineData("RPT-Harbour stays shut", "RPT-", AdvisoryKind.Update, false)]
    [InlineData("WITHDRAWN: Harbour stays shut", "WITHDRAWN:", AdvisoryKind.Withdrawal, true)]
    [InlineData("KILL", "KILL", AdvisoryKind.Withdrawal, true)]
    [InlineData("BC-BAY--Harbour,2nd Ld-Writethru,310", "BC-BAY--Harbour,2nd Ld-Writethru,310", AdvisoryKind.Update, true)]
    [InlineData("Adds details, quotes", "Adds details, quotes", AdvisoryKind.Update, true)]
    [InlineData("Updates and recasts with vote", "Updates and recasts with vote", AdvisoryKind.Update, true)]
    public void Slugs_at_the_head_are_testimony(string line, string slug, AdvisoryKind kind, bool earlier)
    {
        var text = Head(line);
        var advisory = Assert.Single(SmallPrint.Read(text).Advisories);
        Assert.Equal((kind, slug, earlier), (advisory.Kind, advisory.Range.Of(text), advisory.EarlierRevision));
    }

    [Theory]
    [InlineData("(MPA) — The harbour is shut.", "(MPA) —", "MPA")]
    [InlineData("(Reuters) - The harbour is shut.", "(Reuters) -", "Reuters")]
    [InlineData("PORT ADA, Bayland, Sept 13 (Harbour Press) - The harbour is shut.", "PORT ADA, Bayland, Sept 13 (Harbour Press) -", "Harbour Press")]
    [InlineData("ADA CITY. Sept 13 (Interfax) - The harbour is shut.", "ADA CITY. Sept 13 (Interfax) -", "Interfax")]
    [InlineData("Ada City (AFP) – The harbour is shut.", "Ada City (AFP) –", "AFP")]
    [InlineData("PORT ADA/CAPETOWN (Reuters/AFP) -- The harbour is shut.", "PORT ADA/CAPETOWN (Reuters/AFP) --", "Reuters AFP")]
    [InlineData("PORT ADA, September 13. /TASS/. The harbour is shut.", "PORT ADA, September 13. /TASS/.", "TASS")]
    [InlineData("PORT ADA, Bayland — The harbour is shut and no ship will leave before the storm has passed.", "PORT ADA, Bayland —", "")]
    public void A_dateline_ends_where_the_sentence_begins(string line, string dateline, string agencies)
    {
        var text = Head(line);
        Assert.Equal(["Dateline: " + dateline], Marked(text));
        var credits = SmallPrint.Read(text).Credits;
        Assert.Equal(agencies, string.Join(' ', credits.Select(credit => credit.Agency)));
        Assert.All(credits, credit => Assert.Equal(credit.Agency, credit.Range.Of(text)));
    }

    [Theory]
    [InlineData("--With assistance from Ada Brook.", "")]
    [InlineData("(Reporting by Ada Brook in Port Ada; Editing by Cyrus van Dane)", "")]
    [InlineData("Ada Brook of The Associated Press contributed to this report.", "Associated Press")]
    [InlineData("Bay Harbour News Service", "Bay Harbour News Service")]
    [InlineData("— AFP", "AFP")]
    [InlineData("AP / Reuters", "AP Reuters")]
    [InlineData("(With inputs from PTI)", "PTI")]
    public void Closing_credits_are_furniture_and_no_sign_of_a_revision(string line, string agencies)
    {
        var text = Foot(line);
        Assert.Equal(["Credit: " + line], Marked(text));
        Assert.Equal(agencies, string.Join(' ', SmallPrint.Read(text).Credits.Select(credit => credit.Agency)));
        Assert.All(SmallPrint.Read(text).Advisories, advisory => Assert.Equal((AdvisoryKind.Credit, false), (advisory.Kind, advisory.EarlierRevision)));
    }

    [Theory]
    [InlineData("(Reporting by Ada Brook; Editing by Cyrus Dane)")]
    [InlineData("— Reuters")]
    [InlineData("(PTI)")]
    public void A_credit_at_the_end_of_a_paragraph_leaves_the_paragraph(string credit) =>
        Assert.Equal(["Credit: " + credit], Marked($"{Prose}\n{Prose} {credit}"));

    [Fact]
    public void A_byline_at_the_head_gives_the_byline()
    {
        var reading = SmallPrint.Read(Head("By Ada Brook and Cyrus Dane, Associated Press"));
        Assert.Equal("Ada Brook and Cyrus Dane, Associated Press", reading.Byline);
        Assert.Equal("Associated Press", Assert.Single(reading.Credits).Agency);
    }

    [Theory]
    [InlineData("Promotion", "Read: The Cape's Slow, Stately Ferry")]
    [InlineData("Promotion", "READ MORE: The ferry that never sails")]
    [InlineData("Promotion", "Also read The Ferry That Never Sails")]
    [InlineData("Promotion", "See also: Storms of the cape")]
    [InlineData("Promotion", "Sign up for our morning newsletter.")]
    [InlineData("Promotion", "Follow us on Twitter")]
    [InlineData("Promotion", "Click here to read more")]
    [InlineData("Promotion", "Watch: The storm from above")]
    [InlineData("Promotion", "Advertisement")]
    [InlineData("Caption", "Photo: Ada Brook")]
    [InlineData("Caption", "(Photo by Ada Brook/Harbour Press)")]
    [InlineData("Caption", "File photo: the ferry in 2019")]
    [InlineData("Caption", "The ferry in 2019. REUTERS/Ada Brook")]
    [InlineData("Copyright", "© 2023 Bay Post")]
    [InlineData("Copyright", "Copyright 2023 Bay Post. All rights reserved.")]
    [InlineData("Header", "Show of Strength")]
    [InlineData("Header", "What happens next")]
    [InlineData("Header", "Background")]
    [InlineData("Header", "WIND AND WATER")]
    [InlineData("Header", "* * *")]
    public void Lines_between_paragraphs_that_are_not_the_report(string kind, string line) =>
        Assert.Equal([$"{kind}: {line}"], Marked(Between(line)));

    [Theory]
    [InlineData("Read the letter, he told them.")]
    [InlineData("Read on, he told them, and do not stop")]
    [InlineData("He never came back")]
    [InlineData("Nobody knew why")]
    [InlineData("Sign up for the army, his father had told him.")]
    [InlineData("Subscribe to that theory and you will drown.")]
    [InlineData("Follow the money, she said.")]
    [InlineData("Watch the tide, not the clock.")]
    [InlineData("Listen to your mother.")]
    [InlineData("Copyright law was not made for ferries.")]
    [InlineData("Photo editors were told to wait.")]
    [InlineData("Reporting by the Bay Post found that two ships had left.")]
    [InlineData("Adds up, does it not?")]
    [InlineData("“Read: it says so here,” she said.")]
    [InlineData("Corrections officers met the ferry.")]
    [InlineData("This story was told to every child on the cape.")]
    [InlineData("A previous owner had sold the ferry for scrap.")]
    [InlineData("(He did not say when.)")]
    [InlineData("By Friday morning everyone knew.")]
    [InlineData("The Associated Press reported the same.")]
    [InlineData("NATO — the alliance, that is — sent nobody at all to the cape that week or the week after.")]
    [InlineData("The Free Workers Party (FWP) — Ada Brook's own — kept silent about the ferry and its owners all week.")]
    [InlineData("Associated Press (AP) President Ada Brook said that nobody had called her about the ferry or the storm.")]
    public void A_sentence_is_never_small_print(string line)
    {
        Assert.Empty(Marked(Head(line)));
        Assert.Empty(Marked(Between(line)));
        Assert.Empty(Marked(Foot(line)));
    }

    [Fact]
    public void A_standfirst_without_a_full_stop_stays_prose()
    {
        var text = "Ships stayed in port and the ferry did not sail, which the harbour master said was the storm's doing\n" + Prose;
        Assert.Empty(Marked(text));
        Assert.Null(SmallPrint.Read(text).Title);
    }

    [Fact]
    public void A_poem_keeps_its_lines() =>
        Assert.Empty(Marked("The Cape\n\nThe ferry lies\nWhat wind will come\nAnd no one cries\nSilence\nBeneath the thumb\nOf harbour skies\n"));

    [Fact]
    public void A_headline_above_the_text_is_a_title_but_stays_text()
    {
        var text = Head("Ferry Stays in Port for Third Week");
        Assert.Equal("Ferry Stays in Port for Third Week", SmallPrint.Read(text).Title);
        Assert.Empty(Marked(text));
    }

    [Theory]
    [InlineData("2023-09-13 was the day on which the ferry sailed.")]
    [InlineData("On 2023-09-13 the ferry sailed at last, Ada Brook said")]
    public void A_sentence_that_holds_a_date_is_no_metadata(string line) => Assert.Empty(Marked(Head(line)));

    [Theory]
    [InlineData("The ferry's owners said that they would pay all who had been aboard one crown a\nshare.\nNobody came to the harbour.")]
    [InlineData("The song of the ferry, which everybody on the cape still knows, was first\nproduced by Cyrus Dane.\n")]
    [InlineData("The ferry was sold\nby Bay Harbour Holdings\nand nobody was told of it.")]
    [InlineData("Bayland Harbour Minister Ada\nBrook said that the ferry would sail again on Monday.")]
    [InlineData("PORT ADA TIDE TABLE - HIGH WATER 6.43 LOW WATER 12.55 HIGH WATER 19.02 LOW WATER 1.14\n6.43 - 7.15 8.22 9.10 9.50 6 7 8 9 1 2 3 4 5")]
    public void A_sentence_broken_over_lines_stays_text(string text)
    {
        Assert.Empty(Marked(text));
        Assert.Null(SmallPrint.Read(text).Title);
    }

    [Fact]
    public void A_dateline_may_have_a_line_of_its_own() =>
        Assert.Equal(["Dateline: PORT ADA, Bayland —"], Marked(Head("PORT ADA, Bayland —")));

    [Fact]
    public void A_very_long_line_costs_little_and_stays_text()
    {
        var text = string.Concat(Enumerable.Repeat("The ferry (Reuters) - did not sail (again. ", 200_000));
        Assert.Empty(Marked(text));
    }

    [Fact]
    public void A_text_of_a_million_lines_costs_little_and_stays_text() =>
        Assert.Empty(Marked(string.Concat(Enumerable.Repeat("Advertisement\n", 1_000_000))));

    static readonly string[] Pieces =
        [Prose, "\n", "\n\n", "\r\n", " ", "(Reuters) -", "PORT ADA (AP) —", "— AFP", "(PTI)", "UPDATE 2-", "CORRECTED", "By Ada Brook", "Read: More", "©", "(", ")", "--", "/TASS/.", "date 2023-09-13",
         "Show of Strength", "TRUMPETS", "\uD800", "😀", "(Reporting by Ada Brook)", "Photo:", "2nd Ld", "This story", "Correction:", "", "\t", "All rights reserved", "***", "(Adds", "This "];

    [Fact]
    public void Ranges_are_in_order_disjoint_and_inside_any_text() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), IsSound).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_is_read() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => IsSound(text ?? "")).QuickCheckThrowOnFailure();

    static bool IsSound(string text)
    {
        var reading = SmallPrint.Read(text);
        var end = 0;
        foreach (var found in reading.Furniture)
        {
            if (found.Range.IsEmpty || found.Range.Start < end || found.Range.End > text.Length)
                return false;
            end = found.Range.End;
        }
        return reading.Credits.All(credit => credit.Range.Of(text) == credit.Agency && reading.Furniture.Any(found => found.Range.Contains(credit.Range)))
            && reading.Advisories.All(advisory => reading.Furniture.Any(found => found.Range == advisory.Range));
    }
}
