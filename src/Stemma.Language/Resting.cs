using System.Collections.Concurrent;

namespace Stemma.Language;

/// <summary>
/// Working memory between two uses. A server has many threads, and few that work at once: whoever needs a workspace takes one, and
/// leaves it for the next. Some are kept, so that reading allocates next to nothing; none belongs to a thread.
/// </summary>
static class Resting
{
    static readonly ConcurrentBag<Action> Emptying = [];

    /// <summary>What rests now is let go of, everywhere: some 10 MB after long texts.</summary>
    public static void LetGo()
    {
        foreach (var empty in Emptying)
            empty();
    }

    public static void Add(Action empty) => Emptying.Add(empty);
}

/// <inheritdoc cref="Resting"/>
sealed class Resting<T>
    where T : class, new()
{
    const int Most = 8;

    readonly ConcurrentBag<T> kept = [];

    public Resting() => Resting.Add(kept.Clear);

    public T Take() => kept.TryTake(out var rested) ? rested : new T();

    public void Leave(T workspace)
    {
        if (kept.Count < Most)
            kept.Add(workspace);
    }
}
