using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Archive;
using Stemma.Rulings;
using Stemma.Storage;

namespace Stemma.App.Serve;

/// <param name="By">Who writes.</param>
/// <param name="Target">What it is about: the id of the story, or of a report, claim, statement or finding in it. Left out: the story.</param>
/// <param name="SignedOff">The editor stands behind the claim or finding as it is shown.</param>
sealed record NoteInput(string By, string? Target = null, string? Text = null, bool SignedOff = false);

/// <param name="By">Who rules.</param>
/// <param name="Kind">together: the two reports' stories are one. apart: report A leaves the story of report B. pin: report A belongs to the story of report B. sameSource, notSameSource: of two sources.</param>
/// <param name="A">Id of a report, or of a source.</param>
/// <param name="B">Id of the other one.</param>
/// <param name="Note">Why.</param>
sealed record RulingInput(string By, RulingKind Kind, string A, string B, string? Note = null);

/// <summary>What editors decide: notes, rulings that are replayed whenever stories are computed, and the record of it all.</summary>
static class DecisionsApi
{
    public const int NameMax = 200;
    public const int TextMax = 10_000;
    const int TargetMax = 64;

    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories/{id}/notes", Notes).WithTags("Decisions").WithSummary("What editors wrote to a story").ProducesProblem(404);
        api.MapPost("/stories/{id}/notes", AddNote).WithTags("Decisions").WithSummary("Writes a note to a story, or signs a claim or finding of it off").ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/rulings", Rulings).WithTags("Decisions").WithSummary("The rulings in force, in the order they were made");
        api.MapPost("/rulings", AddRuling).WithTags("Decisions").WithSummary("Rules that stories or sources are one, or are not; stories follow in the background").ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        api.MapDelete("/rulings/{number}", Withdraw).WithTags("Decisions").WithSummary("Takes a ruling back; it stays in the record").ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/audit", Audit).WithTags("Decisions").WithSummary("Who did what, and when, newest first").ProducesProblem(400);
    }

    static Results<TaggedJson<IReadOnlyList<Note>>, ProblemHttpResult> Notes(string id, Store store) =>
        store.CurrentId(id) is { } current ? new TaggedJson<IReadOnlyList<Note>>(store.Notes(current)) : Answer.NotFound("story", id);

    static Results<Created<Note>, ProblemHttpResult> AddNote(string id, NoteInput note, Store store, TimeProvider clock)
    {
        if ((Answer.Unwritten("by", note.By, NameMax) ?? (note.SignedOff && string.IsNullOrEmpty(note.Text) ? null : Answer.Unwritten("text", note.Text, TextMax))) is { } problem)
            return problem;
        if (store.CurrentId(id) is not { } current)
            return Answer.NotFound("story", id);
        var target = note.Target ?? current;
        if (target.Length is 0 or > TargetMax || !target.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return Answer.Bad("“target” is the id of the story, or of something in it.");
        var kept = store.AddNote(note.By, current, target, note.Text ?? "", note.SignedOff, clock.GetUtcNow());
        return TypedResults.Created($"/api/stories/{current}/notes", kept);
    }

    static TaggedJson<IReadOnlyList<Ruling>> Rulings(Store store) => new(store.Rulings());

    static Results<Created<Ruling>, ProblemHttpResult> AddRuling(RulingInput ruling, Store store, Desk desk, TimeProvider clock)
    {
        if ((Answer.Unwritten("by", ruling.By, NameMax) ?? Answer.Unwritten("a", ruling.A, TargetMax) ?? Answer.Unwritten("b", ruling.B, TargetMax)) is { } problem)
            return problem;
        if (ruling.Note?.Length > TextMax)
            return Answer.Bad($"“note” is longer than {TextMax} characters.");
        if (!Enum.IsDefined(ruling.Kind))
            return Answer.Bad("“kind” is together, apart, pin, sameSource or notSameSource.");
        if (string.Equals(ruling.A, ruling.B, StringComparison.Ordinal))
            return Answer.Bad("“a” and “b” are the same: a ruling is about two.");
        foreach (var id in (string[])[ruling.A, ruling.B])
        {
            if (Unknown(store, ruling.Kind, id) is { } unknown)
                return unknown;
        }
        var made = store.AddRuling(ruling.By, ruling.Kind, ruling.A, ruling.B, ruling.Note, clock.GetUtcNow());
        desk.Changed();
        return TypedResults.Created("/api/rulings", made);
    }

    static ProblemHttpResult? Unknown(Store store, RulingKind kind, string id) => kind is RulingKind.SameSource or RulingKind.NotSameSource
        ? (store.Source(id).Count == 0 ? Answer.NotFound("source", id) : null)
        : store.FindReport(id) is null ? Answer.NoReport(store, id) : null;

    static Results<NoContent, ProblemHttpResult> Withdraw(long number, Store store, Desk desk, TimeProvider clock, [Description("Who takes it back.")] string? by = null)
    {
        if ((Answer.Unwritten("by", by, NameMax)) is { } problem)
            return problem;
        if (!store.WithdrawRuling(number, by!, clock.GetUtcNow()))
            return Answer.Problem(StatusCodes.Status404NotFound, $"No ruling in force has the number {number}.");
        desk.Changed();
        return TypedResults.NoContent();
    }

    static Results<TaggedJson<Listing<AuditEntry>>, ProblemHttpResult> Audit(HttpContext http, Store store, int page = 1, int size = Paging.DefaultSize)
    {
        if (Paging.Problem(http, page, size) is { } problem)
            return problem;
        var found = store.Audit(page, size);
        return Paging.Of(http, found.Items, page, size, found.Total);
    }
}
