using Stemma.Language;
using Stemma.Language.Syntax;
using Stemma.Language.Tokens;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("The bridge fell.", "The|bridge|fell|.")]
    [InlineData("Don't they've Holt's I'm we'll she'd", "Do|n't|they|'ve|Holt|'s|I|'m|we|'ll|she|'d")]
    [InlineData("doesn’t can’t Holt’s", "does|n’t|ca|n’t|Holt|’s")]
    [InlineData("the workers' hall", "the|workers|'|hall")]
    [InlineData("O'Dowd and O'Reilly", "O'Dowd|and|O'Reilly")]
    [InlineData("U.S. and a.m. and J. R. Venn", "U.S.|and|a.m.|and|J.|R.|Venn")]
    [InlineData("Dr. Holt of Port Co. left.", "Dr.|Holt|of|Port|Co.|left|.")]
    [InlineData("3,000 men, 4.5 metres, 6:20", "3,000|men|,|4.5|metres|,|6:20")]
    [InlineData("so ... and so", "so|...|and|so")]
    [InlineData("$12.50 (50%)", "$|12.50|(|50|%|)")]
    [InlineData("a judge-led inquiry — no—yes", "a|judge|-|led|inquiry|—|no|—|yes")]
    [InlineData("AT&T and R & D", "AT&T|and|R|&|D")]
    [InlineData("See https://news.example/a?b=c, or desk@news.example.", "See|https://news.example/a?b=c|,|or|desk@news.example|.")]
    [InlineData("from 2031-03-04 on", "from|2031|-|03|-|04|on")]
    [InlineData("😀 e\u0301t 𝒜b", "😀|e\u0301t|𝒜b")]
    [InlineData("https://news.example/\u2028The", "https://news.example/|The")]
    [InlineData("https://news.example/\u3000The", "https://news.example/|The")]
    public void Words_and_marks_are_told_apart(string text, string tokens) => Assert.Equal(tokens, string.Join('|', Tokens(text)));

    [Theory]
    [InlineData("\"Go,\" he said.", "OpenQuote CloseQuote")]
    [InlineData("(\"Go\")", "OpenQuote CloseQuote")]
    [InlineData("“Go” ‘go’ «go» „go“", "OpenQuote CloseQuote OpenQuote CloseQuote OpenQuote CloseQuote OpenQuote OpenQuote")]
    [InlineData("``Go''", "OpenQuote CloseQuote")]
    [InlineData("the workers’ hall", "CloseQuote")]
    public void Quotation_marks_say_which_side_they_are(string text, string kinds)
    {
        var found = TokenKinds.Of(text, SyntaxModel.English.Segmenter.Cut(text, []).Tokens);
        Assert.Equal(kinds, string.Join(' ', found.Where(kind => kind is TokenKind.OpenQuote or TokenKind.CloseQuote)));
    }

    [Fact]
    public void What_was_set_apart_has_no_token_even_inside_a_word() =>
        Assert.Equal(["bri", "fell"], Tokens("bridge fell", new TextRange(3, 6)));

    static string[] Tokens(string text, params TextRange[] setApart) => [.. SyntaxModel.English.Segmenter.Cut(text, setApart).Tokens.Select(range => range.Of(text))];
}
