namespace Stemma.App;

static class ExitStatus
{
    public const int Done = 0;

    /// <summary>Some inputs could not be read (each named on standard error, the rest done), or a check did not hold.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;
}
