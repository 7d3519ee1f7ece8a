/**
 * A pattern for the beginnings of all words at which one of some expressions can match: "pre" for "premier|pres.*". It may
 * be looser than they are, never stricter. Of their syntax it knows what grammars are written in: letters, `(?:…)`, `|`, `?`.
 */
export function wordStarts(sources: readonly string[]): RegExp {
  const starts = new Set(sources.flatMap(alternatives).flatMap(startsOf));
  return new RegExp(`^(?:${[...starts].join('|')})`, 'iu');
}

/** What every match of one alternative begins with: letters up to the first that may vary, or those of a leading group. */
function startsOf(source: string): string[] {
  if (source.startsWith('(?:')) {
    const end = closingOf(source);
    const inner = alternatives(source.slice(3, end)).flatMap(startsOf);
    return source[end + 1] === '?' ? [...inner, ...startsOf(source.slice(end + 2))] : inner;
  }
  const letters = /^\p{L}*/u.exec(source)?.[0] ?? '';
  return [/^[?*{]/.test(source.slice(letters.length)) ? letters.slice(0, -1) : letters];
}

/** The parts of an expression between the bars outside its groups. */
function alternatives(source: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === '|' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + character);
  }
  return found;
}

function closingOf(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '(') depth++;
    if (source[at] === ')' && --depth === 0) return at;
  }
  return source.length;
}
