using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Archive;
using Stemma.App.Input;
using Stemma.App.Output;
using Stemma.App.Pages.Served;
using Stemma.App.Serve;
using Stemma.Reports;
using Stemma.Storage;

namespace Stemma.App.Pages;

/// <summary>
/// What the forms of the pages send. Each change carries who makes it and when; each answer is a redirect to a page, so that
/// reloading sends nothing twice. A form that lacks something is answered by a sentence.
/// </summary>
static class PageForms
{
    const int FilesMax = 1000;
    const int NameMax = 80;
    const int NoteMax = 4000;
    const int LineMax = 400;

    public static void Map(RouteGroupBuilder pages)
    {
        var recent = new RecentAdds();
        pages.MapMethods("/add", PageEndpoints.Reading, static (ServeLimits limits) => PageAnswers.Page<AddPage>(new() { [nameof(AddPage.FilesMax)] = FilesMax, [nameof(AddPage.BytesMax)] = limits.MaxBodyBytes }));
        pages.MapMethods("/add/{id}", PageEndpoints.Reading, (Store store, Desk desk, string id) => recent.Find(id) is { } outcomes
            ? PageAnswers.Page<AddedPage>(new() { [nameof(AddedPage.Outcomes)] = StillThere(outcomes, store), [nameof(AddedPage.Desk)] = desk.Status })
            : PageAnswers.NotFound("What became of these inputs is no longer kept here. The reports themselves are in the archive: search for them."));
        pages.MapPost("/add", (HttpContext http, Desk desk, ServeLimits limits) => AddAsync(http, desk, limits, recent));
        pages.MapPost("/stories/{id}/notes", NoteAsync);
        pages.MapPost("/stories/{id}/rulings", RuleAsync);
        pages.MapPost("/rulings/{number:long}/withdraw", WithdrawAsync);
        pages.MapPost("/reports/{id}/remove", RemoveAsync);
    }

    static async Task<IResult> AddAsync(HttpContext http, Desk desk, ServeLimits limits, RecentAdds recent)
    {
        if (!http.Request.HasFormContentType)
            return await PageAnswers.Bad("Send a text or files with the form.", "/add");
        IFormCollection form;
        try
        {
            form = await SentForm.ReadAsync(http, new FormOptions { MultipartBodyLengthLimit = limits.MaxBodyBytes, ValueLengthLimit = (int)Math.Min(limits.MaxBodyBytes, int.MaxValue), ValueCountLimit = FilesMax + 32, MultipartHeadersLengthLimit = 16 * 1024 });
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await PageAnswers.Message(StatusCodes.Status413PayloadTooLarge, "Too much at a time", $"Send at most {Wording.Count(FilesMax, "file")} and {limits.MaxBodyBytes >> 20} MB at a time. Larger sets go in by POST /api/reports.", "/add");
        }
        var inputs = new List<(string, InputItem)>();
        if (form["text"].ToString() is { } pasted && !string.IsNullOrWhiteSpace(pasted))
            inputs.Add(("pasted text", Pasted(pasted, form)));
        foreach (var file in form.Files.Where(static file => file.Length > 0 || file.FileName.Length > 0).Take(FilesMax))
        {
            var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
            inputs.AddRange(InputReader.ReadStream(name, file.OpenReadStream(), new InputOptions { MaxLineBytes = limits.MaxLineBytes }).Select(item => (item.Problem is { Line: { } line } ? $"{name}, line {line.ToString(CultureInfo.InvariantCulture)}" : name, item)));
        }
        if (inputs.Count == 0)
            return await PageAnswers.Bad("Paste a text, or choose at least one file.", "/add");
        return PageAnswers.SeeOther(http, "/add/" + recent.Keep(AddOutcome.Submit(desk, inputs)));
    }

    /// <summary>A report that was removed since has no headline any more, here either.</summary>
    static IReadOnlyList<AddOutcome> StillThere(IReadOnlyList<AddOutcome> outcomes, Store store)
    {
        var removed = store.Tombstones().Select(static stone => stone.ReportId).ToHashSet(StringComparer.Ordinal);
        return [.. outcomes.Select(outcome => outcome.ReportId is { } id && removed.Contains(id) ? outcome with { Title = null, Said = "It was removed from the archive since." } : outcome)];
    }

    /// <summary>What the fields of the form say wins over a block at the start of the text.</summary>
    static InputItem Pasted(string pasted, IFormCollection form)
    {
        var (fields, text) = FrontMatter.Read(TextDecoding.ReplaceLoneSurrogates(pasted.Replace("\r\n", "\n", StringComparison.Ordinal)));
        if (string.IsNullOrWhiteSpace(text))
            return new InputItem(null, new InputProblem("pasted text", "empty"));
        string? Field(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? TextDecoding.ReplaceLoneSurrogates(value) : null;
        // The source of a web page, pasted whole.
        if (Encoding.UTF8.GetBytes(text) is var bytes && PageInput.LooksLikePage(bytes))
        {
            var page = PageInput.Read(bytes, "utf-8", Field("url") ?? fields.Url);
            if (!page.IsArticle)
                return new InputItem(null, new InputProblem("pasted page", "no article: " + page.Reason));
            var read = PageInput.ToReport(page, ContentId.Sha256(bytes), null).Fields;
            (fields, text) = (read with { Id = fields.Id }, page.Text);
        }
        var known = new ReportFields(fields.Id, Field("title") ?? fields.Title, Field("published") ?? fields.Published, Field("outlet") ?? fields.Outlet, Field("byline") ?? fields.Byline, Field("url") ?? fields.Url, fields.Agency, fields.AgencyBasis);
        return new InputItem(ReportReader.Read(known, text), null);
    }

    static async Task<IResult> NoteAsync(HttpContext http, Store store, TimeProvider clock, string id)
    {
        var form = await SentForm.ReadAsync(http);
        var back = PageLinks.Routes.Story(id);
        var (by, text, signed, target) = (Value(form, "by", NameMax), Value(form, "text", NoteMax), form["signed"] == "yes", Value(form, "target", 64));
        if (by.Length == 0)
            return await PageAnswers.Bad("Give your name: a note says who made it.", back);
        if (target.Length == 0 || (text.Length == 0 && !signed))
            return await PageAnswers.Bad("Write a note, or tick “Signed off”.", back);
        if (store.CurrentId(id) is not { } story)
            return await PageAnswers.NotFound("There is no such story in this archive.");
        Remember(http, by);
        store.AddNote(by, story, target, text, signed, clock.GetUtcNow());
        return PageAnswers.SeeOther(http, $"{PageLinks.Routes.Story(story)}#{PageNames.Anchor(target[..1], target)}");
    }

    static async Task<IResult> RuleAsync(HttpContext http, Store store, Desk desk, TimeProvider clock, string id)
    {
        var form = await SentForm.ReadAsync(http);
        var back = PageLinks.Routes.Story(id) + "#corrections";
        var by = Value(form, "by", NameMax);
        if (by.Length == 0)
            return await PageAnswers.Bad("Give your name: a ruling says who made it.", back);
        if (store.FindStory(id) is not { Stories: [var story, ..] })
            return await PageAnswers.NotFound("There is no such story in this archive.");
        var asked = AskedRuling.Of(store, story, Value(form, "kind", 32), name => Value(form, name, LineMax));
        if (asked.Refusal is { } refusal)
            return await PageAnswers.Bad(refusal, back);
        Remember(http, by);
        store.AddRuling(by, asked.Kind, asked.A, asked.B, Value(form, "note", LineMax) is { Length: > 0 } note ? note : null, clock.GetUtcNow());
        desk.Changed();
        return PageAnswers.SeeOther(http, PageLinks.Routes.Story(story.Id) + "#corrections");
    }

    static async Task<IResult> WithdrawAsync(HttpContext http, Store store, Desk desk, TimeProvider clock, long number)
    {
        var form = await SentForm.ReadAsync(http);
        var (by, story) = (Value(form, "by", NameMax), Value(form, "story", 64));
        var back = PageRoutes.IsId(story) ? PageLinks.Routes.Story(story) + "#corrections" : "/audit";
        if (by.Length == 0)
            return await PageAnswers.Bad("Give your name: taking a ruling back says who did it.", back);
        if (!store.WithdrawRuling(number, by, clock.GetUtcNow()))
            return await PageAnswers.NotFound("There is no such ruling in force: somebody may have taken it back already.");
        Remember(http, by);
        desk.Changed();
        return PageAnswers.SeeOther(http, back);
    }

    static async Task<IResult> RemoveAsync(HttpContext http, Desk desk, string id)
    {
        var form = await SentForm.ReadAsync(http);
        var (by, reason, back) = (Value(form, "by", NameMax), Value(form, "reason", LineMax), PageLinks.Routes.Report(id) + "#corrections");
        if (by.Length == 0 || reason.Length == 0)
            return await PageAnswers.Bad("Give your name and a reason: they are all that stays of a removed report.", back);
        if (form["sure"] != "yes")
            return await PageAnswers.Bad("Tick the box that says the text is to be removed. Nothing was removed.", back);
        if (!desk.Remove(id, by, reason))
            return await PageAnswers.NotFound("There is no such report in this archive.");
        Remember(http, by);
        return PageAnswers.SeeOther(http, PageLinks.Routes.Report(id));
    }

    static string Value(IFormCollection form, string name, int max) =>
        TextDecoding.ReplaceLoneSurrogates(form[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim()) is var value && value.Length > max ? value[..max] : value;

    static void Remember(HttpContext http, string by) => http.Response.Cookies.Append(ArchiveReading.NameCookie, by, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });
}
