import { describe, expect, it } from 'vitest';
import { deleteLineOf, parsePatchLine, putLineOf } from '../../src/model/patch.ts';
import { makeRecord } from '../support/make-record.ts';

const record = makeRecord('wd:Q1', 'place', ['One']);
const json = JSON.stringify(record);

describe('parsePatchLine', () => {
  it('reads what puts and what deletes a record, as it is written', () => {
    expect(parsePatchLine(putLineOf(json))).toEqual({ type: 'put', id: 'wd:Q1', record, line: json });
    expect(parsePatchLine(deleteLineOf('wd:Q1'))).toEqual({ type: 'delete', id: 'wd:Q1' });
  });

  const wrong: readonly (readonly [name: string, line: string, says: RegExp])[] = [
    ['an empty line', '', /is not JSON/],
    ['half a line', putLineOf(json).slice(0, -5), /is not JSON/],
    ['a bare record', json, /neither puts a record nor deletes one/],
    ['an unknown operation', '{"move":"wd:Q1"}', /neither puts a record nor deletes one/],
    [
      'a put with a second field',
      `{"put":${json},"delete":"wd:Q1"}`,
      /neither puts a record nor deletes one/,
    ],
    ['two records', `{"put":${json},"put":${json}}`, /is not JSON/],
    ['a put of no record', '{"put":{"id":"wd:Q1"}}', /record wd:Q1: kind/],
    ['a record of an unknown kind', putLineOf(json.replace('place', 'rumour')), /record wd:Q1: kind/],
    ['a delete of what is no id', '{"delete":"../x"}', /neither puts a record nor deletes one/],
    ['a put with spaces, whose line would not be that of a bucket', `{ "put": ${json} }`, /neither puts/],
    ['null', 'null', /neither puts a record nor deletes one/],
  ];
  it.each(wrong)('refuses %s', (_name, line, says) => {
    expect(() => parsePatchLine(line)).toThrow(says);
    expect(() => parsePatchLine(line)).toThrow(expect.objectContaining({ name: 'PatchLineError' }));
  });
});
