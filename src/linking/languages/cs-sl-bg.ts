/** Czech, Slovene and Bulgarian: enough to tell them apart and to know a title or a word that begins a sentence from a name. */

import { type LanguageWords, words } from './language-words.ts';

const none: ReadonlySet<string> = new Set();

export const cs: LanguageWords = {
  functionWords: words(`
    a aby ale ani až bez bude budou by byl byla byli bylo být co což dnes do ho i jako je jeden jedna jedno jeho
    jejich její jen ještě ji již jsem jsme jsou jí k kde kdy když ke která které který kteří letos mají mezi mu my
    má můj na nad naše naši ne nebo není nyní náš o od on ona oni pak po pod podle pro proti protože před při s se
    si tak také tato ten tento teď to toho tom tomu tu tyto této tím u už v ve vy však vůči z za zde ze že`),
  titles: words(`
    generál generální kancléř kancléřka král královna ministr ministryně mluvčí pan paní papež premiér premiérka
    prezident prezidentka předseda předsedkyně senátor senátorka tajemnice tajemník velvyslanec velvyslankyně vůdce
    šéf šéfka`),
  calendar: words(`
    pondělí úterý středa čtvrtek pátek sobota neděle ledna února března dubna května června července srpna září
    října listopadu prosince`),
  givenEndings: words('a ovi em u e i y ou o ě'),
  regions: none,
  placePrepositions: words('do k ke na od v ve z ze'),
  capitalisesNouns: false,
};

export const sl: LanguageWords = {
  functionWords: words(`
    a ali bi bil bila bile bili bilo bo bodo brez da danes do eden en ena eno ga ima in iz je jih jim kaj kako kar
    ker ki kot le letos med mi moj moja na nad naj naš naša naše ne ni njegov njegova njihov ob od on ona oni
    oziroma pa po pod pred pri proti s sam se sedaj si smo so ta te tega tem ter ti to tudi v več vi vse z za zaradi
    zdaj če še že`),
  titles: words(`
    general generalni gospa gospod kancler kanclerka kralj kraljica minister ministrica papež predsednica predsednik
    premier premierka sekretar sekretarka senator senatorka veleposlanica veleposlanik vodja šef šefinja`),
  calendar: words(`
    ponedeljek torek sreda četrtek petek sobota nedelja januarja februarja marca aprila maja junija julija avgusta
    septembra oktobra novembra decembra`),
  givenEndings: words('a u om em e i o'),
  regions: none,
  placePrepositions: words('do iz k na od v'),
  capitalisesNouns: false,
};

export const bg: LanguageWords = {
  functionWords: words(`
    а аз ако без беше би бъде в вече вие във ги го да днес до е един една едно за и или им има като което които
    който която къде между ми му на над най нашата нашите нашия не него ни ние но обаче от пак по под пред през при
    с са само се сега си след срещу със също тази така те тези това този той тук тя че ще я ѝ`),
  titles: words(`
    генерал генерален говорител говорителка господин госпожа канцлер крал кралица лидер министър министърка папа
    посланик председател президент президентка премиер секретар сенатор шеф`),
  calendar: words(`
    понеделник вторник сряда четвъртък петък събота неделя януари февруари март април май юни юли август септември
    октомври ноември декември`),
  regions: none,
  placePrepositions: words('в във до към на от'),
  capitalisesNouns: false,
};
