import type { RawBlock } from './block-builder.ts';

/** Han, kana, Hangul and Thai say more with each character than an alphabet does. */
const denseScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
const denseWeight = 2;

/** Punctuation of sentences, in any script. */
const sentenceMark = /[.!?…,;:。！？、，।؟،؛।։፡]/;
const sentenceEnd = /[.!?…。！？।؟։።]["'’”»«“)\]]*$/;

/** A sentence is at least this long, in letters of an alphabet. */
const minProseLength = 40;
const minLooseLength = 25;
const sureLooseLength = 80;

/** How much running text a block holds, in letters of an alphabet; 0 when it does not read like sentences. */
export function proseOf(block: RawBlock): number {
  if (block.kind !== 'text' && block.kind !== 'loose') return 0;
  const length = weigh(block.text);
  if (length < minProseLength || !sentenceMark.test(block.text)) return 0;
  return Math.max(0, length * (1 - (1.2 * block.asideLength) / block.text.length));
}

/** Says whether text that no tag vouches for reads like a sentence. */
export function isSentence(block: RawBlock): boolean {
  const length = weigh(block.text);
  return length >= sureLooseLength || (length >= minLooseLength && sentenceEnd.test(block.text));
}

/** Says whether a text ends as sentences do and headlines do not. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text);

function weigh(text: string): number {
  // Most pages have none of these scripts, and a test is cheaper than counting.
  const dense = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)
    ? (text.match(denseScript)?.length ?? 0)
    : 0;
  return text.length + dense * denseWeight;
}
