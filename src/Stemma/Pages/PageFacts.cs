namespace Stemma.Pages;

/// <summary>Where on a page a fact was read, in order of trust.</summary>
public enum PageBasis { JsonLd, OpenGraph, Meta, Markup, Time, Byline, Dateline, Heading, TitleElement, Address, Words }

/// <summary>Something a page says of itself, as written there, and where it says so.</summary>
public sealed record PageFact(string Value, PageBasis Basis);

/// <summary>What identifies the article of a page. What is not said anywhere is null.</summary>
public sealed record PageFacts
{
    public PageFact? Title { get; init; }

    public PageFact? Byline { get; init; }

    public PageFact? Outlet { get; init; }

    public PageFact? Published { get; init; }

    public PageFact? Modified { get; init; }

    /// <summary>The canonical address.</summary>
    public PageFact? Url { get; init; }

    public PageFact? Language { get; init; }

    public PageFact? Section { get; init; }

    /// <summary>The agency whose copy it is, where the page says so outside its text.</summary>
    public PageFact? Agency { get; init; }
}
