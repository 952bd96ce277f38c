using Stemma.Language;

namespace Stemma.Reports;

/// <summary>What <see cref="SmallPrint"/> found. Title, day and byline only where a stray header or byline line gives them.</summary>
public sealed record SmallPrintReading(
    IReadOnlyList<Furniture> Furniture, IReadOnlyList<Credit> Credits, IReadOnlyList<Advisory> Advisories, string? Title, DateOnly? Day, string? Byline, Dateline? Dateline);

/// <summary>
/// Tells a report's own prose from what is printed around it: advisory lines, credits, datelines, cross-promotion, captions,
/// copyright lines, stray headers. Furniture is marked, never cut. Line by line, by form and place: each rule's file says what
/// it looks at. Advisories count only at the head (first five lines) and the foot (last eight), a dateline once, at the head;
/// an agency's name alone only at the very end, with nothing but furniture after it, or at the head.
/// <para>Precision before recall: a sentence wrongly set apart is lost to everything that follows, a leftover line costs little.
/// So a rule needs two signs at least, and what is in doubt stays text. A headline above the text is the report's own words.</para>
/// <para>Cost: linear; of a line no more than eighty words are looked at. Gets wrong: furniture glued to a paragraph without
/// a line break is missed, but for credits in brackets at its end; languages other than English.</para>
/// </summary>
public static class SmallPrint
{
    const int HeadLines = 5;

    const int FootLines = 8;

    /// <summary>A text of more lines is no article; all of it stays text.</summary>
    const int LinesMax = 100_000;

    public static SmallPrintReading Read(string text)
    {
        var lines = PrintLine.Of(text, LinesMax);
        if (lines is null)
            return new SmallPrintReading([], [], [], null, null, null, null);
        var reading = new Marks(text, lines);
        reading.MarkWholeLines();
        reading.MarkHead();
        reading.MarkFoot();
        reading.MarkHeadings();
        return reading.Result();
    }

    /// <summary>Collects marks. A line is taken as a whole once; one opened by a dateline gives up only parts.</summary>
    sealed class Marks(string text, List<PrintLine> lines)
    {
        readonly bool[] taken = new bool[lines.Count];
        readonly bool[] opened = new bool[lines.Count];
        readonly List<Furniture> furniture = [];
        readonly List<Credit> credits = [];
        readonly List<Advisory> advisories = [];
        string? title;
        DateOnly? day;
        string? byline;
        Dateline? dateline;

        /// <summary>What is recognised wherever it stands.</summary>
        public void MarkWholeLines()
        {
            for (var line = 0; line < lines.Count; line++)
            {
                if (CreditLines.IsCopyright(lines[line]))
                    Credit(line, FurnitureKind.Copyright);
                else if (PromotionLines.IsCaption(lines[line]))
                    Take(line, FurnitureKind.Caption);
                else if (PromotionLines.IsPromotion(lines[line]))
                    Take(line, FurnitureKind.Promotion);
                else if (HeaderLines.IsRule(lines[line]))
                    Take(line, FurnitureKind.Header);
            }
        }

        public void MarkHead()
        {
            for (var line = 0; line < Math.Min(HeadLines, lines.Count); line++)
            {
                if (taken[line])
                    continue;
                var advisory = lines.Count > 1 ? AdvisoryLines.Find(text, lines[line], head: true) : null;
                if (advisory is not null)
                    Advise(line, advisory);
                else if (line < 2 && HeaderLines.MetadataOf(text, lines[line]) is { } metadata)
                    TakeMetadata(line, metadata);
                else if (lines.Count > 1 && CreditLines.Byline(lines[line]) is { } names)
                    TakeByline(line, names);
                else if (lines.Count > 2 && CreditLines.AgencyAlone(text, lines[line]) is { Count: > 0 } agencies)
                    Credit(line, FurnitureKind.Credit, agencies);
                else if (line == 0 && lines.Count > 1 && HeaderLines.IsHeadline(text, lines[line], lines[line + 1]))
                    title ??= lines[line].Content.ToString();
                else if (dateline is null && Datelines.Find(text, lines[line]) is { } found)
                {
                    opened[line] = true;
                    dateline = found;
                    furniture.Add(new Furniture(FurnitureKind.Dateline, found.Range));
                    credits.AddRange(found.Credits);
                }
            }
        }

        public void MarkFoot()
        {
            var atEnd = true;
            for (var line = lines.Count - 1; line >= Math.Max(0, lines.Count - FootLines); line--)
            {
                if (taken[line])
                    continue;
                var whole = line > 0 && !opened[line];
                if (whole && AdvisoryLines.Find(text, lines[line], head: false) is { } advisory)
                    Advise(line, advisory);
                else if (whole && CreditLines.IsClosing(lines[line]))
                    Credit(line, FurnitureKind.Credit, advise: true);
                else if (atEnd && whole && CreditLines.AgencyAlone(text, lines[line]) is { Count: > 0 } agencies)
                    Credit(line, FurnitureKind.Credit, agencies, advise: true);
                else
                {
                    if (CreditLines.Closing(text, lines[line]) is { } closing && furniture.TrueForAll(other => !other.Range.Overlaps(closing)))
                    {
                        furniture.Add(new Furniture(FurnitureKind.Credit, closing));
                        advisories.Add(new Advisory(AdvisoryKind.Credit, closing, EarlierRevision: false));
                        credits.AddRange(Agencies.CreditsIn(text, closing));
                    }
                    atEnd = false;
                }
            }
        }

        public void MarkHeadings()
        {
            for (var line = 0; line < lines.Count; line++)
            {
                if (taken[line] || opened[line])
                    continue;
                var after = line + 1 < lines.Count ? lines[line + 1] : null;
                if (line > 0 && line < lines.Count - 1 && HeaderLines.IsSectionHeading(lines[line], TextBefore(line), TextAfter(line)))
                    Take(line, FurnitureKind.Header);
                else if (line < 3 && HeaderLines.IsSlug(lines[line], after))
                    Take(line, FurnitureKind.Header);
            }
        }

        public SmallPrintReading Result()
        {
            furniture.Sort((a, b) => a.Range.CompareTo(b.Range));
            advisories.Sort((a, b) => a.Range.CompareTo(b.Range));
            credits.Sort((a, b) => a.Range.CompareTo(b.Range));
            return new SmallPrintReading(furniture, credits, advisories, title, day, byline, dateline);
        }

        PrintLine? TextBefore(int line)
        {
            for (var at = line - 1; at >= 0; at--)
            {
                if (!taken[at])
                    return lines[at];
            }
            return null;
        }

        PrintLine? TextAfter(int line)
        {
            for (var at = line + 1; at < lines.Count; at++)
            {
                if (!taken[at])
                    return lines[at];
            }
            return null;
        }

        void Take(int line, FurnitureKind kind)
        {
            taken[line] = true;
            furniture.Add(new Furniture(kind, lines[line].Range));
        }

        void Credit(int line, FurnitureKind kind, IReadOnlyList<Credit>? agencies = null, bool advise = false)
        {
            Take(line, kind);
            credits.AddRange(agencies ?? Agencies.CreditsIn(text, lines[line].Range));
            if (advise)
                advisories.Add(new Advisory(AdvisoryKind.Credit, lines[line].Range, EarlierRevision: false));
        }

        void Advise(int line, Advisory advisory)
        {
            advisories.Add(advisory);
            furniture.Add(new Furniture(FurnitureKind.Advisory, advisory.Range));
            taken[line] = true;
        }

        void TakeMetadata(int line, HeaderLines.Metadata metadata)
        {
            Take(line, FurnitureKind.Header);
            day ??= metadata.Day;
            title ??= metadata.Title;
        }

        void TakeByline(int line, TextRange names)
        {
            Take(line, FurnitureKind.Credit);
            byline ??= names.Of(text);
            credits.AddRange(Agencies.CreditsIn(text, names));
        }
    }
}
