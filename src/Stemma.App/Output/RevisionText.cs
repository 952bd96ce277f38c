using DiffPlex;
using Stemma.Lineage;

namespace Stemma.App.Output;

public enum ChangeKind { Same, Added, Removed, Moved }

/// <summary>A stretch of text that both revisions have, or only one of them.</summary>
public sealed record ChangePiece(ChangeKind Kind, string Text);

/// <summary>
/// The text of a later revision with what it has that the earlier one has not, and the earlier one's words that it lost, in
/// reading order. Sentences that were aligned (SentenceAlignment) are compared word by word (Myers' difference); what no
/// sentence of the other side matches is added or removed as a whole, so that a rewritten paragraph is not torn into single
/// shared words. A sentence that stands elsewhere in the order is kept in its new place and marked as moved.
/// Cost: linear in the texts, and per edited sentence its length times its differences.
/// Gets wrong: a sentence split in two is one edit and one addition.
/// </summary>
public static class RevisionText
{
    /// <summary>Sentences longer than this, in characters, are not compared word by word.</summary>
    const int SentenceMax = 20_000;

    static readonly char[] WordEnds = [' ', '\n', '\t', '\u00a0'];

    /// <returns>Pieces by paragraph.</returns>
    public static IReadOnlyList<IReadOnlyList<ChangePiece>> Of(string a, string b, IReadOnlyList<AlignedSentence> sentences)
    {
        var pieces = new List<ChangePiece>();
        var (inA, inB) = (0, 0);
        foreach (var pair in sentences.OrderBy(static pair => pair.B.Start))
        {
            if (pair.B.Start < inB)
                continue;
            if (!pair.Moved && pair.A.Start >= inA)
            {
                Removed(pieces, a, inA, pair.A.Start, sentences);
                inA = pair.A.End;
            }
            Added(pieces, b[inB..pair.B.Start]);
            inB = pair.B.End;
            if (pair.Moved)
                pieces.Add(new ChangePiece(ChangeKind.Moved, ""));
            pieces.AddRange(pair.Identical ? [new ChangePiece(ChangeKind.Same, pair.B.Of(b))] : Words(pair.A.Of(a), pair.B.Of(b)));
        }
        Removed(pieces, a, inA, a.Length, sentences);
        Added(pieces, b[inB..]);
        return Paragraphs(pieces);
    }

    /// <summary>Two sentences word by word.</summary>
    public static IReadOnlyList<ChangePiece> Words(string a, string b)
    {
        if (a.Length > SentenceMax || b.Length > SentenceMax)
            return [new(ChangeKind.Removed, a), new(ChangeKind.Added, b)];
        var diff = new Differ().CreateWordDiffs(a, b, ignoreWhitespace: false, WordEnds);
        var pieces = new List<ChangePiece>();
        void Add(ChangeKind kind, IEnumerable<string> words)
        {
            var text = string.Concat(words);
            if (text.Length > 0)
                pieces.Add(new ChangePiece(kind, text));
        }
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(ChangeKind.Same, diff.PiecesNew.Skip(at).Take(block.InsertStartB - at));
            Add(ChangeKind.Removed, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(ChangeKind.Added, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }
        Add(ChangeKind.Same, diff.PiecesNew.Skip(at));
        return Joined(pieces);
    }

    /// <summary>Changes with nothing but white space between them become one: "stay shut" for "reopen", not word against word.</summary>
    static List<ChangePiece> Joined(List<ChangePiece> pieces)
    {
        var joined = new List<ChangePiece>();
        for (var i = 0; i < pieces.Count;)
        {
            var (removed, added, end) = ("", "", i);
            for (var j = i; j < pieces.Count && (pieces[j].Kind != ChangeKind.Same || string.IsNullOrWhiteSpace(pieces[j].Text)); j++)
            {
                if (pieces[j].Kind == ChangeKind.Same && (j == i || j + 1 == pieces.Count || pieces[j + 1].Kind == ChangeKind.Same))
                    break;
                removed += pieces[j].Kind != ChangeKind.Added ? pieces[j].Text : "";
                added += pieces[j].Kind != ChangeKind.Removed ? pieces[j].Text : "";
                end = j + 1;
            }
            if (end == i)
            {
                joined.Add(pieces[i++]);
                continue;
            }
            if (string.IsNullOrWhiteSpace(removed + added))
                joined.Add(new(ChangeKind.Same, added));
            if (!string.IsNullOrWhiteSpace(removed))
                joined.Add(new(ChangeKind.Removed, removed));
            if (!string.IsNullOrWhiteSpace(added))
                joined.Add(new(ChangeKind.Added, added));
            i = end;
        }
        return joined;
    }

    /// <summary>What stands in A between two aligned sentences, but for sentences that moved.</summary>
    static void Removed(List<ChangePiece> pieces, string a, int from, int to, IReadOnlyList<AlignedSentence> sentences)
    {
        foreach (var moved in sentences.Where(pair => pair.Moved && pair.A.Start >= from && pair.A.End <= to).OrderBy(static pair => pair.A.Start))
        {
            if (moved.A.Start < from)
                continue;
            Gap(pieces, ChangeKind.Removed, a[from..moved.A.Start]);
            from = moved.A.End;
        }
        Gap(pieces, ChangeKind.Removed, a[from..to]);
    }

    static void Added(List<ChangePiece> pieces, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            pieces.Add(new ChangePiece(ChangeKind.Same, text));
        else
            Gap(pieces, ChangeKind.Added, text);
    }

    static void Gap(List<ChangePiece> pieces, ChangeKind kind, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            pieces.Add(new ChangePiece(kind, text));
    }

    static List<IReadOnlyList<ChangePiece>> Paragraphs(List<ChangePiece> pieces)
    {
        var paragraphs = new List<IReadOnlyList<ChangePiece>>();
        var current = new List<ChangePiece>();
        void End()
        {
            if (current.Exists(static piece => !string.IsNullOrWhiteSpace(piece.Text)))
                paragraphs.Add(current);
            current = [];
        }
        foreach (var piece in pieces)
        {
            var lines = piece.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    End();
                if (lines[i].Length > 0 || piece.Kind == ChangeKind.Moved)
                    current.Add(piece with { Text = lines[i] });
            }
        }
        End();
        return paragraphs;
    }
}
