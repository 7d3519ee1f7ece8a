import { type Echo, findEchoes } from './find-echoes.ts';
import { isPartOfLongerName, type Surroundings } from './is-part-of-longer-name.ts';
import { lastIndexBefore } from './last-before.ts';
import type { Reading } from './name-forms.ts';
import type { ReadMention } from './read-mentions.ts';

/** The mentions with those that only the page explains: parts of full names, introduced abbreviations. */
export function withEchoes(read: readonly ReadMention[], surroundings: Surroundings): ReadMention[] {
  const named = read.flatMap(({ mention: { start, end }, readings }) => {
    const [reading] = readings;
    const isSure = reading && readings.length === 1 && !reading.candidate.weak && !reading.needsSupport;
    return isSure && reading.candidate.type === 'name' ? [{ start, end, packed: reading.packed }] : [];
  });
  const spans = read.map(({ mention }) => mention);
  const merged = [...read];
  for (const echo of findEchoes(surroundings.text, named, surroundings)) {
    const index = lastIndexBefore(spans, echo.end);
    const beside = merged[index];
    const isSameSpan = beside?.mention.start === echo.start && beside.mention.end === echo.end;
    if (beside && !isSameSpan && beside.mention.end > echo.start) continue;
    const reading = readEcho(echo, surroundings);
    if (!reading) continue;
    if (!beside || !isSameSpan)
      merged.push({ mention: { ...echo, candidates: [] }, readings: [reading], isStranger: false });
    else {
      // What the page itself introduces is not what others mean by it.
      const isIntroduced = echo.evidence.some(({ type }) => type === 'introduced');
      const others = beside.readings.filter(
        ({ packed }) => !isIntroduced && packed.record.id !== echo.packed.record.id,
      );
      merged[index] = { ...beside, readings: [...others, reading] };
    }
  }
  return merged.sort((a, b) => a.mention.start - b.mention.start);
}

const echoTypes = { given: 'family', abbreviation: 'abbreviation', short: 'name' } as const;

function readEcho({ start, end, packed, type, evidence }: Echo, surroundings: Surroundings): Reading | null {
  const form = {
    kind: packed.record.kind,
    type: echoTypes[type],
    wordCount: 1,
    ownWords: surroundings.ownWordsOf(packed.record),
  };
  const longer = isPartOfLongerName({ start, end }, form, surroundings);
  if (longer === true) return null;
  const { packId, record } = packed;
  const candidate = { packId, id: record.id, type: form.type, weak: type === 'short', language: null };
  return { candidate, packed, base: evidence, needsSupport: longer === 'unclear' };
}
