import { type LanguageWords, words } from './language-words.ts';

export const en: LanguageWords = {
  functionWords: words(`
    a about above across after again against all almost along already also although always am among an and another any
    anyone are around as asked at away back be because been before being below between both but by came can could day
    despite did do does down during each earlier either else even ever every everyone few first following for former
    from further had has have he help her here him his how however i if in including indeed inside instead into is it
    its itself just last later latest least less let like little made many may me meanwhile might more moreover most
    much must my near nearly neither never next no none nor not nothing now of off often on once one only onto or other
    others our out outside over own per perhaps please rather recently said same says second see seen several shall she
    should since so some someone something soon still such than that the their them then there therefore these they
    third this those though three through throughout thus to today together tomorrow too toward towards two under
    unlike until up upon us very via was watch we were what whatever when where whereas whether which while who whom
    whose why will with within without would yes yesterday yet you your`),
  titles: words(`
    actor actress administrator admiral adviser advisor agent ambassador analyst attorney author baron baroness bishop
    brigadier cabinet candidate captain cardinal chair chairman chairperson chairwoman chancellor chief co-founder
    coach colonel columnist commander commissioner commodore congressman congresswoman constable coordinator
    correspondent counterpart crown dean defence defense delegate deputy detective diplomat director dr economist
    economy emir emperor energy engineer envoy finance first foreign former founder general government governor head
    health high imam inspector interim interior journalist judge justice king lady lawmaker lawyer leader lieutenant
    lord madam major marshal mayor minister mp mr mrs ms negotiator ombudsman parliament pastor patriarch pilot pm
    pope premier president presidential press prime prince princess producer prof professor queen rep reporter
    representative researcher reverend secretary sen senator sergeant sheikh sheriff singer sir speaker special
    spokesman spokesperson spokeswoman state sultan superintendent treasury trooper vice writer`),
  leadingTitles: words('state'),
  linkingWords: words('of'),
  thingsOfPlaces: words(`
    academy accord accords agreement agreements archbishop archbishopric association bank battle battles bay bishop
    bishopric cathedral church congress convention count countess duchess duke earl edict federation gulf institute
    museum partition partitions party peace sea siege society strait straits tour treaty university`),
  thingsAfterAdjectives: words(`
    bulldog bulldogs cheese delight doll dolls dressing duck envelope envelopes fries hat hats heels kiss measles
    muffin muffins mule mules nuts pastries pastry poodle poodles roulette shepherd shepherds shorts sprouts
    subcontinent terrier terriers toast whispers`),
  headNouns: words(`
    airport airways bridge castle college company corporation county dam district foundation group hospital hotel inc
    international island islands lake mine motors mountain palace park prison province region river school square stadium
    station street university`),
  thingsOfPersons: words(`
    airport academy avenue award awards boulevard bridge building center centre college cup expressway foundation highway
    hospital institute library medal memorial museum park prize school square stadium station street theater theatre
    tower trophy tunnel university`),
  beforeLanguages: words('in into speak speaking speaks spoke spoken'),
  calendar: words(`
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec easter christmas`),
  regions: words(`
    downtown eastern former greater mainland metropolitan northeastern northern northwestern occupied post-war
    southeastern southern southwestern western wartime`),
  placeNouns: words(
    'city cities town towns village villages province provinces state states port county region regions district districts municipality oblast',
  ),
  placePrepositions: words(
    'across around at from in inside into near outside throughout to toward towards within',
  ),
  sport: {
    belongings: words(`
      coach coaches goalkeeper goaltender linebacker midfielder pitcher quarterback quarterbacks receiver roster
      shortstop striker winger`),
    degrees: words('assistant athletic divisional football head hockey basketball baseball soccer star'),
    results: words(
      'bench defence defense game lead loss losses offense opener record season touchdown victory win',
    ),
    deeds: words(`
      beat beats clinched defeated finished hasn't hosts lost loses outscored plays rallied routed scored trailed trails
      went won wins`),
    deedsBefore: words(
      'beat beats beating coached coaches defeated edged faces facing led over routed versus vs',
    ),
    topic: words(`
      baseball basketball championship championships coach coached cup football game games halftime hockey league match
      midfielder nba nfl nhl offense pitcher playoff playoffs points quarterback season seasons score scored soccer striker
      team teams title titles tournament touchdown`),
  },
  capitalisesNouns: false,
  stacksNames: true,
};
