namespace Stemma.Rulings;

/// <summary>
/// What an editor decided. <see cref="Together"/>, <see cref="Apart"/> and <see cref="Pin"/> name reports, because their ids never
/// change; <see cref="SameSource"/> and <see cref="NotSameSource"/> name sources.
/// </summary>
public enum RulingKind
{
    /// <summary>The stories of the two reports are one.</summary>
    Together,
    /// <summary>Report A does not belong to the story of report B: it leaves it.</summary>
    Apart,
    /// <summary>Report A belongs to the story of report B, whatever their words say.</summary>
    Pin,
    SameSource,
    NotSameSource,
}

/// <param name="At">When, ISO 8601 in UTC. Rulings are replayed in the order they were made.</param>
/// <param name="By">Who, as they named themselves.</param>
public sealed record Ruling(long Number, string At, string By, RulingKind Kind, string A, string B, string? Note);
