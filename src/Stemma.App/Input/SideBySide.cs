namespace Stemma.App.Input;

/// <summary>Pieces of work done side by side, a handful at a time, and given in order, so that memory stays bounded and any number of readers gives the same result.</summary>
static class SideBySide
{
    public static IEnumerable<T> Run<T>(IEnumerable<Func<T>> work, int readers)
    {
        foreach (var some in work.Chunk(readers * 4))
        {
            var done = new T[some.Length];
            Parallel.For(0, some.Length, new ParallelOptions { MaxDegreeOfParallelism = readers }, at => done[at] = some[at]());
            foreach (var one in done)
                yield return one;
        }
    }
}
