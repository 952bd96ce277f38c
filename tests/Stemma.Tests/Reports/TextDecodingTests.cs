using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Reports;

public sealed class TextDecodingTests
{
    const string Words = "The café opened “early”.\r\n\r\n  Nobody came. 😀 ";

    [Fact]
    public void Line_ends_become_LF_and_nothing_else_is_touched()
    {
        var decoded = TextDecoding.Decode(Encoding.UTF8.GetBytes(Words + "e\u0301\r"));
        Assert.Equal("The café opened “early”.\n\n  Nobody came. 😀 e\u0301\r", decoded.Text);
        Assert.Equal("utf-8", decoded.Encoding);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory, MemberData(nameof(Encodings))]
    public void A_byte_order_mark_names_the_encoding_and_is_removed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var decoded = TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)]);
        Assert.Equal(Words.Replace("\r\n", "\n", StringComparison.Ordinal), decoded.Text);
        Assert.Equal(name, decoded.Encoding);
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE")]
    public void UTF_16_without_a_mark_is_known_by_its_zero_bytes(string name) =>
        Assert.Equal("Nobody came.", TextDecoding.Decode(Encoding.GetEncoding(name).GetBytes("Nobody came.")).Text);

    [Fact]
    public void What_is_not_UTF_8_is_read_as_windows_1252()
    {
        var decoded = TextDecoding.Decode([.. "He said "u8, 0x93, .. "caf"u8, 0xE9, 0x94, (byte)'.']);
        Assert.Equal("He said “café”.", decoded.Text);
        Assert.Equal("windows-1252", decoded.Encoding);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal("a\uFFFDb", TextDecoding.Decode([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0]).Text);
        Assert.Equal("\uFFFD😀\uFFFD", TextDecoding.ReplaceLoneSurrogates("\uDC00😀\uD83D"));
    }

    public static TheoryData<byte[], string> Binaries => new()
    {
        { [.. "%PDF-1.7 and so on"u8], "a PDF file, not text" },
        { [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0], "a PNG image, not text" },
        { [.. "PK"u8, 3, 4, 20, 0], "a ZIP archive (or an office document), not text" },
        { [0x1F, 0x8B, 8, 0], "a gzip archive, not text" },
        { [0x7F, .. "ELF"u8, 2, 1], "a program (ELF), not text" },
        { [0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image, not text" },
        { [.. "words and "u8, 0, .. " more words"u8], "binary data, not text" },
        { [1, 2, 3, 4, 5, 6, (byte)'a'], "binary data, not text" },
        { [], "empty" },
        { [.. " \r\n\t "u8], "empty" },
        { [0xEF, 0xBB, 0xBF], "empty" },
    };

    [Theory, MemberData(nameof(Binaries))]
    public void What_is_no_text_gives_a_reason(byte[] bytes, string reason)
    {
        var decoded = TextDecoding.Decode(bytes);
        Assert.Null(decoded.Text);
        Assert.Equal(reason, decoded.Reason);
    }

    [Fact]
    public void Any_bytes_give_a_text_without_lone_surrogates_or_a_reason() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var decoded = TextDecoding.Decode(bytes);
            return (decoded.Text is null) != (decoded.Reason is null)
                && (decoded.Text is null || decoded.Text == TextDecoding.ReplaceLoneSurrogates(decoded.Text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_character_cut_in_two_does_not_change_how_the_others_are_read()
    {
        var text = string.Concat(Enumerable.Repeat("Prom zatrzymano, gdy inspektor stwierdził, że dwie łodzie nie mają wioseł. ", 5));
        byte[] cut = [.. System.Text.Encoding.UTF8.GetBytes(text), 0xC3, (byte)'.', .. System.Text.Encoding.UTF8.GetBytes(text)];
        Assert.Equal(text + "\uFFFD." + text, TextDecoding.Decode(cut).Text);
        // A western page in the old encoding has no such sequences, or one by chance.
        Assert.Equal("Café Müller, Ångström, naïve", TextDecoding.Decode([.. System.Text.Encoding.Latin1.GetBytes("Café Müller, Ångström, naïve")]).Text);
    }
}
