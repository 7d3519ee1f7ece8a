import { describe, expect, it } from 'vitest';
import {
  advanceHover,
  type Hover,
  type HoverEffect,
  type HoverEvent,
  nextDeadline,
  type Over,
  restingHover,
} from '../../src/content/hover-intent.ts';

const page: Over = { type: 'page' };
const card: Over = { type: 'card' };
const mark = (index: number): Over => ({ type: 'mark', mark: index });

/** A pointer that hardly moves: one pixel to the right with each hundred milliseconds. */
const rest = (at: number, over: Over, distanceToCard: number | null = null): HoverEvent => ({
  type: 'moved',
  at,
  x: at / 100,
  y: 0,
  over,
  distanceToCard,
});
const race = (at: number, over: Over): HoverEvent => ({
  type: 'moved',
  at,
  x: at * 2,
  y: 0,
  over,
  distanceToCard: null,
});
const wait = (at: number): HoverEvent => ({ type: 'waited', at });
const click = (over: Over, more: { isTouch?: boolean; isOnControl?: boolean } = {}): HoverEvent => ({
  type: 'clicked',
  over,
  isTouch: false,
  isOnControl: false,
  ...more,
});
const closed: HoverEvent = { type: 'closed' };

const prefetch = (index: number): HoverEffect => ({ type: 'prefetch', mark: index });
const hover = (index: number): HoverEffect => ({ type: 'show', mark: index, isPinned: false });
const pin = (index: number): HoverEffect => ({ type: 'show', mark: index, isPinned: true });
const hide: HoverEffect = { type: 'hide' };

const opened = [rest(0, mark(1)), wait(150), wait(450)];
const openedEffects = [prefetch(1), hover(1)];

function play(events: readonly HoverEvent[]): { effects: HoverEffect[]; last: Hover } {
  let last = restingHover;
  const effects: HoverEffect[] = [];
  for (const event of events) {
    const step = advanceHover(last, event);
    last = step.hover;
    effects.push(...step.effects);
  }
  return { effects, last };
}

const table: [
  group: string,
  rows: [name: string, events: HoverEvent[], effects: HoverEffect[], end: Hover['state']['type']][],
][] = [
  [
    'opening',
    [
      ['does nothing on the page', [rest(0, page), wait(1000)], [], 'idle'],
      ['waits before it asks', [rest(0, mark(1)), wait(149)], [], 'intending'],
      ['asks for the card at 150 ms', [rest(0, mark(1)), wait(150)], [prefetch(1)], 'intending'],
      ['asks only once', [rest(0, mark(1)), wait(150), wait(200), wait(449)], [prefetch(1)], 'intending'],
      ['opens at 450 ms', opened, openedEffects, 'hover'],
      ['catches up after a late timer', [rest(0, mark(1)), wait(900)], openedEffects, 'hover'],
      [
        'keeps counting while the pointer strolls on the mark',
        [rest(0, mark(1)), rest(300, mark(1)), wait(450)],
        openedEffects,
        'hover',
      ],
      [
        'forgets a mark that the pointer left',
        [rest(0, mark(1)), wait(150), rest(400, page), wait(900)],
        [prefetch(1)],
        'idle',
      ],
      ['counts anew for another mark', [rest(0, mark(1)), rest(400, mark(2)), wait(549)], [], 'intending'],
      [
        'forgets all when the pointer leaves the window',
        [rest(0, mark(1)), { type: 'left', at: 100 }, wait(900)],
        [],
        'idle',
      ],
    ],
  ],
  [
    'speed',
    [
      [
        'counts from when the pointer slowed down',
        [race(0, mark(1)), race(100, mark(1)), race(400, mark(1)), wait(549)],
        [],
        'intending',
      ],
      [
        'opens once the fast pointer has rested',
        [race(0, mark(1)), race(400, mark(1)), wait(850)],
        openedEffects,
        'hover',
      ],
      [
        'does not judge speed over less than a frame',
        [rest(0, mark(1)), { ...rest(5, mark(1)), x: 6 } as HoverEvent, wait(450)],
        openedEffects,
        'hover',
      ],
    ],
  ],
  [
    'leaving',
    [
      ['stays for 300 ms', [...opened, rest(500, page, 40), wait(799)], openedEffects, 'hover'],
      ['goes after 300 ms', [...opened, rest(500, page, 40), wait(800)], [...openedEffects, hide], 'idle'],
      [
        'does not count the grace anew with each move away',
        [...opened, rest(500, page, 40), rest(700, page, 60), wait(800)],
        [...openedEffects, hide],
        'idle',
      ],
      [
        'stays when the pointer comes back to the mark',
        [...opened, rest(500, page, 40), rest(700, mark(1), 10), wait(2000)],
        openedEffects,
        'hover',
      ],
      [
        'stays while the pointer is in the card',
        [...opened, rest(500, page, 6), rest(550, card, 0), wait(5000)],
        openedEffects,
        'hover',
      ],
      [
        'stays while the pointer is slowly on its way to the card',
        [...opened, rest(500, page, 40), rest(700, page, 30), rest(900, page, 20), wait(1100)],
        openedEffects,
        'hover',
      ],
      [
        'does not change to a mark crossed on the way to the card',
        [
          ...opened,
          rest(500, page, 40),
          rest(700, mark(2), 30),
          rest(900, mark(2), 20),
          rest(1100, card, 0),
          wait(2000),
        ],
        openedEffects,
        'hover',
      ],
      [
        'changes to another mark that the pointer rests on',
        [...opened, rest(500, mark(2), 40), wait(650), wait(800), wait(950)],
        [...openedEffects, prefetch(2), hide, hover(2)],
        'hover',
      ],
      [
        'goes when the pointer leaves the window',
        [...opened, { type: 'left', at: 500 }, wait(800)],
        [...openedEffects, hide],
        'idle',
      ],
    ],
  ],
  [
    'closing by the reader',
    [
      ['closes at once', [...opened, closed], [...openedEffects, hide], 'idle'],
      [
        'stays closed while the pointer stays on the mark',
        [...opened, closed, rest(600, mark(1)), wait(3000)],
        [...openedEffects, hide],
        'idle',
      ],
      [
        'may open again after the pointer left the mark',
        [...opened, closed, rest(600, page), rest(700, mark(1)), wait(1150)],
        [...openedEffects, hide, ...openedEffects],
        'hover',
      ],
      [
        'may open another mark at once',
        [...opened, closed, rest(600, mark(2)), wait(1050)],
        [...openedEffects, hide, prefetch(2), hover(2)],
        'hover',
      ],
      ['does nothing when nothing is open', [closed], [], 'idle'],
    ],
  ],
  [
    'clicks',
    [
      ['pins by a click into the card', [...opened, click(card)], [...openedEffects, pin(1)], 'pinned'],
      ['pins by the card’s pin', [...opened, { type: 'pinned' }], [...openedEffects, pin(1)], 'pinned'],
      [
        'pins by a click on the mark whose card is open',
        [...opened, click(mark(1))],
        [...openedEffects, pin(1)],
        'pinned',
      ],
      [
        'leaves a click on a link of the page to the page',
        [...opened, click(mark(1), { isOnControl: true })],
        [...openedEffects, hide],
        'idle',
      ],
      ['opens nothing by a click alone', [click(mark(1)), wait(3000)], [], 'idle'],
      [
        'does not open under a pointer that clicked instead',
        [rest(0, mark(1)), click(mark(1)), rest(200, mark(1)), wait(3000)],
        [],
        'idle',
      ],
      [
        'keeps a pinned card while the pointer wanders',
        [...opened, click(card), rest(900, page), rest(1000, mark(2)), wait(9000)],
        [...openedEffects, pin(1)],
        'pinned',
      ],
      [
        'keeps a pinned card on a click into it or on its mark',
        [...opened, click(card), click(card), click(mark(1))],
        [...openedEffects, pin(1)],
        'pinned',
      ],
      [
        'closes a pinned card by a click on the page',
        [...opened, click(card), click(page)],
        [...openedEffects, pin(1), hide],
        'idle',
      ],
    ],
  ],
  [
    'touch and keyboard',
    [
      ['opens pinned by a tap', [click(mark(1), { isTouch: true })], [pin(1)], 'pinned'],
      [
        'moves to the mark that is tapped next',
        [click(mark(1), { isTouch: true }), click(mark(2), { isTouch: true })],
        [pin(1), pin(2)],
        'pinned',
      ],
      [
        'leaves a tap on a link of the page to the page',
        [click(mark(1), { isTouch: true, isOnControl: true })],
        [],
        'idle',
      ],
      [
        'closes by a tap beside it',
        [click(mark(1), { isTouch: true }), click(page, { isTouch: true })],
        [pin(1), hide],
        'idle',
      ],
      ['opens pinned by the keyboard', [{ type: 'opened', mark: 3 }], [pin(3)], 'pinned'],
      [
        'closes when its mark vanishes',
        [
          { type: 'opened', mark: 3 },
          { type: 'vanished', mark: 3 },
        ],
        [pin(3), hide],
        'idle',
      ],
      [
        'stays when another mark vanishes',
        [
          { type: 'opened', mark: 3 },
          { type: 'vanished', mark: 4 },
        ],
        [pin(3)],
        'pinned',
      ],
    ],
  ],
];

describe.each(table)('hover intent: %s', (_, rows) => {
  it.each(rows)('%s', (_name, events, effects, end) => {
    const played = play(events);
    expect(played.effects).toEqual(effects);
    expect(played.last.state.type).toBe(end);
  });
});

describe('the next deadline', () => {
  it.each<[string, HoverEvent[], number | null]>([
    ['none at rest', [rest(0, page)], null],
    ['asking, then opening', [rest(0, mark(1))], 150],
    ['opening, once asked', [rest(0, mark(1)), wait(150)], 450],
    ['none while the card is open under the pointer', opened, null],
    ['hiding, once left', [...opened, rest(500, page, 9)], 800],
    ['the earlier of hiding and asking for the next', [...opened, rest(500, mark(2), 9)], 650],
    ['none when pinned', [{ type: 'opened', mark: 1 }], null],
  ])('is %s', (_, events, deadline) => {
    expect(nextDeadline(play(events).last)).toBe(deadline);
  });
});
