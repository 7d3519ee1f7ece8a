import { lookupKey } from '../model/lookup-key.ts';

/** Words of a name after these are not found on their own, only as part of the name. */
const maxTails = 7;
const maxTailLength = 60;

/** "kaja kallas" and "kallas": what a reader may begin to type to find a name. Empty for a name of signs alone. */
export function nameKeys(text: string): readonly string[] {
  const key = lookupKey(text);
  if (key === '') return [];
  const keys = [key];
  for (let at = key.indexOf(' '); at >= 0 && keys.length <= maxTails; at = key.indexOf(' ', at + 1)) {
    keys.push(key.slice(at + 1, at + 1 + maxTailLength));
  }
  return keys;
}
