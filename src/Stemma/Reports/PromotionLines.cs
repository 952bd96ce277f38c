namespace Stemma.Reports;

/// <summary>
/// Lines that lead the reader elsewhere ("Read: …", "Sign up for our newsletter") and lines that belong to a picture
/// ("Photo: …", "FILE - In this …"). A key word alone never decides: a colon must follow it, or the words that such a line
/// has and a sentence has not, and the line must be short and stand alone.
/// <para>Gets wrong: links given as a bare headline are missed; a person's words put as "Listen: …" on a short line of their
/// own without quotation marks are taken.</para>
/// </summary>
static class PromotionLines
{
    const int WordsMax = 25;

    // Each is followed by a colon.
    static readonly string[] Labels =
    [
        "Read", "Read more", "Read also", "Read next", "Also read", "Also see", "See also", "See more", "Related", "Related story", "Related stories", "Related article", "Related articles",
        "Related coverage", "Related content", "Related links", "Related topics", "More", "More on this", "More on this story", "More from us", "Watch", "Watch now", "Watch live", "Watch more", "Watch also", "Also watch", "Listen", "Listen now", "Listen to this",
        "Don't miss", "Don’t miss", "Must read", "Must-read", "Recommended", "Recommended reading", "Read or share this story", "You may also like", "Further reading", "Full coverage", "Live updates", "Follow live",
        "In pictures", "In photos", "Trending", "Most read", "Go deeper", "Explore more", "Sign up", "Subscribe", "Download", "Share this", "Follow us", "Video", "Podcast", "Quiz", "Opinion", "Editor's picks", "Editors' picks",
    ];

    // The line begins with this and holds one of the words after the bar.
    static readonly (string Start, string[] Holds)[] Calls =
    [
        ("Sign up ", ["newsletter", "alert", "update", "here", "inbox", "email", "e-mail", "briefing", "daily", "free"]),
        ("Subscribe ", ["newsletter", "channel", "here", "now", "podcast", "our ", "inbox", "today", "digital", "to us"]),
        ("Get our ", ["newsletter", "app", "inbox", "briefing", "daily"]),
        ("Get the latest ", ["newsletter", "inbox", "news", "alert", "here"]),
        ("Get breaking ", ["news", "alert", "inbox"]),
        ("Follow us", ["on ", "@", "at "]),
        ("Follow ", ["on twitter", "on facebook", "on instagram", "on telegram", "on whatsapp", "on youtube", "on google news", "on linkedin", "on threads", "on bluesky", "on mastodon", "on tiktok", "on x:", "on x at", "on twitter:", "follow @"]),
        ("Like us ", ["facebook", "instagram"]),
        ("Join us ", ["facebook", "twitter", "telegram", "whatsapp", "newsletter"]),
        ("Join our ", ["telegram", "whatsapp", "newsletter", "channel", "group"]),
        ("Download ", ["our app", "the app", "app store", "google play", "news app"]),
        ("Click here ", ["to ", "for ", "if "]),
        ("Click to ", ["subscribe", "read", "watch", "share", "enlarge", "expand", "sign"]),
        ("Tap here ", ["to ", "for "]),
        ("For more ", ["http", "www.", "visit ", "click ", "go to ", "sign up", "follow "]),
        ("To read more", ["click", "subscribe", "visit", "http", "www."]),
        ("Read the full ", ["here", "story", "article", "report", "interview", "statement", "transcript", "text"]),
        ("Read or share this ", ["http"]),
        ("Listen to ", ["podcast", "episode", "here", "spotify"]),
        ("Watch ", ["video above", "video below", "the video here", "watch here", "live here", "full video", "live stream here"]),
        ("Watch the video", ["above", "below", "here", ""]),
        ("Do you have a story", [""]),
        ("Got a tip", [""]),
        ("Have a tip", [""]),
        ("Story continues ", ["below", "after"]),
        ("Article continues ", ["below", "after"]),
        ("Scroll down ", ["for ", "to "]),
    ];

    static readonly string[] WholeLines =
    [
        "Advertisement", "Advertising", "Sponsored", "Sponsored content", "Read more", "Read more here", "Read on", "See more", "Learn more", "Click here", "Sign up", "Sign up here", "Subscribe", "Subscribe now", "Subscribe here", "Share", "Share this",
        "Share this article", "Share this story", "Share on Facebook", "Share on Twitter", "Tweet", "Follow us", "Related", "Related stories", "Related articles", "Related coverage", "Related content", "Related topics", "Recommended", "Most read", "Trending", "Trending now",
        "Continue reading", "Continue reading the main story", "Continue reading below", "Skip to main content", "Skip advertisement", "Recommended for you", "You may also like", "More on this story", "Show more", "Load more", "Comments", "View comments", "Watch live", "Listen", "SaveSave", "Print", "Email", "Newsletter",
    ];

    static readonly string[] CaptionLabels =
        ["Photo", "Photos", "Photo credit", "Photo by", "Photograph", "Photography", "Picture", "Picture credit", "Image", "Image credit", "Image via", "Image courtesy", "Images", "Credit", "Photo courtesy", "File photo", "FILE PHOTO", "Caption", "Image caption", "Media caption", "Cover photo", "Cover image", "Video credit", "Featured image"];

    static readonly string[] CaptionStarts =
        ["(Photo by ", "(Photo: ", "[Photo: ", "(Image: ", "(Picture: ", "(File photo", "(File Photo", "[File photo", "(Photo credit", "(Image credit", "(AP Photo", "(Photo courtesy", "(Courtesy photo", "(Reuters photo", "(AFP photo", "(Photograph: ",
         "Photo by ", "Photos by ", "Photo courtesy of ", "Image courtesy of ", "Photo credit ", "Image credit ", "Image copyright ", "Image caption ", "Media caption ", "Media playback is ", "FILE - In this ", "FILE - This ", "FILE - A ", "FILE - The ", "FILE — ", "FILE – ", "File - In this ", "FILE PHOTO", "File photo ", "AP Photo/"];

    public static bool IsPromotion(PrintLine line)
    {
        if (line.Words.Length > WordsMax || line.Range.Length > 240)
            return false;
        var content = line.Content.TrimStart("-–—*•►▶>+|[( ");
        // In a text with hard line breaks a sentence may end in a line of its own ("share."): that begins small or has a full stop.
        if (content.IsEmpty || char.IsLower(content[0]))
            return false;
        var bare = (content.EndsWith("...", StringComparison.Ordinal) ? content[..^3] : content).TrimEnd(" :>»…)]→");
        foreach (var whole in WholeLines)
        {
            if (bare.Equals(whole, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        if (IsLabelled(content, Labels) && !content.ContainsAny('“', '”'))
            return true;
        foreach (var (start, holds) in Calls)
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase) && HoldsOne(content[(start.Length - 1)..], holds) && !IsQuoted(content))
                return true;
        }
        return IsInvitation(line, content);
    }

    public static bool IsCaption(PrintLine line)
    {
        if (line.Words.Length > 70)
            return false;
        foreach (var start in CaptionStarts)
        {
            if (line.Content.StartsWith(start, StringComparison.Ordinal))
                return true;
        }
        if (line.Content[0] == '©' || (line.Words.Length <= 40 && IsLabelled(line.Content, CaptionLabels)))
            return true;
        // "… in the harbour on Monday. (AP Photo/Ada Brook)", "… REUTERS/Ada Brook"
        var tail = line.Content[^Math.Min(60, line.Content.Length)..];
        var open = tail.LastIndexOf('(');
        if (open >= 0 && tail[^1] == ')' && (tail[open..].StartsWith("(AP Photo", StringComparison.OrdinalIgnoreCase) || tail[open..].StartsWith("(Photo ", StringComparison.OrdinalIgnoreCase)))
            return true;
        var words = line.Words.Length;
        return words >= 2 && (line.Content.EndsWith("Getty Images", StringComparison.Ordinal) || line.Content.EndsWith("via Getty Images)", StringComparison.Ordinal))
            || SaysReutersPhotographer(line);
    }

    static bool SaysReutersPhotographer(PrintLine line)
    {
        for (var word = Math.Max(0, line.Words.Length - 3); word < line.Words.Length; word++)
        {
            if (line.From(word).StartsWith("REUTERS/", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>"Also read Slow Train Crosses the Border", "Read more about …": capitals throughout and no full stop.</summary>
    static bool IsInvitation(PrintLine line, ReadOnlySpan<char> content)
    {
        foreach (var start in (ReadOnlySpan<string>)["Also read ", "Read also ", "Read more about ", "Read more on ", "Read more from ", "Read more at ", "See also ", "Also see ", "More on ", "More from "])
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return !line.EndsSentence && line.Words.Length is >= 3 and <= 16 && line.IsTitleCase(start.StartsWith("Read more", StringComparison.Ordinal) ? 3 : 2);
        }
        return false;
    }

    static bool IsLabelled(ReadOnlySpan<char> content, string[] labels)
    {
        var colon = content.IndexOf(':');
        if (colon is <= 0 or > 30)
            return false;
        foreach (var label in labels)
        {
            if (content[..colon].TrimEnd().Equals(label, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static bool IsQuoted(ReadOnlySpan<char> content) => content.ContainsAny('“', '”', '"');

    static bool HoldsOne(ReadOnlySpan<char> content, string[] parts)
    {
        foreach (var part in parts)
        {
            if (content.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
