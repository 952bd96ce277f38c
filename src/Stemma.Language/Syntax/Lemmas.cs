using Stemma.Language.Tokens;

namespace Stemma.Language.Syntax;

/// <summary>
/// Words to their dictionary form: what the training texts showed for the word with its tag, else the rule of its longest known
/// ending (suffix rules in the manner of Chrupała 2006, with backing off instead of a classifier). A rule says how many letters
/// go, what comes in their place and whether capitals stay. Cost: at most seven look-ups per word.
/// Gets wrong: irregular forms never seen; "'s" for "has".
/// </summary>
/// <param name="rules">Each rule once.</param>
/// <param name="byWord">Key of word and tag to the index of its rule.</param>
/// <param name="byEnding">Key of ending and tag to the index of a rule.</param>
sealed class Lemmas(LemmaRule[] rules, Dictionary<ulong, ushort> byWord, Dictionary<ulong, ushort> byEnding)
{
    /// <summary>Longest ending that is looked at.</summary>
    public const int EndingMax = 5;

    public IReadOnlyList<LemmaRule> Rules => rules;

    public IReadOnlyDictionary<ulong, ushort> ByWord => byWord;

    public IReadOnlyDictionary<ulong, ushort> ByEnding => byEnding;

    public static ulong FormKey(ReadOnlySpan<char> word, int tag) => (WordKey.Of(word) ^ (ulong)(tag + 1)) * 0x9E3779B97F4A7C15UL;

    public static ulong EndingKey(ReadOnlySpan<char> word, int length, int tag) =>
        ((WordKey.Of(word[^length..]) + (length == word.Length ? 1u : 0u)) ^ ((ulong)(tag + 1) << 8) ^ (ulong)length) * 0xff51afd7ed558ccdUL;

    public string Of(ReadOnlySpan<char> word, int tag)
    {
        if (byWord.TryGetValue(FormKey(word, tag), out var rule))
            return rules[rule].Apply(word);
        for (var length = Math.Min(EndingMax, word.Length); length >= 0; length--)
            if (byEnding.TryGetValue(EndingKey(word, length, tag), out rule) && rules[rule].Fits(word))
                return rules[rule].Apply(word);
        return word.ToString();
    }
}

/// <summary>How a dictionary form is made from a word.</summary>
/// <param name="Cut">Letters that go from the end.</param>
/// <param name="Ending">What comes in their place.</param>
/// <param name="Lower">Whether the word is put in lower case first.</param>
readonly record struct LemmaRule(byte Cut, string Ending, bool Lower)
{
    /// <summary>The rule that makes this dictionary form, keeping as many letters as it can; capitals only where the form has some.</summary>
    public static LemmaRule Between(string word, string lemma)
    {
        var lower = !lemma.Any(char.IsUpper);
        var from = lower ? word.ToLowerInvariant() : word;
        var same = Common(from, lemma);
        return new LemmaRule((byte)Math.Min(255, from.Length - same), lemma[same..], lower);
    }

    static int Common(string a, string b)
    {
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
            i++;
        return i;
    }

    /// <summary>Whether enough letters would be left.</summary>
    public bool Fits(ReadOnlySpan<char> word) => Cut <= word.Length && Ending.Length + word.Length - Cut > 0;

    public string Apply(ReadOnlySpan<char> word)
    {
        Span<char> letters = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        if (Lower)
            word.ToLowerInvariant(letters);
        else
            word.CopyTo(letters);
        return string.Concat(letters[..^Math.Min(Cut, letters.Length)], Ending);
    }
}
