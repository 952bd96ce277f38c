using System.Buffers;

namespace Stemma.Pages;

/// <summary>
/// Whether a page is an article, and if not, what it is and why: an error page, a wall (consent, payment), a live blog, a gallery,
/// a list of other pages, or nothing much. What the page declares counts first, then its headline, then the shape of what it holds.
/// <para>Each verdict needs two signs, and running text speaks against all but the live blog (<see cref="LiveEntries"/>): a page wrongly passed over is lost.
/// Gets wrong: a paywall that shows more than a few paragraphs; walls in languages not listed here.</para>
/// </summary>
sealed class PageKinds(PageTree tree, PageBlocks page, MetaTags meta, JsonLd data, PageFacts facts)
{
    /// <summary>A text of more words is an article even behind a wall or with a strange headline.</summary>
    const int LongWords = 250;

    const int StubWords = 60;

    static readonly SearchValues<string> Errors = SearchValues.Create(
        ["404", "403 forbidden", "page not found", "not found", "page cannot be found", "page can't be found", "page doesn't exist", "page does not exist", "page no longer exists", "page isn't available", "access denied", "internal server error", "bad gateway", "service unavailable", "gateway timeout", "just a moment", "attention required", "are you a robot", "are you human", "verify you are human", "security check", "pardon our interruption", "request blocked", "something went wrong", "error 5",
         "seite nicht gefunden", "seite wurde nicht gefunden", "nicht gefunden", "zugriff verweigert", "seite existiert nicht", "page introuvable", "page non trouvée", "accès refusé", "página no encontrada", "no encontrada", "página não encontrada", "acceso denegado", "pagina non trovata", "pagina niet gevonden", "strona nie została znaleziona", "nie znaleziono strony", "страница не найдена", "sidan kunde inte hittas", "sivua ei löydy", "sayfa bulunamadı", "stránka nenalezena"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Consents = SearchValues.Create(
        ["cookie", "consent", "our partners", "before you continue", "privacy choices", "einwillig", "zustimm", "bevor sie fortfahren", "unsere partner", "consentement", "nos partenaires", "avant de continuer", "consentimiento", "nuestros socios", "consenso", "nostri partner", "toestemming", "zgod", "соглас"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Walls = SearchValues.Create(
        ["subscribe to continue", "subscribe to read", "subscribe now to read", "to continue reading", "to keep reading", "continue reading with", "already a subscriber", "already have a subscription", "for subscribers only", "exclusive to subscribers", "subscriber-only", "subscribers only", "this article is for subscribers", "this content is for", "unlock this article", "unlock the full", "to read the full", "register to read", "register to continue", "sign in to read", "log in to read", "you have reached your limit", "free articles", "start your free trial", "become a member to",
         "jetzt weiterlesen", "weiterlesen mit", "artikel freischalten", "nur für abonnenten", "exklusiv für abonnenten", "mit einem abo", "bereits abonnent", "sie sind bereits abonnent", "anmelden und weiterlesen", "registrieren und weiterlesen", "diesen artikel lesen", "plus-artikel", "réservé aux abonnés", "réservé à nos abonnés", "déjà abonné", "pour lire la suite", "il vous reste", "contenido exclusivo", "exclusivo para suscriptores", "para seguir leyendo", "para continuar leyendo", "suscríbete para", "exclusivo para assinantes", "para continuar lendo", "riservato agli abbonati", "per continuare a leggere", "alleen voor abonnees", "tylko dla prenumeratorów", "czytaj dalej z", "только для подписчиков"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Lives = SearchValues.Create(
        ["live blog", "liveblog", "live updates", "live update", "live ticker", "liveticker", "live-ticker", "news-ticker", "newsticker", "as it happened", "minute by minute", "en direct", "minuto a minuto", "en vivo", "ao vivo", "in diretta", "na żywo", "онлайн-трансляция", "- live", "live:", "live –"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> Galleries = SearchValues.Create(
        ["in pictures", "in photos", "photos of the", "photo gallery", "photogallery", "slideshow", "picture gallery", "bilderstrecke", "fotostrecke", "bildergalerie", "fotogalerie", "galerie photo", "diaporama", "en images", "galería de fotos", "en imágenes", "fotogalería", "galeria de fotos", "fotogallery", "galeria zdjęć", "fotoreportage"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> LivePaths = SearchValues.Create(["/live/", "/live-", "-live/", "/liveblog", "/live_", "/liveticker", "/ticker/", "/en-vivo", "/en-direct", "/ao-vivo", "/diretta", "live-updates", "live-blog"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> GalleryPaths = SearchValues.Create(["/gallery/", "/galleries/", "/photos/", "/photo-gallery", "/photogallery", "/pictures/", "/slideshow", "/fotostrecke", "/bilderstrecke", "/bildergalerie", "/fotos/", "/galeria", "/diaporama", "/in-pictures"], StringComparison.OrdinalIgnoreCase);

    readonly string headline = facts.Title?.Value ?? "";

    /// <summary>The path of its address: where a house keeps its live pages and galleries.</summary>
    readonly string path = facts.Url is { } url && Uri.TryCreate(url.Value, UriKind.Absolute, out var address) ? address.AbsolutePath + "/" : "";

    public (PageKind Kind, string? Reason) Of(string text, int words, int node) =>
        Error(words) ?? Live(words) ?? Wall(text, words) ?? Gallery(words) ?? List(words, node) ?? Few(words) ?? (PageKind.Article, null);

    (PageKind, string?)? Error(int words)
    {
        if (words >= LongWords || (!headline.AsSpan().ContainsAny(Errors) && meta.Title?.AsSpan().ContainsAny(Errors) != true && !page.HeadingText.AsSpan().ContainsAny(Errors)))
            return null;
        // A story about a missing page has a date or an author, and more to say.
        return data.ArticleCount > 0 || (words >= 100 && facts.Published is not null) ? null : (PageKind.Error, $"an error page: \"{Shortened(headline.Length > 0 ? headline : meta.Title ?? page.HeadingText)}\"");
    }

    (PageKind, string?)? Live(int words)
    {
        if (data.IsArticleOf("LiveBlogPosting"))
            return (PageKind.Live, "a live blog: the page says so in its data");
        var entries = new LiveEntries(page);
        var named = headline.AsSpan().ContainsAny(Lives) || HasCue(PageCue.Live) || path.AsSpan().ContainsAny(LivePaths);
        return entries.AreEvident || (named && entries.Count >= 4) ? (PageKind.Live, $"a live blog: {entries.Count} entries with a time of their own") : null;
    }

    (PageKind, string?)? Wall(string text, int words)
    {
        if (words >= LongWords)
            return null;
        var wall = WallLine();
        if (wall is not null && (words < 150 || data.IsFree(page.HeadingText) == false || text.TrimEnd() is [.., '…'] || text.TrimEnd().EndsWith("...", StringComparison.Ordinal)))
            return (PageKind.Stub, $"only the beginning is shown: \"{Shortened(wall)}\"");
        if (data.IsFree(page.HeadingText) == false && words < 120)
            return (PageKind.Stub, "only the beginning is shown: the page says that its text is not free");
        var (consent, all) = (0, 0);
        foreach (var block in page.All)
        {
            if (block.Words < 4 || block.LinkShare > 0.8)
                continue;
            all += block.Words;
            consent += block.Text.AsSpan().ContainsAny(Consents) ? block.Words : 0;
        }
        return all > 0 && consent > 0.4 * all && data.ArticleCount == 0 && (words < 150 ? words < 10 || text.AsSpan().ContainsAny(Consents) : headline.AsSpan().ContainsAny(Consents)) ? (PageKind.Stub, "a consent wall: the page asks for leave before it shows its text") : null;
    }

    (PageKind, string?)? Gallery(int words)
    {
        var pictures = CountPictures();
        if ((data.Types.Contains("ImageGallery") || data.Types.Contains("MediaGallery")) && data.ArticleCount == 0 && words < LongWords)
            return (PageKind.Gallery, "a gallery: the page says so in its data");
        return (headline.AsSpan().ContainsAny(Galleries) || path.AsSpan().ContainsAny(GalleryPaths) || HasCue(PageCue.Gallery)) && pictures >= 5 && words < pictures * 25 && words < LongWords && (words < 100 || headline.AsSpan().ContainsAny(Galleries) || path.AsSpan().ContainsAny(GalleryPaths))
            ? (PageKind.Gallery, $"a gallery: {pictures} pictures and {words} words") : null;
    }

    (PageKind, string?)? List(int words, int node)
    {
        int headings = 0, inside = 0, run = 0;
        foreach (var block in page.All)
        {
            if (!block.IsHeading || block.LinkShare <= 0.7 || block.Words < 3)
            {
                // So much text between one linked headline and the next is an article of its own.
                run += block.IsBoilerplate || block.LinkShare > 0.3 || block.Words < 12 ? 0 : block.Words;
                if (run >= LongWords && words >= LongWords)
                    return null;
                continue;
            }
            run = 0;
            headings++;
            inside += block.Start > node && block.Start < tree.EndOf(node) && !block.IsBoilerplate ? 1 : 0;
        }
        var saysArticle = data.ArticleCount == 1 || meta["og:type"] is "article" || meta["article:published_time"] is not null;
        if (saysArticle && words >= StubWords)
            return null;
        var declared = data.ArticleCount == 0 && (data.Types.Contains("CollectionPage") || data.Types.Contains("SearchResultsPage") || data.Types.Contains("ItemList"));
        var home = facts.Url is { } url && Uri.TryCreate(url.Value, UriKind.Absolute, out var address) && address.AbsolutePath is "/" or "" or "/index.html" or "/index.php";
        var isList = (inside >= 5 && words < 80 * inside) || (headings >= 12 && words < StubWords) || ((declared || home) && headings >= 4 && (words < 2 * StubWords || inside >= 3));
        return isList ? (PageKind.List, $"a list of {Math.Max(inside, headings)} linked headlines") : null;
    }

    static (PageKind, string?)? Few(int words) => words switch
    {
        0 => (PageKind.Stub, "no text of an article was found"),
        1 => (PageKind.Stub, "only one word of text was found"),
        < 25 => (PageKind.Stub, $"only {words} words of text were found"),
        _ => null,
    };

    string? WallLine()
    {
        foreach (var block in page.All)
        {
            if (block.Words <= 60 && block.Text.AsSpan().ContainsAny(Walls))
                return block.Text;
        }
        return null;
    }

    bool HasCue(PageCue cue)
    {
        for (var node = page.Body + 1; node < tree.EndOf(page.Body); node++)
        {
            if ((page.CuesOf(node) & cue) != PageCue.None && page.TextLengthOf(node) > 200)
                return true;
        }
        return false;
    }

    int CountPictures()
    {
        var pictures = 0;
        for (var node = page.Body; node < tree.EndOf(page.Body); node++)
            pictures += tree.TagOf(node) is PageTag.Figure or PageTag.Picture ? 1 : 0;
        return pictures;
    }

    static string Shortened(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80).TrimEnd(), "…");
}
