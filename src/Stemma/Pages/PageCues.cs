using System.Collections.Frozen;

namespace Stemma.Pages;

/// <summary>What the class, id, role and itemprop of an element say it is for.</summary>
[Flags]
public enum PageCue
{
    None = 0,
    Comments = 1,
    Navigation = 1 << 1,
    Side = 1 << 2,
    Promotion = 1 << 3,
    Social = 1 << 4,
    Details = 1 << 5,
    Caption = 1 << 6,
    Consent = 1 << 7,
    Form = 1 << 8,
    Unseen = 1 << 9,
    Footer = 1 << 10,
    Author = 1 << 11,
    Header = 1 << 12,
    Lead = 1 << 13,
    Content = 1 << 14,
    Body = 1 << 15,
    Weak = 1 << 16,
    Paywall = 1 << 17,
    Live = 1 << 18,
    Gallery = 1 << 19,
    Title = 1 << 20,
    Date = 1 << 21,
}

/// <summary>
/// Words of class and id attributes that are conventions of the web at large, in English, German, French, Spanish and the names of
/// widely used systems, to cues. An attribute is cut into words at blanks, marks and inner capitals; each word counts by itself
/// ("masthead" is no "head"), and pairs that only mean something together count as pairs ("article-body").
/// <para>Gets wrong: machine-made class names say nothing, and a house may use any word for anything; hence a cue is never
/// believed about an element that holds most of the page's text.</para>
/// </summary>
static class PageCues
{
    /// <summary>Cues of what stands on a page and is not its article.</summary>
    public const PageCue Boilerplate = PageCue.Comments | PageCue.Navigation | PageCue.Side | PageCue.Promotion | PageCue.Social | PageCue.Details
        | PageCue.Consent | PageCue.Form | PageCue.Unseen | PageCue.Footer | PageCue.Author | PageCue.Caption;

    static readonly FrozenDictionary<string, PageCue> Words = Table(
        (PageCue.Comments, "comment comments commentlist commentform commentarea commentsection respond disqus kommentar kommentare kommentarbereich comentario comentarios commentaire commentaires reactions replies reply livefyre pingback trackback pings guestbook"),
        (PageCue.Navigation, "nav navbar navi navigation subnav topnav mainnav sidenav breadcrumb breadcrumbs crumb crumbs pagination pager paginator prevnext nextprev postnav menu submenu mainmenu topmenu navmenu skiplink skiplinks sitemap topbar toolbar tabs tablist masthead brotkrumen blaettern toc"),
        (PageCue.Side, "sidebar sidebars aside rail rightrail leftrail rightcol rightcolumn seitenleiste marginalie marginalspalte widgets widgetarea blogroll colophon infobox factbox"),
        (PageCue.Promotion, "related relatedposts relatedarticles recommended recommendation recommendations recommends popular mostread mostpopular trending teaser teasers promo promos promotion promoted outbrain taboola sponsored sponsor sponsors  newsletter newsletters subscribe subscription subscriptions abo signup cta advert adverts advertisement advertising advertorial ad ads adsense adslot adbox adcontainer dfp werbung anzeige anzeigen publicidad publicite pub crosssell upsell verwandt aehnliche similar upnext donate donation spenden plista flattr ligatus affiliate"),
        (PageCue.Social, "share sharing sharedaddy sharebar sharebuttons socialshare social socials socialmedia addthis addtoany shariff followus likes teilen partager compartir sociable bookmarks bookmark"),
        (PageCue.Details, "tags taglist tagcloud postmeta entrymeta articlemeta categories cats keywords schlagworte schlagwort viewcount readingtime wordcount printlink permalink editsection hreview catlinks"),
        (PageCue.Author, "authorbox authorbio authorinfo biography aboutauthor autorenbox autorbox autoreninfo vcard bio"),
        (PageCue.Caption, "caption captions figcaption bildunterschrift imagecaption photocredit imagecredit piccaption bildquelle copyright credit credits"),
        (PageCue.Consent, "privacy datenschutz cookie cookies cookiebar cookienotice consent gdpr dsgvo modal popup overlay lightbox offcanvas toast"),
        (PageCue.Form, "login signin logout register registration searchform searchbox search suche captcha poll polls voting rating ratings bewertung contactform wpcf7 cart warenkorb basket"),
        (PageCue.Unseen, "screenreader visuallyhidden sronly noprint"),
        (PageCue.Footer, "footer footers foot sitefooter pagefooter impressum footnav fusszeile"),
        (PageCue.Header, "header siteheader pageheader topheader banner logo branding kopfzeile"),
        (PageCue.Lead, "lead lede standfirst dek deck subtitle subheadline subhead subline teaser teasertext intro introduction abstract excerpt vorspann chapo chapeau entradilla sommario description summary"),
        (PageCue.Body, "articlebody articletext articlecontent storybody storytext storycontent postbody posttext postcontent entrycontent entrybody entrytext bodytext bodycopy bodycontent textbody newstext newsbody newscontent blogcontent artikeltext artikelinhalt beitragstext"),
        (PageCue.Content, "content article main story post entry hentry artikel beitrag inhalt maincontent contentmain contenido contenu body text articulo blogpost bericht meldung page"),
        (PageCue.Paywall, "paywall paid plus premium subscriberonly metered regwall piano"),
        (PageCue.Live, "liveblog liveticker livefeed liveupdates"),
        (PageCue.Gallery, "gallery slideshow galerie bilderstrecke photogallery carousel slider fotostrecke"),
        (PageCue.Title, "title headline titel ueberschrift titre titulo titolo"),
        (PageCue.Date, "date datetime published timestamp pubdate datum fecha posted dateline"),
        (PageCue.Weak, "widget box block info hidden author autor byline meta header item list links link bottom image picture media quote video print help service tool tools extra extras more mehr"));

    // Two words of one name, next to each other.
    static readonly FrozenDictionary<string, PageCue> Pairs = Table(
        (PageCue.Body, "article-body article-text article-content article-copy article-main story-body story-text story-content post-body post-text post-content post-entry entry-content entry-body entry-text blog-content blog-body blog-text blog-post-content body-text body-copy body-content content-body content-text content-article news-text news-body news-content news-detail page-content main-content main-text rich-text artikel-text artikel-inhalt beitrag-text the-content text-content"),
        (PageCue.Comments, "user-comments facebook-comments"),
        (PageCue.Navigation, "post-navigation nav-links nav-previous nav-next skip-link site-map bread-crumb previous-post next-post page-links back-to table-of"),
        (PageCue.Side, "side-bar right-col right-column left-col left-column right-rail widget-area fact-box info-box"),
        (PageCue.Promotion, "read-also more-stories more-news more-from more-on most-read most-popular also-read see-also you-may related-posts up-next sign-up call-to latest-news latest-posts recent-posts top-stories further-reading ad-slot cross-sell"),
        (PageCue.Social, "social-media follow-us like-button jp-relatedposts jp-post sd-sharing share-buttons share-bar"),
        (PageCue.Details, "post-tags entry-tags tag-list tag-links tags-links cat-links post-meta entry-meta article-meta entry-utility post-footer entry-footer post-info meta-info post-details reading-time read-time post-categories post-data entry-info mw-editsection posted-on posted-in filed-under post-bottom blog-meta article-info article-footer"),
        (PageCue.Author, "author-box author-bio author-info author-description about-author author-profile about-the post-author entry-author article-author author-card"),
        (PageCue.Caption, "image-caption photo-caption wp-caption image-credit photo-credit media-caption image-copyright picture-credit img-caption"),
        (PageCue.Consent, "privacy-notice cookie-notice"),
        (PageCue.Form, "contact-form comment-form"),
        (PageCue.Unseen, "screen-reader sr-only visually-hidden no-print hidden-print print-only d-none print-hidden"),
        (PageCue.Footer, "site-footer page-footer site-info bottom-bar"),
        (PageCue.Header, "site-header page-header site-title site-branding site-description"),
        (PageCue.Live, "live-blog live-ticker live-updates live-feed"),
        (PageCue.Lead, "article-lead article-summary article-intro"));

    // Parts that a name of one piece begins or ends with.
    static readonly (string Part, PageCue Cue)[] Ends =
    [
        ("comments", PageCue.Comments), ("kommentare", PageCue.Comments), ("sidebar", PageCue.Side), ("navigation", PageCue.Navigation), ("breadcrumb", PageCue.Navigation),
        ("menu", PageCue.Navigation), ("footer", PageCue.Footer), ("related", PageCue.Promotion), ("recommend", PageCue.Promotion), ("newsletter", PageCue.Promotion), ("teaser", PageCue.Promotion),
        ("werbung", PageCue.Promotion), ("banner", PageCue.Promotion), ("cookie", PageCue.Consent), ("caption", PageCue.Caption), ("social", PageCue.Social), ("sharing", PageCue.Social), ("login", PageCue.Form),
    ];

    static readonly FrozenDictionary<string, PageCue>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenDictionary<string, PageCue>.AlternateLookup<ReadOnlySpan<char>> PairLookup = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Longer attributes are styles spelled out, not names.</summary>
    const int LengthMax = 400;

    /// <summary>The cues in a class or id attribute.</summary>
    public static PageCue Of(ReadOnlySpan<char> names)
    {
        var cues = PageCue.None;
        if (names.Length > LengthMax)
            names = names[..LengthMax];
        Span<char> pair = stackalloc char[LengthMax + 1];
        var before = 0;
        var isLive = false;
        for (var at = 0; at < names.Length;)
        {
            if (!char.IsLetterOrDigit(names[at]))
            {
                // A pair stands within one name: a blank ends it.
                before = char.IsWhiteSpace(names[at]) ? 0 : before;
                at++;
                continue;
            }
            var end = at + 1;
            while (end < names.Length && char.IsLetterOrDigit(names[end]) && !(char.IsUpper(names[end]) && char.IsLower(names[end - 1])))
                end++;
            // Pieces of machine-made names ("sc-qOiPt") are no words.
            if (end - at < 4 && ((end < names.Length && char.IsLetterOrDigit(names[end])) || (at > 0 && char.IsLetterOrDigit(names[at - 1]))))
            {
                (before, at) = (0, end);
                continue;
            }
            var length = names[at..end].ToLowerInvariant(pair[before..]);
            var word = pair.Slice(before, length);
            cues |= OfWord(word);
            isLive |= word is "live" or "match" or "ticker" or "commentary";
            if (before > 0)
                cues |= PairLookup.TryGetValue(pair[..(before + length)], out var both) ? both : PageCue.None;
            word.CopyTo(pair);
            pair[length] = '-';
            before = length + 1 + length < pair.Length ? length + 1 : 0;
            at = end;
        }
        // "live-match-comment": the words of whoever comments on a match are what the page is for.
        return isLive ? cues & ~PageCue.Comments : cues;
    }

    public static PageCue OfRole(string? role) => role switch
    {
        null => PageCue.None,
        "navigation" or "menu" or "menubar" or "tablist" or "toolbar" => PageCue.Navigation,
        "banner" => PageCue.Header,
        "contentinfo" => PageCue.Footer,
        "complementary" => PageCue.Side,
        "search" or "form" => PageCue.Form,
        "dialog" or "alertdialog" => PageCue.Consent,
        "main" or "article" => PageCue.Content,
        _ => PageCue.None,
    };

    static PageCue OfWord(ReadOnlySpan<char> word)
    {
        if (WordLookup.TryGetValue(word, out var cue))
            return cue;
        if (word.Length < 8)
            return PageCue.None;
        foreach (var (part, partCue) in Ends)
        {
            if (word.StartsWith(part, StringComparison.Ordinal) || word.EndsWith(part, StringComparison.Ordinal))
                return partCue;
        }
        return PageCue.None;
    }

    static FrozenDictionary<string, PageCue> Table(params (PageCue Cue, string Words)[] lines)
    {
        var table = new Dictionary<string, PageCue>(StringComparer.Ordinal);
        foreach (var (cue, words) in lines)
        {
            foreach (var word in words.Split(' '))
                table[word] = table.GetValueOrDefault(word) | cue;
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
