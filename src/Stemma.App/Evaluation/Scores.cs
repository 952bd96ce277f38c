using System.Globalization;

namespace Stemma.App.Evaluation;

/// <summary>Precision, recall and F1 from counts: found, gold and the two ways of counting what both have.</summary>
readonly record struct Scores(long Found, long Gold, long CorrectOfFound, long CorrectOfGold)
{
    public double Precision => Found == 0 ? 0 : (double)CorrectOfFound / Found;

    public double Recall => Gold == 0 ? 0 : (double)CorrectOfGold / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public Scores Add(long found, long gold, long correct) => new(Found + found, Gold + gold, CorrectOfFound + correct, CorrectOfGold + correct);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}  (found {Found}, gold {Gold}, both {CorrectOfFound})");
}
