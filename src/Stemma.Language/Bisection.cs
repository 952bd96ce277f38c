namespace Stemma.Language;

/// <summary>Looks for a place in what is in order. Cost: the logarithm of how much there is.</summary>
static class Bisection
{
    /// <summary>The first number from low up to high that the test holds of, as it does of all after it; high where it holds of none.</summary>
    public static int First(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
