using FsCheck;
using FsCheck.Fluent;
using Stemma.Language;
using Stemma.Tests.Support;
using Xunit;

namespace Stemma.Tests.Language;

/// <summary>Random texts under <see cref="StageInvariants"/>.</summary>
public sealed class RandomTextTests
{
    const int Runs = 400;

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

    static void Run<T>(Arbitrary<T> texts, Func<T, Document> check) => Prop.ForAll(texts, text => { check(text); }).Check(Fuzz.Draws(Runs, size: 60));
}
