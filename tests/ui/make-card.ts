import type { Card } from '../../src/model/card.ts';

/** A plan's card with everything that a card can hold; a test changes what it is about. */
export function makeCard(change: Partial<Card> = {}): Card {
  return {
    packId: 'northland-talks',
    id: 'newsgloss:twelve-points',
    kind: 'plan',
    label: '12-point plan',
    asOf: '2029-05-04',
    roles: [{ text: 'Under discussion', dates: 'since 2 May 2029', citations: [1] }],
    notKnown: null,
    holders: [],
    description: 'The text that the mediators sent to both sides.',
    details: [{ heading: 'Points', text: '12', dates: '', citations: [2] }],
    lineage: [
      {
        id: 'newsgloss:three-principles',
        kind: 'plan',
        label: 'Three principles',
        date: '2029-03',
        isCurrent: false,
        isLater: false,
      },
      {
        id: 'newsgloss:twelve-points',
        kind: 'plan',
        label: '12-point plan',
        date: '2029-05-02',
        isCurrent: true,
        isLater: false,
      },
      {
        id: 'newsgloss:agreement',
        kind: 'plan',
        label: 'Harbour agreement',
        date: null,
        isCurrent: false,
        isLater: true,
      },
    ],
    openPoints: [{ text: 'Who pays', dates: 'as reported 3 May 2029', citations: [1, 2] }],
    sinceThen: [{ text: 'Signed as the Harbour agreement', dates: '19 June 2029', citations: [2] }],
    citations: [
      {
        publisher: 'Radio Northland',
        title: 'Plan handed over',
        url: 'https://example.org/plan',
        published: '2029-05-02',
      },
      { publisher: 'The Harbour Post', title: 'What is in it', published: '2029-05' },
    ],
    packTitle: 'Northland talks',
    ...change,
  };
}
