import { expect, test } from 'vitest';
import { compileNames } from '../../src/engine/compile-names.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { childNode, nameAt, startNode } from '../../src/engine/name-trie.ts';
import { runSteps } from '../../src/engine/run-steps.ts';
import { findTokenOf } from '../../src/engine/vocabulary.ts';

const names = ['Kyiv', 'Kyiv Oblast', 'Bila Tserkva', 'Paris, Texas', 'Paris Texas', 'Żółć', '北京市'];
const { vocabulary, trie } = openEngine(
  runSteps(compileNames(names.map((text, record) => ({ text, record, class: 0, exact: -1 })))),
);

/** Words as folded, a comma before a word that follows one; whether a name ends there. */
test.each([
  [['kyiv'], true],
  [['kyiv', 'oblast'], true],
  [['bila'], false],
  [['bila', 'tserkva'], true],
  [['bila', 'oblast'], null],
  [['oblast'], null],
  [['paris'], false],
  [['paris', 'texas'], true],
  [['paris', ',texas'], true],
  [['kyiv', ',oblast'], null],
  [['zolc'], true],
  [['北', '京', '市'], true],
  [['unknown'], null],
])('the trie is walked word by word: %j', (words, isName) => {
  let node = -1;
  words.forEach((word, i) => {
    const token = findTokenOf(vocabulary, word.replace(',', ''));
    if (i === 0) node = token < 0 ? -1 : startNode(trie, token);
    else if (node >= 0) node = token < 0 ? -1 : childNode(trie, node, token, word.startsWith(','));
  });
  expect(node < 0 ? null : nameAt(trie, node) >= 0).toBe(isName);
});

test('every word is found behind one that has thousands behind it, and no other word is', () => {
  const count = 5_000;
  const engine = openEngine(
    runSteps(
      compileNames(
        Array.from({ length: count * 2 }, (_, i) => ({
          // Words with odd numbers are names alone, so that they are tokens too.
          text: i % 2 === 0 ? `San w${i}` : `w${i}`,
          record: i,
          class: 0,
          exact: -1,
        })),
      ),
    ),
  );
  const san = startNode(engine.trie, findTokenOf(engine.vocabulary, 'san'));
  const wrong = Array.from({ length: count * 2 }, (_, i) => {
    const node = childNode(engine.trie, san, findTokenOf(engine.vocabulary, `w${i}`), false);
    return node >= 0 === (i % 2 === 0) ? [] : [i];
  });
  expect(wrong.flat()).toEqual([]);
});
