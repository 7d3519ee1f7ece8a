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
  placePrepositions: words('a al de del desde en hacia'),
  capitalisesNouns: false,
};

export const pl: LanguageWords = {
  functionWords: words(`
    a aby ale bez bo być był była było były co czy dla do gdy i ich jak jako je jego jej jest jeszcze już która które
    który lub ma mają może można mój moja moje my na nad nasi nasz nasza nasze nie o od on ona oni oraz po pod przed przez przy są się sobie także tak tam te tego tej
    ten to tym tylko u w we więc wy z za ze że`),
  titles: words(`
    prezydent premier minister kanclerz sekretarz szef szefowa generał ambasador wysłannik pan pani król królowa papież
    senator rzecznik rzeczniczka przewodniczący przewodnicząca`),
  calendar: words(`
    poniedziałek wtorek środa czwartek piątek sobota niedziela stycznia lutego marca kwietnia maja czerwca lipca
    sierpnia września października listopada grudnia`),
  regions: none,
  placePrepositions: words('do na od w we z ze'),
  capitalisesNouns: false,
};

export const uk: LanguageWords = {
  functionWords: words(`
    а або але без був була було були в вже від він вона вони все всі два для до є з за зі й його її їх і із коли який
    яка яке які лише між ми може на над не ні о однак після по під при про проти та так також там те тим то тому у
    хоча це цей ця ці чи ще що щоб як якщо`),
  titles: words(`
    президент президентка прем'єр прем'єр-міністр міністр міністерка канцлер секретар держсекретар генерал посол
    спецпосланник посланець голова очільник очільниця глава речник речниця король королева папа пан пані сенатор`),
  calendar: words(`
    понеділок вівторок середа четвер п'ятниця субота неділя січня лютого березня квітня травня червня липня серпня
    вересня жовтня листопада грудня`),
  regions: none,
  placePrepositions: words('в від до з із на у'),
  capitalisesNouns: false,
};

export const ru: LanguageWords = {
  functionWords: words(`
    а без бы был была было были в во вот все всё вы где да даже для до его ее её если есть еще ещё же за из или им их и
    к как когда который которая которое которые ко ли между мы на над не нет но о об однако он она они от по под после
    при про с со так также там то только того тоже у уже чем что чтобы эта эти это этот я`),
  titles: words(`
    президент премьер премьер-министр министр канцлер секретарь госсекретарь генерал посол спецпосланник глава
    председатель руководитель король королева папа господин госпожа сенатор`),
  calendar: words(`
    понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа
    сентября октября ноября декабря`),
  regions: none,
  placePrepositions: words('в во из к на от с'),
  capitalisesNouns: false,
};
