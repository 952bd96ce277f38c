namespace Stemma.Training.Syntax;

/// <summary>One sentence to learn from. What it does not show is null, and nothing is learned of it.</summary>
/// <param name="Tags">Per word, the index of its tag; -1 where it has none of the inventory.</param>
/// <param name="Names">Per word its name label; <see cref="NameTags.OutsideOrOther"/> where the corpus does not say of other names.</param>
/// <param name="Heads">0 for the root, else the head's number, from 1.</param>
sealed record Example(string[] Words, int[]? Tags, int[]? Heads, int[]? Relations, int[]? Names);
