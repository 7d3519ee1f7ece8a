import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyDesk } from '../../src/pack-tools/publish/key-desk.ts';
import { createKeyFolder, listKeyFiles } from '../../src/pack-tools/publish/key-folder.ts';
import { choosePassphrase, type PassphraseSource } from '../../src/pack-tools/publish/passphrases.ts';
import { isSignedBy, parseSignedFile } from '../../src/pack-tools/publish/signed-file.ts';
import { decryptKey, LockedKeyError } from '../../src/pack-tools/publish/signing-key.ts';
import { temporaryFolder } from '../pack-tools/pack-folder.ts';
import { start } from './publisher.ts';

const chosen = async () => ({ root: 'root passphrase', online: 'online passphrase' });

async function newKeys(): Promise<string> {
  const folder = join(await temporaryFolder(), 'keys');
  await createKeyFolder(folder, { now: start, passphrases: chosen });
  return folder;
}

/** Somebody who gives these answers, one after the other. */
function typing(...answers: string[]): PassphraseSource & { asked: string[] } {
  const asked: string[] = [];
  const askSecret = (question: string) => {
    asked.push(question);
    return Promise.resolve(answers.shift() ?? null);
  };
  return { env: {}, asked, askSecret };
}

describe('a new folder of keys', () => {
  test('has a key file a key, root keys apart, and the root that names them all, signed by all root keys', async () => {
    const folder = await newKeys();
    const files = await listKeyFiles(folder);
    expect(files.map(({ role, path }) => [role, path.includes('/offline/')])).toEqual([
      ['root', true],
      ['root', true],
      ['root', true],
      ['snapshot', false],
      ['targets', false],
      ['timestamp', false],
    ]);
    const root = parseSignedFile('root', await readFile(join(folder, '1.root.json')), '1.root.json');
    const { roles, consistentSnapshot, expires } = root.metadata.signed;
    const named = Object.entries(roles).flatMap(([role, { keyIDs }]) => keyIDs.map((id) => `${role} ${id}`));
    expect(named.sort()).toEqual(files.map(({ role, id }) => `${role} ${id}`).sort());
    expect([roles.root?.threshold, consistentSnapshot, expires]).toEqual([2, true, '2027-03-01T12:00:00Z']);
    expect(isSignedBy(root, root)).toBe(true);
    expect(Object.keys(root.metadata.signatures)).toHaveLength(3);
  });

  test('can be read by its owner alone, and holds no key that is not encrypted', async () => {
    const folder = await newKeys();
    for (const { path } of await listKeyFiles(folder)) {
      expect((await stat(path)).mode & 0o077).toBe(0);
      const text = await readFile(path, 'utf8');
      expect(text.match(/BEGIN [A-Z ]+/g)).toEqual(['BEGIN ENCRYPTED PRIVATE KEY']);
    }
  });

  test('is never made where there are keys or other files', async () => {
    const folder = await newKeys();
    await expect(createKeyFolder(folder, { now: start, passphrases: chosen })).rejects.toThrow(
      /has keys already\. To replace some of them, use rotate/,
    );
    const other = await temporaryFolder({ 'notes.txt': '' });
    await expect(createKeyFolder(other, { now: start, passphrases: chosen })).rejects.toThrow(
      /holds other files, such as notes\.txt/,
    );
    expect(await readdir(other)).toEqual(['notes.txt']);
  });

  test('leaves nothing when its maker breaks off at the passphrase', async () => {
    const parent = await temporaryFolder();
    const broken = createKeyFolder(join(parent, 'keys'), {
      now: start,
      passphrases: () => Promise.reject(new Error('Ctrl+C')),
    });
    await expect(broken).rejects.toThrow('Ctrl+C');
    expect(await readdir(parent)).toEqual([]);
  });
});

describe('a key file', () => {
  test('opens with its passphrase alone, and not when it holds another key than it says', async () => {
    const [file, other] = await listKeyFiles(await newKeys());
    const text = await readFile(file?.path ?? '', 'utf8');
    expect(decryptKey(text, 'root passphrase').id).toBe(file?.id);
    expect(() => decryptKey(text, 'Root passphrase')).toThrow(LockedKeyError);
    const swapped = text.replace(file?.id ?? '', other?.id ?? '');
    expect(() => decryptKey(swapped, 'root passphrase')).toThrow(
      /does not hold the key that its first lines/,
    );
  });

  test('is PKCS #8 in PEM, which OpenSSL reads as it is', async ({ skip }) => {
    const [file] = await listKeyFiles(await newKeys());
    const openssl = spawnSync(
      'openssl',
      ['pkey', '-in', file?.path ?? '', '-passin', 'pass:root passphrase', '-text_pub', '-noout'],
      {
        encoding: 'utf8',
      },
    );
    if (openssl.error) skip('there is no openssl here');
    expect(openssl.stdout).toMatch(/^ED25519 Public-Key:/);
  });
});

describe('a passphrase', () => {
  test('is asked for once for keys that were made together, and in the environment not at all', async () => {
    const folder = await newKeys();
    const person = typing('wrong', 'online passphrase');
    const desk = await openKeyDesk(folder, { passphrases: person, site: '/elsewhere' });
    const online = desk.files.filter(({ role }) => role !== 'root');
    for (const file of [...online, ...online]) await desk.open(file);
    expect(person.asked).toEqual([
      expect.stringMatching(/^Passphrase of .*snapshot-[0-9a-f]{8}\.pem: $/),
      expect.stringMatching(/^That does not open it\. Passphrase of .*snapshot-/),
    ]);
    const nobody = { ...typing(), env: { NEWSGLOSS_PASSPHRASE: 'online passphrase' } };
    const again = await openKeyDesk(folder, { passphrases: nobody, site: '/elsewhere' });
    for (const file of online) await again.open(file);
    expect(nobody.asked).toEqual([]);
  });

  test.each<[string, PassphraseSource, RegExp]>([
    [
      'three times wrong',
      typing('a', 'b', 'c', 'online passphrase'),
      /No passphrase that you typed opens .*Nothing was signed/,
    ],
    [
      'not there without a terminal',
      typing(),
      /no terminal to ask .* Set it in the environment as NEWSGLOSS_PASSPHRASE/,
    ],
    [
      'wrong in the environment',
      { ...typing(), env: { NEWSGLOSS_PASSPHRASE: 'x' } },
      /in NEWSGLOSS_PASSPHRASE does not open/,
    ],
  ])('that is %s is an error that says what to do', async (_, passphrases, message) => {
    const desk = await openKeyDesk(await newKeys(), { passphrases, site: '/elsewhere' });
    const file = desk.files.find(({ role }) => role === 'timestamp');
    if (!file) throw new Error('There is no timestamp key.');
    await expect(desk.open(file)).rejects.toThrow(message);
  });

  test.each<[string, PassphraseSource, RegExp]>([
    ['too short', typing('short'), /at least 12 characters/],
    ['mistyped', typing('a long passphrase', 'a lone passphrase'), /differ\. Nothing was written/],
    ['not given', typing(), /Set it in the environment as NEWSGLOSS_ROOT_PASSPHRASE/],
  ])('is not taken for new keys when it is %s', async (_, passphrases, message) => {
    await expect(choosePassphrase('root', passphrases)).rejects.toThrow(message);
  });

  test('is taken for new keys when it was typed twice', async () => {
    const person = typing('a long passphrase', 'a long passphrase');
    expect(await choosePassphrase('root', person)).toBe('a long passphrase');
  });
});

test.each([
  ['in it', 'keys', 'keys/site', /lies among the keys/],
  ['around it', 'site/keys', 'site', /would be published with .*Move them out of it/],
  ['it', 'both', 'both', /would be published/],
])('keys are not used for a site that is %s', async (_, keys, site, message) => {
  const parent = await temporaryFolder();
  const folder = join(parent, keys);
  await createKeyFolder(folder, { now: start, passphrases: chosen });
  const desk = openKeyDesk(folder, { passphrases: typing(), site: join(parent, site) });
  await expect(desk).rejects.toThrow(message);
});

test('key files are known by what they say, whatever they are called, and other files are left alone', async () => {
  const folder = await newKeys();
  const [first] = (await listKeyFiles(folder)).filter(({ role }) => role === 'timestamp');
  const bare = await temporaryFolder({ 'other.pem': '-----BEGIN CERTIFICATE-----\n' });
  await writeFile(join(bare, 'secret.pem'), await readFile(first?.path ?? ''));
  expect(await listKeyFiles(bare)).toEqual([{ ...first, path: join(bare, 'secret.pem') }]);
});
