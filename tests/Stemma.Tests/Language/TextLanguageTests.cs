using Stemma.Language;
using Xunit;

namespace Stemma.Tests.Language;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("en", "The ferry was held at the quay after an inspector found that two of its boats had no oars, and it may not sail before Wednesday.")]
    [InlineData("de", "Die Fähre wurde im Hafen festgehalten, nachdem ein Inspektor festgestellt hatte, dass zwei ihrer Boote keine Ruder haben.")]
    [InlineData("fr", "Le bac a été retenu au port après qu'un inspecteur a constaté que deux de ses canots n'avaient pas de rames, et il ne partira pas avant mercredi.")]
    [InlineData("es", "El transbordador quedó retenido en el puerto después de que un inspector comprobara que dos de sus botes no tenían remos.")]
    [InlineData("pt", "A barca ficou retida no porto depois que um inspetor verificou que dois dos seus botes não tinham remos, e não vai sair antes de quarta.")]
    [InlineData("it", "Il traghetto è stato fermato nel porto dopo che un ispettore ha trovato due delle sue scialuppe senza remi, e non partirà prima di mercoledì.")]
    [InlineData("nl", "De veerboot werd in de haven vastgehouden nadat een inspecteur had gezien dat twee van de sloepen geen riemen hadden.")]
    [InlineData("sv", "Färjan hölls kvar i hamnen efter att en inspektör hade sett att två av båtarna inte hade några åror, och den får inte gå före onsdag.")]
    [InlineData("pl", "Prom zatrzymano w porcie, gdy inspektor stwierdził, że dwie z jego łodzi nie mają wioseł, i nie wypłynie on przed środą.")]
    [InlineData("tr", "Feribot, bir müfettişin iki filikada kürek olmadığını görmesi üzerine limanda tutuldu ve çarşambadan önce yola çıkması için izin yok.")]
    [InlineData("id", "Feri itu ditahan di pelabuhan setelah seorang pengawas menemukan bahwa dua sekoci tidak memiliki dayung dan tidak akan berlayar pada hari ini.")]
    [InlineData("ru", "Паром задержали в порту после того, как инспектор обнаружил, что на двух его шлюпках нет вёсел, и он не выйдет до среды.")]
    [InlineData("uk", "Пором затримали в порту після того, як інспектор виявив, що на двох його шлюпках немає весел, і він не вийде до середи.")]
    [InlineData("bg", "Фериботът беше задържан на пристанището, след като инспектор установи, че две от лодките му са без гребла, и няма да тръгне преди сряда.")]
    [InlineData("el", "Το πλοίο κρατήθηκε στο λιμάνι επειδή δύο βάρκες δεν είχαν κουπιά.")]
    [InlineData("he", "המעבורת עוכבה בנמל משום שבשתי סירות לא היו משוטים.")]
    [InlineData("ar", "احتجزت العبارة في الميناء لأن اثنين من قوارب النجاة كانا بلا مجاديف.")]
    [InlineData("fa", "کشتی در بندر نگه داشته شد چون دو قایق نجات آن پارو نداشت و پیش از چهارشنبه حرکت نمی‌کند.")]
    [InlineData("ja", "渡し船は救命ボートに櫂がなかったため港にとどめられた。")]
    [InlineData("zh", "检查员发现两艘救生艇没有桨，渡轮因此被扣留在港口。")]
    [InlineData("ko", "구명정 두 척에 노가 없어 여객선이 항구에 묶였다.")]
    [InlineData("hi", "निरीक्षक ने पाया कि दो नावों में चप्पू नहीं थे, इसलिए नौका बंदरगाह पर रोक दी गई।")]
    [InlineData("th", "เรือข้ามฟากถูกกักไว้ที่ท่าเรือเพราะเรือชูชีพสองลำไม่มีพาย")]
    [InlineData("da", "Færgen blev holdt tilbage i havnen, efter at en inspektør havde set, at to af bådene ikke havde nogen årer.")]
    [InlineData("cs", "Trajekt byl zadržen v přístavu poté, co inspektor zjistil, že dva z jeho člunů nemají vesla.")]
    [InlineData("ro", "Feribotul a fost reținut în port după ce un inspector a constatat că două dintre bărcile sale nu aveau vâsle.")]
    [InlineData("vi", "Chiếc phà bị giữ lại ở cảng sau khi một thanh tra phát hiện hai chiếc thuyền cứu sinh không có mái chèo.")]
    [InlineData("is", "Ferjan var stöðvuð í höfninni eftir að eftirlitsmaður sá að tveir bátar voru án ára.")]
    [InlineData("de", "Fähre wegen fehlender Ruder im Hafen festgehalten")]
    [InlineData("fr", "Le bac retenu au port faute de rames dans ses canots")]
    [InlineData("es", "Retenido un transbordador por falta de remos en los botes")]
    [InlineData("it", "Traghetto fermato nel porto: mancano i remi delle scialuppe")]
    [InlineData("und", "asdf qwer zxcv hjkl uiop vbnm")]
    [InlineData("und", "1234 5678 +++ !!!")]
    [InlineData("und", "")]
    public void A_sentence_or_two_tell_their_language(string language, string text) => Assert.Equal(language, TextLanguage.Of(text));

    [Theory]
    [InlineData("Ferry held over missing oars")]
    [InlineData("Selwick quay shut, ferry Alma Brandis held")]
    [InlineData("Los Brandos shuts quay after ferry scandal")]
    [InlineData("Harbour office: ‘No sailings’")]
    [InlineData("Port of Selwick’s inspector finds lifeboats without oars, says it won’t reopen")]
    [InlineData("Costa Verde ferry crash leaves 12 dead")]
    [InlineData("“It’s serious business,” said Ms. Peña Brandis.")]
    public void A_short_English_text_is_read_as_English(string text) => Assert.True(Analyzer.Outline(text).Analysed);

    [Theory]
    [InlineData("de", "Das Schiff wurde im Hafen festgehalten, nachdem zwei Boote keine Ruder hatten")]
    [InlineData("nl", "De veerboot ligt in de haven en mag niet uitvaren van de inspecteur")]
    [InlineData("it", "Il traghetto resta nel porto dopo il controllo di un ispettore")]
    public void A_headline_of_another_language_in_plain_letters_is_not_read_as_English(string language, string text) => Assert.Equal(language, Analyzer.Outline(text).Language);

    [Fact]
    public void What_is_not_English_is_labelled_and_not_analysed()
    {
        var document = Analyzer.Analyze("Die Fähre wurde im Hafen festgehalten, nachdem ein Inspektor festgestellt hatte, dass zwei ihrer Boote keine Ruder haben.");
        Assert.Equal(("de", false), (document.Language, document.Analysed));
        Assert.Empty(document.Attributions);
    }
}
