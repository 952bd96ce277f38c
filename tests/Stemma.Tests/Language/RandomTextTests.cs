using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>
/// Random texts under <see cref="StageInvariants"/>. The seed is fixed, so that a green tree stays green; <c>make fuzz</c>
/// draws others and more: RUNS for each kind of text, SEED to start from.
/// </summary>
public sealed class RandomTextTests
{
    const int Runs = 400;
    const ulong Seed = 20_310_304;

    [Fact]
    public void Pieces_of_news_in_any_order_keep_the_invariants() => Check(RandomText.NewsLike);

    [Fact]
    public void Sentences_that_report_keep_the_invariants() => Check(RandomText.Reporting);

    [Fact]
    public void Broken_news_keeps_the_invariants() => Check(RandomText.Broken);

    [Fact]
    public void Any_code_units_keep_the_invariants() => Check(RandomText.Units);

    [Fact]
    public void Parts_set_apart_anywhere_keep_the_invariants() =>
        Run(RandomText.WithParts.ToArbitrary(), given => StageInvariants.Check(given.Text, given.SetApart));

    static void Check(Gen<string> texts) => Run(Arb.From(texts, Shorter), text => StageInvariants.Check(text));

    /// <summary>The text without a half, a quarter, … a character of it, so that what fails is shown at its shortest.</summary>
    static IEnumerable<string> Shorter(string text)
    {
        for (var cut = text.Length / 2; cut > 0; cut /= 2)
            for (var at = 0; at < text.Length; at += cut)
                yield return text.Remove(at, Math.Min(cut, text.Length - at));
    }

    static void Run<T>(Arbitrary<T> texts, Func<T, Document> check)
    {
        var runs = Setting("STEMMA_FUZZ_RUNS") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Runs;
        var config = Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(60).WithQuietOnSuccess(true);
        if (Setting("STEMMA_FUZZ_SEED") is { } seed)
            config = config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), Odd);
        else if (runs == Runs)
            config = config.WithReplay(Seed, Odd);
        Prop.ForAll(texts, text => { check(text); }).Check(config);
    }

    /// <summary>The step of FsCheck's generator, which must be odd.</summary>
    const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
