using Stemma.App.Archive;
using Stemma.App.Output;

namespace Stemma.App.Pages.Served;

/// <summary>What the desk is doing, as one line for a reader.</summary>
static class DeskWording
{
    public static bool Working(DeskStatus desk) => desk.Failure is null && (desk.Waiting || desk.Computing);

    /// <summary>
    /// For pages that are kept as they were sent: that the desk is at work, not how far it is. A count would make every page
    /// another one several times a second. The story list has it.
    /// </summary>
    public static DeskStatus Uncounted(DeskStatus desk) => desk with { Waiting = Working(desk), Computing = false, Done = 0, Of = 0, ComputedAt = null };

    /// <summary>Null where the stories show everything that came in.</summary>
    public static string? Line(DeskStatus desk)
    {
        if (desk.Failure is { } failure)
            return "The stories could not be brought up to date: " + failure;
        if (desk.Computing && desk.Of > desk.Done)
            return desk.Of - desk.Done == 1 ? "One story is being computed…" : $"{Wording.Count(desk.Of - desk.Done)} stories are being computed…";
        return Working(desk) ? "What came in last is being put into its stories…" : null;
    }
}
