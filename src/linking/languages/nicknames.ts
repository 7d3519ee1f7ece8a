/** Everyday forms of English given names; in lower case, the full name first. */
const families = `
  abraham abe|albert al bert|alexander alex sandy|alfred alf fred|andrew andy drew|anthony tony|arthur art|barbara barb
  benjamin ben benny|bernard bernie|catherine cathy kate|charles charlie chuck|christine chris|christopher chris kit
  daniel dan danny|david dave|deborah debbie|dominic dom|donald don donnie|dorothy dot|douglas doug|edward ed eddie ted
  elizabeth beth betsy betty liz|eugene gene|frances fran|francis frank|franklin frank|frederick fred freddie|gerald gerry jerry
  gregory greg|harold hal harry|henry hank harry|jacob jake|james jim jimmy|jeffrey jeff|jennifer jen jenny|jeremy jerry
  john jack johnny|jonathan jon|joseph joe joey|joshua josh|judith judy|katherine kate kathy|kenneth ken kenny|lawrence larry
  leonard len lenny|leslie les|louis lou|margaret maggie meg peggy|martin marty|matthew matt|michael mick mike mickey
  mitchell mitch|nancy nan|nathaniel nat nate|nicholas nick|pamela pam|patricia pat patty|patrick paddy pat|peter pete
  philip phil|raymond ray|rebecca becky|richard dick rich rick|robert bob bobby rob robbie|ronald ron ronnie|russell russ
  samuel sam|stephen steve|steven steve|stuart stu|susan sue|terrence terry|theodore ted theo|theresa terry|thomas tom tommy
  timothy tim|victor vic|victoria vicky|vincent vince|walter walt|william bill billy will`
  .trim()
  .split(/\||\n/)
  .map((family) => family.trim().split(/\s+/));

const fullNames = new Map<string, string[]>();
const nicknames = new Map<string, readonly string[]>();
for (const [full = '', ...short] of families) {
  nicknames.set(full, [...(nicknames.get(full) ?? []), ...short]);
  for (const nickname of short) fullNames.set(nickname, [...(fullNames.get(nickname) ?? []), full]);
}

/** Says whether a given name is another form of one of these, all in lower case: "bob" of "robert", "charles" of "chuck". */
export function isFormOf(given: string, names: ReadonlySet<string>): boolean {
  if (fullNames.get(given)?.some((full) => names.has(full))) return true;
  return nicknames.get(given)?.some((short) => names.has(short)) ?? false;
}
