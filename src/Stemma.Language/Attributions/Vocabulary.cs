using System.Collections.Frozen;

namespace Stemma.Language.Attributions;

/// <summary>Words that tell what kind of source a noun phrase names. Written out; general English and well-known institutions only.</summary>
static class Vocabulary
{
    /// <summary>Stand before a name and belong to it.</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss mx dr prof professor sir dame lord lady president premier chancellor prime minister secretary senator sen representative rep congressman congresswoman " +
        "governor gov mayor general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm commander cmdr judge justice king queen prince princess pope cardinal archbishop bishop rev reverend father sister imam rabbi sheikh ayatollah " +
        "ambassador chairman chairwoman chair speaker attorney inspector chief superintendent detective officer coach former vice deputy acting foreign defence defense interior finance");

    /// <summary>What somebody is: the head noun of a role.</summary>
    public static readonly FrozenSet<string> Roles = Set(
        "spokesman spokeswoman spokesperson leader president minister premier chancellor secretary director chief head chairman chairwoman chair officer mayor governor senator lawmaker congressman congresswoman professor lecturer analyst expert fellow researcher scientist economist historian lawyer attorney judge prosecutor commissioner commander general colonel captain major admiral ambassador envoy adviser advisor aide official diplomat executive ceo founder owner manager editor reporter journalist correspondent author writer activist candidate nominee representative delegate deputy member councillor councilman councilwoman councilor coordinator negotiator inspector superintendent engineer doctor nurse surgeon teacher student farmer worker resident neighbor neighbour witness survivor pilot driver foreman master harbourmaster priest bishop dean imam coach player dictator king queen prince strategist pollster consultant investigator detective sheriff coroner counsel partner founder organiser organizer campaigner trustee treasurer chairperson speaker brother sister father mother son daughter wife husband widow uncle aunt cousin");

    /// <summary>Plural or general words for people who are not named.</summary>
    public static readonly FrozenSet<string> Unnamed = Set(
        "officials official analysts analyst experts expert sources source people person observers observer critics critic supporters witnesses witness residents resident diplomats diplomat lawmakers insiders insider aides aide advisers advisors researchers scientists economists historians activists workers employees executives executive authorities someone somebody many some others several reporters journalists investigators prosecutors lawyers doctors medics colleagues friends relatives neighbours neighbors locals protesters campaigners opponents allies members voters republicans democrats families victims survivors crews passengers engineer engineers inspector foreman docker dockers worker employee");

    /// <summary>Head words of organisations.</summary>
    public static readonly FrozenSet<string> Organisations = Set(
        "department ministry pac house agency university college school institute institution council party committee court bank police army navy force forces guard military press service union commission office group corp corporation inc company co ltd plc association center centre forum authority board bureau parliament senate congress assembly government cabinet administration kremlin pentagon organization organisation fund foundation network federation league club church hospital laboratory laboratories lab team campaign coalition alliance watchdog regulator coastguard consortium trust society think-tank tank stimson brookings spokespeople industries works port airline airlines railways utility water district brigade energy shipping securities festival airlines holdings capital partners motors systems technologies pictures records studios entertainment pharmaceuticals foods stores markets insurance electric oil gas steel mining games motor industries solutions software labs brothers chamber ministry's");

    /// <summary>What a minister or secretary may be of.</summary>
    public static readonly FrozenSet<string> Portfolios = Set("foreign defence defense interior finance justice state health trade energy");

    /// <summary>Of which a place, a port or a country has one: "the port authority" is a body of the story without a name.</summary>
    public static readonly FrozenSet<string> Institutions = Set(
        "ministry department authority council committee court police army navy military guard coastguard union commission office board bureau parliament senate congress assembly government cabinet administration embassy presidency treasury institute hospital university brigade regulator watchdog chamber");

    public static readonly FrozenSet<string> Governments = Set(
        "kremlin pentagon white state foreign ministry department government parliament senate congress cabinet administration embassy treasury presidency military army navy police defence defense council commission mayor court prosecutor prosecutors");

    /// <summary>Only in capitals: "UN" is a body, "Un" may be part of a name.</summary>
    public static readonly FrozenSet<string> Acronyms = new[] { "NATO", "UN", "U.N.", "EU", "E.U.", "FBI", "F.B.I.", "CIA", "C.I.A.", "NSA", "IMF", "WHO", "UNICEF", "IAEA", "OPEC", "NASA", "MI5", "MI6", "FSB", "BND" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Countries and the like that are first names or surnames as well.</summary>
    public static readonly FrozenSet<string> AlsoNames = Set("west north east french german english irish jordan chad georgia israel cuba china paris london washington america kingdom republic malta mali niger dominica ireland england holland lebanon");

    /// <summary>A noun for one person, by role, kinship or plainly.</summary>
    public static bool IsPerson(string noun) => Roles.Contains(noun) || noun is "man" or "woman" or "boy" or "girl" or "person" or "child" or "partner" or "colleague" or "friend" or "neighbour" or "neighbor" or "lawyer" or "boss" or "grandmother" or "grandfather";

    /// <summary>Seats of government that go by the name of a building.</summary>
    public static bool IsSeat(string name) => name is "White House" or "Downing Street" or "Capitol Hill" or "Foggy Bottom" or "Number 10" or "Whitehall" or "Kremlin" or "Pentagon" or "Quai d'Orsay";

    /// <summary>Things that show or say something; whoever stands behind them is not named by them.</summary>
    public static readonly FrozenSet<string> Things = Set("video videos photo photos photograph photographs image images picture pictures footage report reports statement statements poll polls survey surveys study studies document documents data record records letter letters memo memos email emails transcript transcripts filing filings excerpt excerpts recording recordings figures results estimates evidence test tests article story book post tweet message messages");

    /// <summary>Words that make a name a newspaper, a broadcaster or the like.</summary>
    public static readonly FrozenSet<string> Media = Set(
        "news times post tribune courier gazette herald journal telegraph guardian observer examiner mirror mail express independent enquirer chronicle globe star sun sentinel bulletin dispatch inquirer register newspaper newspapers media television tv radio broadcaster broadcaster's magazine website outlet outlets channel newsletter weekly daily bbc cnn nbc abc cbs npr msnbc politico axios nyt wsj telegram");

    public static readonly FrozenSet<string> Agencies = Set(
        "reuters ap afp bloomberg tass ria novosti interfax xinhua kcna kyodo yonhap ansa efe dpa upi anadolu pti ani apa belga itar-tass newswire news-agency");

    /// <summary>Countries and the capitals that stand for their governments.</summary>
    public static readonly FrozenSet<string> Countries = Set(
        "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe dprk us u.s u.s. uk u.k u.k. uae ussr britain england scotland wales america states kingdom emirates zealand leone arabia lanka africa republic " +
        "moscow pyongyang washington beijing seoul tokyo london paris berlin kyiv kiev tehran jerusalem ankara cairo delhi islamabad kabul damascus baghdad riyadh doha brussels madrid rome warsaw budapest prague vienna athens canberra ottawa brasilia caracas havana hanoi manila jakarta taipei minsk belgrade downing");

    public static readonly FrozenSet<string> Demonyms = Set(
        "north south east west northern southern eastern western russian ukrainian american british french german chinese japanese korean iranian iraqi israeli turkish syrian polish italian spanish indian pakistani afghan egyptian saudi european african asian canadian australian mexican brazilian dutch swedish norwegian danish finnish greek hungarian czech irish scottish welsh soviet palestinian lebanese arab republican democratic democrat conservative labour liberal catholic christian muslim jewish federal new");

    static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
