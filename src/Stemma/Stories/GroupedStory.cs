namespace Stemma.Stories;

/// <summary>A story as grouping leaves it: which reports, and what ties each to it. No text was read for it.</summary>
/// <param name="Reports">Indices into the reports that were grouped, in the order of publication.</param>
/// <param name="Ties">One for each of them.</param>
public sealed record GroupedStory(IReadOnlyList<int> Reports, IReadOnlyList<StoryTie> Ties)
{
    /// <summary>
    /// Place in <see cref="Reports"/> of the one the story has its id and title from: the first that was not put here by hand.
    /// An older report that an editor adds changes no story's address.
    /// </summary>
    public int Founder => Ties.TakeWhile(static tie => tie.PutHere).Count() is var first && first < Ties.Count ? first : 0;

    /// <summary>The story's id, from the heads of all that were grouped.</summary>
    public string IdAmong(IReadOnlyList<ReportHead> reports) => Story.IdOf(reports[Reports[Founder]].Id);
}

/// <summary>Why a report stands in its story: what the sentence about it is written from once texts are at hand.</summary>
/// <param name="Nearest">Id of the report it is most like; null where it stands alone.</param>
/// <param name="Founds">It gives the story its name.</param>
/// <param name="CopiedPercent">How much of the shorter one's text stands in the other, where that is much.</param>
/// <param name="Words">Keys of the weightiest words they share.</param>
/// <param name="Ruled">What an editor ruled; nothing else counts then.</param>
/// <param name="PutHere">By an editor, out of the story that grouping had put it into.</param>
public sealed record StoryTie(string? Nearest, bool Founds, int? CopiedPercent, IReadOnlyList<ulong> Words, string? Ruled = null, bool PutHere = false)
{
    /// <summary>Stands for the sentence: as long as it stays the same, and the reports do, so does the sentence.</summary>
    public override string ToString() => $"{Nearest} {Founds} {CopiedPercent} {string.Join(' ', Words)} {Ruled}{(PutHere ? " put here" : "")}";
}
