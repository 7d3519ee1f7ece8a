/** The first languages after English: enough to tell them apart and to know a title from a first name. */

import { type LanguageWords, words } from './language-words.ts';

const none: ReadonlySet<string> = new Set();

export const de: LanguageWords = {
  functionWords: words(`
    aber alle als also am an auch auf aus bei bereits bis da dabei damit dann das dass dem den denn der des die dies
    diese dieser doch durch ein eine einem einen einer eines er erst es für gegen hat hatte haben im in ist ja jedoch
    jetzt kein keine laut man mehr mit nach nicht noch nun nur ob oder ohne schon sein seine seit sich sie sind so
    sondern über um und unter vom von vor war was weil wenn werden wie wird wir wurde zu zum zur zwischen`),
  titles: words(`
    präsident präsidentin kanzler kanzlerin minister ministerin ministerpräsident ministerpräsidentin außenminister
    außenministerin verteidigungsminister regierungschef regierungschefin staatschef staatschefin general botschafter
    sondergesandter sondergesandte chef chefin herr frau papst könig königin us-präsident us-außenminister`),
  titleEndings: [
    'präsident',
    'präsidenten',
    'präsidentin',
    'kanzler',
    'kanzlerin',
    'minister',
    'ministers',
    'ministerin',
    'chef',
    'chefs',
    'chefin',
    'führer',
    'gesandter',
    'gesandte',
    'gesandten',
    'beauftragter',
    'beauftragte',
    'beauftragten',
    'sprecher',
    'sprecherin',
    'general',
    'kandidat',
    'sekretär',
    'botschafter',
    'machthaber',
    'diktator',
    'unternehmer',
    'milliardär',
    'schwiegersohn',
    'amtsinhaber',
    'amtskollege',
    'amtskollegen',
    'kollege',
    'kollegen',
    'herrn',
    'vermittler',
    'unterhändler',
    'politiker',
    'republikaner',
    'demokrat',
  ],
  calendar: words(`
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
    oktober november dezember`),
  regions: none,
  placeNouns: words(
    'stadt städte städtchen ort dorf gemeinde provinz bundesstaat hafenstadt großstadt kleinstadt millionenstadt hauptstadt bezirk landkreis',
  ),
  placePrepositions: words('aus in im nach bei um von'),
  capitalisesNouns: true,
};

export const fr: LanguageWords = {
  functionWords: words(`
    à au aussi aux avec avant ce ces cet cette ceux chez comme contre dans de depuis des dont du elle elles en encore
    entre est et être il ils je la le les leur leurs lors mais même ne non nous on ont ou où par pas pendant plus pour
    qu que qui sa sans se selon ses si son sont sous sur tout très un une vers vous après ainsi alors`),
  titles: words(`
    président présidente ministre premier première chancelier chancelière secrétaire général générale ambassadeur
    ambassadrice envoyé envoyée chef cheffe roi reine prince princesse pape m mme mm monsieur madame docteur sénateur`),
  linkingWords: words('de du des'),
  thingsOfPlaces: words(
    'accord accords archevêque banque convention conventions golfe paix tour traité université',
  ),
  hasSmallThings: true,
  calendar: words(`
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre`),
  regions: words('est nord ouest sud'),
  placeNouns: words('ville villes village villages commune communes province provinces région port localité'),
  placePrepositions: words('à au aux dans de depuis du en vers'),
  capitalisesNouns: false,
};

export const es: LanguageWords = {
  functionWords: words(`
    a al ante antes aunque bajo como con contra cuando de del desde donde durante e el ella ellos en entre era es esa
    ese esta este esto están fue ha han hasta hay la las le lo los más mientras muy no nos o para pero por porque que
    quien se según ser si sin sobre son su sus también tras un una y ya`),
  titles: words(`
    presidente presidenta ministro ministra primer primera canciller secretario secretaria general embajador embajadora
    enviado enviada jefe jefa rey reina príncipe papa señor señora sr sra don doña senador senadora`),
  linkingWords: words('de'),
  thingsOfPlaces: words('acuerdo acuerdos arzobispo banco convención convenio golfo paz tratado universidad'),
  hasSmallThings: true,
  calendar: words(`
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre`),
  regions: none,
  placeNouns: words(
    'ciudad ciudades pueblo pueblos localidad localidades provincia provincias municipio puerto estado',
  ),
  placePrepositions: words('a al de del desde en hacia'),
  capitalisesNouns: false,
};

export const pl: LanguageWords = {
  functionWords: words(`
    a aby ale bez bo być był była było były co czy dla dlaczego dlatego do dopiero dotąd dzisiaj dziś gdy gdzie i ich
    inni jak jako je jednak jednocześnie jego jej jest jeszcze jutro już każdy kiedy kilka ktoś która które który lub
    ma mają mimo moja moje może można my mój na nad nasi następnie nasz nasza nasze natomiast nie niedawno niestety
    nigdy o obecnie od około on ona oni oraz po pod podczas podobnie pomimo ponadto ponieważ potem poza przed przez
    przy później razem się skąd sobie są tak także tam te tego tej ten teraz też to tu tutaj tuż tylko tym tymczasem u
    w wcześniej wczoraj we według więc wobec wreszcie wszyscy wy wówczas właśnie z za zatem zaś ze żaden że`),
  titles: words(`
    prezydent premier minister kanclerz sekretarz szef szefowa generał ambasador wysłannik pan pani król królowa papież
    senator rzecznik rzeczniczka przewodniczący przewodnicząca`),
  calendar: words(`
    poniedziałek wtorek środa czwartek piątek sobota niedziela stycznia lutego marca kwietnia maja czerwca lipca
    sierpnia września października listopada grudnia`),
  adjectivesFollow: true,
  adjective: /(?:[yi]|[aeąo]|ego|emu|[yi]m|ej|[yi]ch|[yi]mi)$/,
  givenEndings: words('a owi em iem ie u i y ę ą o e'),
  regions: none,
  placeNouns: words(
    'miasto miasta miastu miastem mieście miast miastach miasteczko miasteczku wieś wsi wioska wiosce województwo województwie powiat powiecie stan stanie prowincja prowincji obwód obwodzie',
  ),
  placePrepositions: words('do na od w we z ze'),
  capitalisesNouns: false,
};

export const uk: LanguageWords = {
  functionWords: words(`
    а або адже але без був була були було в вже вона вони все всього всі втім вчора від відтак він далі два де деякі
    для до досі дотепер з за завдяки завтра зараз згодом зокрема зі й ймовірно його кожен коли колись крім лише ми
    може між на навколо навіть нагадаємо над напередодні наразі насправді не невдовзі недавно нещодавно нині ні ніколи
    о однак окрім отже по поки поруч потім при про проте проти протягом під пізніше після разом раніше саме сьогодні
    та так також там те тепер тим то тоді тож тому торік туди тут у усі утім хоча це цей ця ці через чи чому ще що щоб
    щойно як яка яке який якщо які є і із їх її`),
  titles: words(`
    президент президентка прем'єр прем'єр-міністр міністр міністерка канцлер секретар держсекретар генерал посол
    спецпосланник посланець голова очільник очільниця глава речник речниця король королева папа пан пані сенатор`),
  calendar: words(`
    понеділок вівторок середа четвер п'ятниця субота неділя січня лютого березня квітня травня червня липня серпня
    вересня жовтня листопада грудня`),
  adjective: /(?:[иі]й|[ая]|[еє]|[иі]|[ою]го|ому|[иії]м|[оє]ї|[иії]х|[иі]ми|[ую])$/,
  givenEndings: words('а я у ю ові еві єві ом ем єм і ї и ою ею єю'),
  regions: none,
  placeNouns: words(
    'місто міста місту містом місті міст містах містечко містечку село села селі селищі селище область області район районі району штат штату штаті провінція провінції',
  ),
  placePrepositions: words('в від до з із на у'),
  capitalisesNouns: false,
};

export const ru: LanguageWords = {
  functionWords: words(`
    а без бы был была были было в ведь вероятно во возможно вот впрочем все вскоре всё вчера вы где где-то да даже
    далее дальше для до его ее если есть еще ещё её же за затем зато здесь и из или им именно иначе итак их к каждый
    как ко когда которая которое которые который кроме кто куда ли лишь между мы на над накануне наконец напомним
    например нас наш не недавно некоторые несмотря нет никогда никто но ныне о об обычно однажды однако он она они от
    отметим отсюда очень по под позже пока помимо поскольку после потом почему поэтому при про пусть ранее раньше с
    сегодня сейчас сначала со собственно согласно среди так также там тем теперь то тогда того тоже только тут у уже
    хотя чей чем через что чтоб чтобы эта эти это этот я якобы`),
  titles: words(`
    президент премьер премьер-министр министр канцлер секретарь госсекретарь генерал посол спецпосланник глава
    председатель руководитель король королева папа господин госпожа сенатор`),
  calendar: words(`
    понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа
    сентября октября ноября декабря`),
  adjective: /(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыио]м|[ое]й|[ыи]х|[ыи]ми|[ую]ю)$/,
  givenEndings: words('а я у ю ом ем е и ы ой ей ою ею'),
  regions: none,
  placeNouns: words(
    'город города городу городом городе городов городах городок городке село села селе деревня деревни деревне посёлок посёлка посёлке поселок поселке район района районе область области штат штата штате провинция провинции республика республики республике',
  ),
  placePrepositions: words('в во из к на от с'),
  capitalisesNouns: false,
};
