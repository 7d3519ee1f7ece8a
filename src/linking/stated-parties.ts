/** Whose plan a reference says it is, and what it says the plan is about. */

import type { Link, Mention, Span } from '../model/link.ts';
import type { PackedRecord, PackRecord, RecordId } from '../model/record.ts';
import { nounInAnyLanguage } from './languages/plan-words/all-plan-words.ts';
import { lastIndexBefore } from './last-before.ts';

/** A name beside or inside a reference, with every record that it may mean. */
export interface StatedParty {
  readonly records: readonly PackRecord[];
  /** `proposer`: the plan is said to be theirs; `topic`: it has to do with them. */
  readonly role: 'proposer' | 'topic';
}

interface Page {
  readonly text: string;
  /** In text order. */
  readonly links: readonly Link[];
  /** The mentions inside the reference. */
  readonly mentions: readonly Mention[];
  readonly records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
}

/** Between a party and the plan or the next party: "Norland's 28-point", "the Norlandic 28-point", "Norland-Sudmark". */
const possessive = /^['’]s? ?(?:\p{L}+ )?["“„«]?$/u;
const adjective = /^(?: |-)(?:(?:drafted|proposed|authored|led|made|written) )?["“„«]?$/u;
const chain = /^(?:['’]s)?(?: ?[-\u2010\u2011\u2013] ?| and | und | et | y | i | і | та | и | )$/u;
/** Between a plan and its proposer: "from the United States", "proposed by President Reiner", "der", "від". */
const proposedBy =
  /^,? (?:(?:(?:\p{L}+ )?(?:proposed|drafted|drawn up|written|authored|presented|tabled|put forward|unveiled|proposé|rédigé|présenté|élaboré|vorgeschlagen|propuesto|presentado|запропонован\p{L}+|предложенн\p{L}+|zaproponowan\p{L}+) (?:by|par|von|por|przez)?)|from|of|by|von|der|des|du|de|par|por|del|від|от|od) ?(?:the |le |la |les |los |las |l['’]|d['’])?(?:\p{L}+ ){0,2}$/u;
/** Between who brings out a plan and the plan: "presented his 28-point", "a présenté son", "представив свою". */
const presents =
  /^ (?:(?:has|had|have|have now|then|also|a|ont|avait|hat|haben|ha|han) )?(?:presented|proposed|unveiled|announced|outlined|tabled|published|drafted|drew up|put forward|laid out|présenté|proposé|dévoilé|annoncé|publié|présente|propose|präsentierte|veröffentlichte|verkündete|presentó|presentado|propuso|propuesto|anunció|anunciado|publicó|publicado|запропону[вюєл]\p{L}*|представ(?:ив|ила|или|ил|ляє|ляет|ляють|ляют)|оприлюдни(?:в|ла|ли)|предлож(?:ил|ила|или)|опубликова(?:л|ла|ли)|przedstawi(?:ł|ła|li)|zaproponowa(?:ł|ła|li)|ogłosi(?:ł|ła|li)) (?:(?:his|her|its|their|a|an|the|own|new|son|sa|ses|leur|un|une|sein|seinen|ihren|einen|su|sus|una|свій|свою|своє|свои|свой|свое|swój|swoją|swoje) ){0,2}["“„«]?$/u;
const supports = /^[-\u2010\u2011](?:backed|endorsed|approved|supported|mediated|brokered)/u;
const drafts = /^[-\u2010\u2011](?:drafted|proposed|authored|led|made|written)/u;
/** Before a name inside a reference: whose, and not what about. */
const ofWord = /(?:^|[\s])(?:de|du|des|d['’]|del|von|der|of|od|від|от)[ ]?(?:the |la |le |l['’])?$/iu;
/** Longest text between two names of one phrase. */
const reachBefore = 24;
const reachOfVerb = 48;
const reachAfter = 64;

/** The parties stated inside a reference ("28-point Norlandic plan"), before it ("Norland's") and after it ("by Norland"). */
export function statedParties(reference: Span, page: Page): StatedParty[] {
  const recordsOf = (id: RecordId): PackRecord[] => (page.records.get(id) ?? []).map(({ record }) => record);
  const inside = page.mentions.flatMap((mention): StatedParty[] => {
    const role = roleInside(reference, mention, page.text);
    const records = mention.candidates.flatMap(({ id }) => recordsOf(id)).filter(isParty);
    return role && records.length > 0 ? [{ records, role }] : [];
  });
  const around = [...linksBefore(reference, page), ...linkAfter(reference, page)].flatMap(
    ({ link, role }): StatedParty[] => {
      const records = recordsOf(link.id).filter(isParty);
      return records.length > 0 ? [{ records, role }] : [];
    },
  );
  return [...inside, ...around];
}

const isParty = ({ kind }: PackRecord): boolean => kind !== 'plan' && kind !== 'event';

function roleInside({ start }: Span, mention: Mention, text: string): StatedParty['role'] | null {
  const after = text.slice(mention.end, mention.end + 14);
  if (supports.test(after)) return null;
  if (drafts.test(after)) return 'proposer';
  if (mention.candidates.every(({ type }) => type === 'demonym' || type === 'abbreviation'))
    return 'proposer';
  const before = text.slice(Math.max(start, mention.start - 24), mention.start);
  const lastWord = /(\p{L}+)[ \u00a0]$/u.exec(before)?.[1];
  const isGenitive = lastWord !== undefined && nounInAnyLanguage(lastWord.toLowerCase()) !== null;
  return isGenitive || ofWord.test(before) ? 'proposer' : 'topic';
}

interface Beside {
  readonly link: Link;
  readonly role: StatedParty['role'];
}

function linksBefore({ start }: Span, { text, links }: Page): Beside[] {
  const found: Beside[] = [];
  let from = start;
  for (let index = lastIndexBefore(links, start); index >= 0; index--) {
    const link = links[index];
    if (!link || link.end > from || from - link.end > reachOfVerb) break;
    const gap = text.slice(link.end, from);
    if (found.length === 0 && presents.test(gap)) return [{ link, role: 'proposer' }];
    if (gap.length > reachBefore) break;
    const isAdjective = link.evidence.some(({ type }) => type === 'demonym' || type === 'abbreviation');
    const isPossessive = possessive.test(gap) || (link.kind === 'person' && /^ ["“„«]?$/u.test(gap));
    const isOne =
      found.length > 0
        ? chain.test(gap)
        : isPossessive || ((isAdjective || gap.length > 2) && adjective.test(gap));
    if (!isOne) break;
    found.push({ link, role: 'proposer' });
    from = link.start;
  }
  return found;
}

function linkAfter({ end }: Span, { text, links }: Page): Beside[] {
  const link = links[lastIndexBefore(links, end) + 1];
  if (!link || link.start - end > reachAfter || link.start < end) return [];
  return proposedBy.test(text.slice(end, link.start)) ? [{ link, role: 'proposer' }] : [];
}
