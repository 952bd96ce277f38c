using System.Collections.Frozen;

namespace Stemma.Pages;

/// <summary>The elements of a page that say something about its text; all others are <see cref="Other"/>, which runs on within a line.</summary>
public enum PageTag : byte
{
    Text, Other, Html, Body, Head, Title, Meta, Link, Base, Script, Style, NoScript, Template, Iframe, Object, Svg, Canvas, Audio, Video, Picture, Img,
    Button, Select, Option, Input, TextArea, Label, Form, FieldSet, Legend, DataList, Map, Dialog, Menu, Nav, Aside, Header, Footer, Main, Article, Section, Search,
    Div, Center, P, H1, H2, H3, H4, H5, H6, HGroup, BlockQuote, Pre, Address, Details, Summary, Hr, Br, Ul, Ol, Li, Dl, Dt, Dd, Figure, FigCaption,
    Table, Caption, THead, TBody, TFoot, Tr, Td, Th, A, Time, Code, Math, Sup, Rp, Rt, S, Del,
}

public static class PageTags
{
    static readonly FrozenDictionary<string, PageTag> ByName = Enum.GetValues<PageTag>().Where(static tag => tag > PageTag.Other)
        .ToFrozenDictionary(static tag => tag.ToString(), static tag => tag, StringComparer.OrdinalIgnoreCase);

    public static PageTag Of(string name) => ByName.GetValueOrDefault(name, PageTag.Other);

    /// <summary>Elements that begin and end a line of their own.</summary>
    internal static bool IsBlock(PageTag tag) => tag is (>= PageTag.Form and <= PageTag.Legend) or (>= PageTag.Dialog and <= PageTag.Hr) or (>= PageTag.Ul and <= PageTag.Th) or PageTag.Html or PageTag.Body;

    internal static bool IsHeading(PageTag tag) => tag is >= PageTag.H1 and <= PageTag.H6;

    /// <summary>Elements whose content nobody reads as text.</summary>
    internal static bool IsNoText(PageTag tag) => tag is (>= PageTag.Head and <= PageTag.TextArea) or PageTag.DataList or PageTag.Map or PageTag.Rp or PageTag.Rt or PageTag.Math;
}
