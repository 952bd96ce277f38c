namespace Stemma.Language;

/// <summary>What kind of time words these are. The anchor (the report's own date) is applied later, by <c>Stemma.Reports</c>.</summary>
public enum TimeKind { Date, Weekday, Today, Yesterday, Tomorrow, Tonight }

/// <summary>
/// Words that name a day. For <see cref="TimeKind.Date"/> <paramref name="Month"/> and <paramref name="Day"/> are given
/// and <paramref name="Year"/> where it is stated; for <see cref="TimeKind.Weekday"/> <paramref name="Weekday"/> is given.
/// <paramref name="Future"/> says that the sentence speaks of it as still to come.
/// </summary>
public sealed record TimeMention(TextRange Range, TimeKind Kind, int? Year, int? Month, int? Day, DayOfWeek? Weekday, bool Future);
