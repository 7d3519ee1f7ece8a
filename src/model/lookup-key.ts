/** The form under which names are stored for look-up and under which a query is asked. */

/** Lower-case, without diacritics, apostrophes and hyphens: "Élysée" and "elysee" give the same key. */
export function lookupKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`´.]/g, '')
    .replace(/[\p{Pd}\p{Z}_]+/gu, ' ')
    .trim();
}
