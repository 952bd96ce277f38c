namespace Stemma.Tests.Support;

/// <summary>The six invented reports of the sample story. Every place, person and newsroom in them is made up.</summary>
static class SampleTexts
{
    public const string Wire = """
        ORVALE (Northern Wire) -- One of the piers of the Lantern Bridge moved by four centimetres overnight, Transport Minister Ilse Marrand said on Tuesday.

        “The bridge will stay closed until divers have looked at every pier,” Marrand told reporters at the site. “Nobody is in danger.”

        About 30,000 people cross the bridge each day.

        Opposition deputy Tomas Rell accused the ministry of having known about a crack since January. The ministry denies having known of any crack.

        A person familiar with the inspection said the crack was likely found by a diver.

        Read more: Five bridges that never close
        """;

    /// <summary>The wire report as a newspaper ran it: a line of credit above, nothing else changed.</summary>
    public const string Reprint = "By Northern Wire\n\n" + Wire;

    public const string Revision = """
        (Updates with mayor in fourth paragraph; corrects the name of Rell in a revision sent at 09:10.)

        ORVALE (Northern Wire) -- The Lantern Bridge will be shut for at least three weeks, its operator said on Wednesday.

        “The bridge will stay closed until divers have looked at every pier,” Marrand told reporters at the site.

        About 30,000 people cross the bridge each day.

        Mayor Dario Venn said ferries would run every ten minutes from Thursday.

        Opposition deputy Tomas Rell accused the ministry of having known about a crack since January. The ministry denies having known of any crack.

        Petra Osk, chief engineer of the road office, told Caldian Press Agency that the pier had moved four centimetres.
        """;

    public const string OwnStory = """
        The Lantern Bridge could stay closed into April, officials warned on Wednesday, naming no date.

        “The bridge will remain closed until divers have looked at each pier,” Ilse Marrand said, according to Caldian Press Agency.

        Petra Osk confirmed that the pier had moved “four whole centimetres”, which she called a lot for a bridge of this age.

        The ministry rejected the charge that it knew of a crack.

        Mayor Dario Venn promised ferries every ten minutes.
        """;

    public const string Excerpt = """
        Our readers wrote to us all day about the closed bridge. Many asked how long it would last, and what would become of the market on the far bank.

        Mayor Dario Venn said ferries would run every ten minutes from Thursday.

        The wire agency also wrote: Opposition deputy Tomas Rell accused the ministry of having known about a crack since January. The ministry denies having known of any crack.

        The market opens on Saturday as it always has, the stallholders’ union told us.
        """;

    public const string Undated = """
        What we know about the Lantern Bridge 🌉

        The pier moved by four centimetres. It is the third closure in ten years.
        """;
}
