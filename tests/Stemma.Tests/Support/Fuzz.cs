using System.Globalization;
using FsCheck;

namespace Stemma.Tests.Support;

/// <summary>
/// How random tests draw. The seed is fixed, so that a green tree stays green; <c>make fuzz</c> draws others and more
/// (STEMMA_FUZZ_RUNS of each kind, from STEMMA_FUZZ_SEED where it is given).
/// </summary>
static class Fuzz
{
    const ulong Seed = 20_310_304;

    /// <summary>The step of FsCheck's generator, which must be odd.</summary>
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    /// <param name="runs">In an ordinary test run.</param>
    /// <param name="size">Of the largest value drawn: pieces of a text, reports of a story.</param>
    public static Config Draws(int runs, int size)
    {
        var given = Setting("STEMMA_FUZZ_RUNS");
        var seed = Setting("STEMMA_FUZZ_SEED") ?? (given is null ? Seed : null);
        var config = Config.QuickThrowOnFailure.WithMaxTest((int)(given ?? (ulong)runs)).WithEndSize(size).WithQuietOnSuccess(true);
        return seed is { } start ? config.WithReplay(start, Step) : config;
    }

    static ulong? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? ulong.Parse(value, CultureInfo.InvariantCulture) : null;
}
