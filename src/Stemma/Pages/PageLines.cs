using System.Buffers;
using System.Collections.Frozen;

namespace Stemma.Pages;

/// <summary>What a short line on a page is for, told by its words.</summary>
enum PageLine { Plain, Comments, Elsewhere, Share, Author, Credit, Notice, Date }

/// <summary>
/// Short lines that pages print around an article, by their words, in a dozen languages: what opens the comments, what leads to
/// other articles, what asks to share or subscribe, who took the picture. A line counts only where all of it is such words, or
/// where it begins with them and is short. Gets wrong: a heading of an article that happens to be one of them ("Comments").
/// </summary>
static class PageLines
{
    const int WordsMax = 14;

    static readonly FrozenDictionary<string, PageLine> Whole = Table(
        (PageLine.Comments, "comments|comment|no comments|no comments yet|leave a comment|leave a reply|post a comment|add a comment|write a comment|comments are closed|join the conversation|join the discussion|discussion|what do you think|kommentare|kommentar|keine kommentare|schreibe einen kommentar|schreib einen kommentar|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentieren|leserkommentare|kommentieren sie|diskutieren sie mit|kommentare sind geschlossen|ihr kommentar|dein kommentar|commentaires|laisser un commentaire|ajouter un commentaire|réagir|vos réactions|comentarios|deja un comentario|deja una respuesta|dejar un comentario|comentários|deixe um comentário|deixe uma resposta|commenti|lascia un commento|komentarze|dodaj komentarz|skomentuj|reacties|plaats een reactie|reageer|комментарии|оставить комментарий|yorumlar|yorum yap|komentáře|diskuse|kommentarer|コメント|评论|תגובות|التعليقات"),
        (PageLine.Elsewhere, "related|related posts|related post|related stories|related articles|related content|related topics|related news|related coverage|related links|related reading|more stories|more news|more articles|more on this story|more on this topic|more to read|you may also like|you might also like|you might like|you may like|recommended|recommended for you|recommended reading|recommended stories|read next|up next|read also|read more|see also|also read|don't miss|most read|most popular|most viewed|trending|trending now|popular posts|recent posts|latest posts|latest news|latest stories|similar posts|similar articles|top stories|editor's picks|editors' picks|keep reading|continue reading|next article|previous article|next post|previous post|in this article|table of contents|topics|tags|filed under|categories|archive|archives|external sites|sponsored|sponsored content|advertisement|promoted stories|around the web|"
            + "ähnliche beiträge|ähnliche artikel|ähnliche themen|ähnliche posts|ähnliche rezepte|das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte euch auch interessieren|könnte sie auch interessieren|das könnte ihnen auch gefallen|das könnte dir auch gefallen|auch interessant|mehr zum thema|mehr zu diesem thema|mehr lesen|mehr aus dem ressort|mehr dazu|zum thema|weitere artikel|weitere beiträge|weitere nachrichten|weitere meldungen|weitere themen|weitere artikel zum thema|weitere informationen|weitere infos|weiterführende informationen|weiterführende links|weiterführende artikel|lesen sie auch|lies auch|lesen sie mehr|weiterlesen|zum weiterlesen|verwandte artikel|verwandte themen|verwandte beiträge|neueste beiträge|neueste artikel|neueste nachrichten|aktuelle beiträge|aktuelle nachrichten|aktuelle meldungen|beliebte beiträge|beliebte artikel|meistgelesen|meist gelesen|meistgelesene artikel|meist gelesene artikel|top themen|empfohlene artikel|empfehlungen|schlagworte|schlagwörter|stichwörter|tags|themen|inhalt|inhaltsverzeichnis|anzeige|werbung|links zum thema|nächster beitrag|vorheriger beitrag|nächster artikel|vorheriger artikel|"
            + "lire aussi|à lire aussi|à lire également|a lire aussi|voir aussi|sur le même sujet|sur le même thème|dans la même rubrique|articles liés|articles similaires|articles connexes|en savoir plus|vous aimerez aussi|à découvrir|publicité|mots-clés|lea también|lee también|leer también|leer más|lea además|te puede interesar|te puede gustar|noticias relacionadas|artículos relacionados|notas relacionadas|temas relacionados|ver también|más noticias|más información|más leídas|lo más leído|te recomendamos|publicidad|etiquetas|temas|leia também|leia mais|veja também|veja mais|saiba mais|notícias relacionadas|matérias relacionadas|mais lidas|publicidade|leggi anche|leggi di più|articoli correlati|potrebbe interessarti|ti potrebbe interessare|pubblicità|"
            + "zobacz także|zobacz też|zobacz również|czytaj także|czytaj też|czytaj więcej|przeczytaj także|przeczytaj również|podobne artykuły|powiązane artykuły|polecane|inne artykuły autora|reklama|tagi|lees ook|lees meer|meer over|gerelateerd|gerelateerde artikelen|advertentie|читайте также|смотрите также|материалы по теме|по теме|реклама|теги|ilgili haberler|čtěte také|související články|läs också|läs mer|læs også|les også|les mer|relaterade artiklar|annons|関連記事|相关阅读|相关新闻|関連"),
        (PageLine.Share, "share|share this|share this article|share this story|share this post|share on facebook|share on twitter|share with|share via|tweet|follow us|follow|print|email|save|subscribe|subscribe now|sign up|newsletter|listen|watch|copy link|link copied|teilen|teilen mit|teilen sie dies mit|teile dies mit|artikel teilen|beitrag teilen|diesen artikel teilen|diesen beitrag teilen|jetzt teilen|folgen sie uns|folge uns|drucken|merken|zum newsletter anmelden|newsletter abonnieren|abonnieren|gefällt mir|gefällt mir wird geladen|vorlesen|partager|partager cet article|imprimer|s'abonner|suivez-nous|compartir|comparte|imprimir|suscríbete|síguenos|compartilhe|compartilhar|assine|condividi|stampa|udostępnij|deel|deel dit artikel|delen|поделиться|paylaş|sdílet|dela|del|シェア|分享"),
        (PageLine.Author, "about the author|about the authors|about author|the author|author|written by|über den autor|über die autorin|über die autoren|zum autor|zur autorin|zur person|autor|autorin|à propos de l'auteur|l'auteur|sobre el autor|sobre la autora|sobre o autor|l'autore|o autorze|об авторе"));

    // The line begins with this and is short.
    static readonly (string Start, PageLine Kind)[] Begins =
    [
        ("leave a reply", PageLine.Comments), ("leave a comment", PageLine.Comments), ("schreibe einen kommentar", PageLine.Comments), ("kommentare zu", PageLine.Comments), ("comments on", PageLine.Comments), ("deja una respuesta", PageLine.Comments),
        ("you must be logged in", PageLine.Comments), ("du musst angemeldet sein", PageLine.Comments), ("sie müssen angemeldet sein", PageLine.Comments), ("your email address will not", PageLine.Comments), ("deine e-mail-adresse wird", PageLine.Comments), ("ihre e-mail-adresse wird", PageLine.Comments),
        ("this site uses akismet", PageLine.Comments), ("diese website verwendet akismet", PageLine.Comments), ("kommentare sind", PageLine.Comments), ("comments are", PageLine.Comments), ("votre adresse e-mail ne", PageLine.Comments), ("tu dirección de correo", PageLine.Comments),
        ("das könnte", PageLine.Elsewhere), ("lesen sie auch", PageLine.Elsewhere), ("lesen sie dazu", PageLine.Elsewhere), ("mehr zum thema", PageLine.Elsewhere), ("lire aussi", PageLine.Elsewhere), ("à lire aussi", PageLine.Elsewhere), ("lea también", PageLine.Elsewhere), ("lee también", PageLine.Elsewhere),
        ("te puede interesar", PageLine.Elsewhere), ("leia também", PageLine.Elsewhere), ("veja também", PageLine.Elsewhere), ("leggi anche", PageLine.Elsewhere), ("czytaj też", PageLine.Elsewhere), ("czytaj także", PageLine.Elsewhere), ("zobacz także", PageLine.Elsewhere), ("lees ook", PageLine.Elsewhere), ("читайте также", PageLine.Elsewhere),
        ("read more:", PageLine.Elsewhere), ("read also:", PageLine.Elsewhere), ("also read:", PageLine.Elsewhere), ("see also:", PageLine.Elsewhere), ("related:", PageLine.Elsewhere), ("more on ", PageLine.Elsewhere), ("watch:", PageLine.Elsewhere), ("filed under", PageLine.Elsewhere), ("tagged with", PageLine.Elsewhere), ("tags:", PageLine.Elsewhere), ("posted in", PageLine.Elsewhere), ("schlagwörter:", PageLine.Elsewhere), ("schlagworte:", PageLine.Elsewhere), ("kategorie:", PageLine.Elsewhere), ("kategorien:", PageLine.Elsewhere), ("themen:", PageLine.Elsewhere), ("topics:", PageLine.Elsewhere), ("labels:", PageLine.Elsewhere), ("etiquetas:", PageLine.Elsewhere), ("categories:", PageLine.Elsewhere), ("tagi:", PageLine.Elsewhere), ("mehr lesen über", PageLine.Elsewhere),
        ("share this", PageLine.Share), ("sign up for", PageLine.Share), ("sign up to", PageLine.Share), ("subscribe to", PageLine.Share), ("follow us", PageLine.Share), ("teilen sie diesen", PageLine.Share), ("teile diesen", PageLine.Share), ("folgen sie uns", PageLine.Share), ("abonnieren sie", PageLine.Share), ("abonniere unseren", PageLine.Share), ("jetzt abonnieren", PageLine.Share), ("suivez-nous", PageLine.Share), ("síguenos", PageLine.Share), ("siga-nos", PageLine.Share), ("get our", PageLine.Share),
        ("foto:", PageLine.Credit), ("fotos:", PageLine.Credit), ("bild:", PageLine.Credit), ("bilder:", PageLine.Credit), ("bildquelle:", PageLine.Credit), ("bildnachweis", PageLine.Credit), ("beitragsbild:", PageLine.Credit), ("titelbild:", PageLine.Credit), ("titelfoto:", PageLine.Credit), ("fotografie:", PageLine.Credit), ("photo:", PageLine.Credit), ("photos:", PageLine.Credit), ("photo by", PageLine.Credit), ("photograph by", PageLine.Credit), ("photo credit", PageLine.Credit), ("image:", PageLine.Credit), ("image credit", PageLine.Credit), ("image courtesy", PageLine.Credit), ("header image:", PageLine.Credit), ("featured image", PageLine.Credit), ("cover image", PageLine.Credit), ("lead image", PageLine.Credit), ("main image:", PageLine.Credit), ("credit:", PageLine.Credit), ("photographie:", PageLine.Credit), ("crédit photo", PageLine.Credit), ("crédits photo", PageLine.Credit), ("imagen:", PageLine.Credit), ("fot.", PageLine.Credit), ("fot:", PageLine.Credit), ("zdjęcie:", PageLine.Credit), ("фото:", PageLine.Credit), ("foto ©", PageLine.Credit), ("© foto", PageLine.Credit), ("grafik:", PageLine.Credit), ("abbildung:", PageLine.Credit),
        ("©", PageLine.Notice), ("copyright ", PageLine.Notice), ("(c) ", PageLine.Notice), ("all rights reserved", PageLine.Notice), ("alle rechte vorbehalten", PageLine.Notice), ("tous droits réservés", PageLine.Notice), ("todos los derechos", PageLine.Notice), ("advertisement", PageLine.Notice), ("powered by", PageLine.Notice), ("proudly powered", PageLine.Notice), ("story continues below", PageLine.Notice), ("article continues below", PageLine.Notice), ("bitte aktivieren sie javascript", PageLine.Notice), ("please enable javascript", PageLine.Notice), ("lesedauer", PageLine.Notice), ("reading time", PageLine.Notice), ("lesezeit", PageLine.Notice), ("materiał chroniony", PageLine.Notice), ("to view this video", PageLine.Notice), ("loading...", PageLine.Notice),
    ];

    static readonly string[] PictureMarks = ["Getty Images", "/Getty", "shutterstock", "Shutterstock", "iStock", "picture alliance", "picture-alliance", "Adobe Stock", "AdobeStock", "stock.adobe.com", "Unsplash", "Pixabay", "imago images", "/AFP", "/dpa", "/AP)", "REUTERS/", "Reuters/", "AP Photo"];

    static readonly SearchValues<string> Pictures = SearchValues.Create(PictureMarks, StringComparison.Ordinal);

    static readonly FrozenDictionary<string, PageLine>.AlternateLookup<ReadOnlySpan<char>> WholeLookup = Whole.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly SearchValues<string> Joining = SearchValues.Create(
        ["sign up", "subscribe", "inbox", "receive our", "get our", "anmeld", "abonnier", "melde dich", "meldet euch", "posteingang", "inscri", "abonne", "suscr", "iscriv", "assine", "zapisz się", "schrijf je", "meld je"], StringComparison.OrdinalIgnoreCase);

    /// <summary>With "cookies", what a site says of itself.</summary>
    static readonly SearchValues<string> OfCookies = SearchValues.Create(
        ["this site uses", "this website uses", "our site uses", "our website uses", "we use cookies", "we and our partners", "by continuing to", "diese website", "diese webseite", "diese seite verwendet", "unsere website", "wir verwenden cookies", "wir nutzen cookies", "verwendung von cookies zu", "ce site utilise", "nous utilisons", "este sitio", "esta web utiliza", "utilizamos cookies", "este site utiliza", "questo sito", "utilizziamo", "deze website", "wij gebruiken", "we gebruiken", "ta strona", "nasza strona", "używamy", "vi använder", "vi bruger", "сайт использует"], StringComparison.OrdinalIgnoreCase);

    public static PageLine Of(PageBlock block)
    {
        if (block.Words <= 45 && block.Text.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && block.Text.AsSpan().ContainsAny(Joining))
            return PageLine.Share;
        if (block.Words <= 60 && block.Text.Contains("cookies", StringComparison.OrdinalIgnoreCase) && block.Text.AsSpan().ContainsAny(OfCookies))
            return PageLine.Notice;
        if (block.Words <= 60 && block.Text.Contains("javascript", StringComparison.OrdinalIgnoreCase) && block.Text.AsSpan().ContainsAny(OfBrowsers))
            return PageLine.Notice;
        if (block.Words <= 60 && EndsWithPictureCredit(block.Text))
            return PageLine.Credit;
        if (block.Words > WordsMax || block.Text.Length > 120)
            return PageLine.Plain;
        Span<char> lower = stackalloc char[128];
        var text = block.Text.AsSpan().Trim();
        var length = text.ToLowerInvariant(lower);
        if (length <= 0)
            return PageLine.Plain;
        ReadOnlySpan<char> line = lower[..length];
        // "3 Comments", "» Related", "Share this:", "Comments (12)"
        var bare = line.Trim(Marks);
        if (WholeLookup.TryGetValue(bare, out var kind))
            return kind;
        if (line.Length > bare.Length && WholeLookup.TryGetValue(bare.TrimStart("0123456789.,+ "), out kind))
            return kind;
        var counted = bare.TrimStart("0123456789.,+ ");
        if (counted.Length < bare.Length && WholeLookup.TryGetValue(counted, out kind) && kind == PageLine.Comments)
            return kind;
        foreach (var (start, begun) in Begins)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return begun;
        }
        if (block.Words <= 9 && !block.IsHeading && IsDate(text))
            return PageLine.Date;
        return block.Words <= 10 && !block.EndsSentence && text.ContainsAny(Pictures) ? PageLine.Credit : PageLine.Plain;
    }

    /// <summary>With "javascript", what a page says to a browser without it.</summary>
    static readonly SearchValues<string> OfBrowsers = SearchValues.Create(
        ["your browser", "enable javascript", "javascript is disabled", "javascript enabled", "turn on javascript", "ihr browser", "ihrem browser", "deinem browser", "javascript aktivieren", "aktivieren sie javascript", "activer javascript", "activez javascript", "votre navigateur", "tu navegador", "su navegador", "seu navegador", "tuo browser", "uw browser"], StringComparison.OrdinalIgnoreCase);

    /// <summary>"The quay at dawn (Getty/Ada Brook)": what ends with whose picture it is describes the picture.</summary>
    static bool EndsWithPictureCredit(string text)
    {
        var end = text.AsSpan().TrimEnd(" .");
        if (end is not [.., ')'])
            return false;
        var open = end.LastIndexOf('(');
        return open > 0 && end.Length - open <= 70 && (end[open..].ContainsAny(Pictures) || end[open..].StartsWith("(Getty", StringComparison.Ordinal) || end[open..].StartsWith("(Photo", StringComparison.OrdinalIgnoreCase) || end[open..].StartsWith("(Image:", StringComparison.OrdinalIgnoreCase) || end[open..].StartsWith("(Foto:", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A year or a time of day, and little else but figures: "6 de mayo de 2022 05:30".</summary>
    static bool IsDate(ReadOnlySpan<char> text)
    {
        int digits = 0, letters = 0, run = 0;
        var dated = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isDigit = char.IsAsciiDigit(text[at]);
            run = isDigit ? run + 1 : 0;
            digits += isDigit ? 1 : 0;
            letters += char.IsLetter(text[at]) ? 1 : 0;
            dated |= (run == 4 && text[at - 3] is '1' or '2' && text[at - 2] is '9' or '0') || (text[at] == ':' && at + 2 < text.Length && at > 0 && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]));
        }
        return dated && digits * 3 >= letters;
    }

    const string Marks = " :.…!?»«›‹→►▶•|-–—*()[]{}#+0123456789\"'";

    static FrozenDictionary<string, PageLine> Table(params (PageLine Kind, string Lines)[] all)
    {
        var table = new Dictionary<string, PageLine>(StringComparer.Ordinal);
        foreach (var (kind, lines) in all)
        {
            foreach (var line in lines.Split('|', StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(line, kind);
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
