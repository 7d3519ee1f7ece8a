import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src/model/settings.ts';
import type { SourceSignature, SourceTrust, Status } from '../../src/model/status.ts';
import { formatTime } from '../../src/options/format-time.ts';
import { OptionsApp } from '../../src/options/options-app.tsx';
import type { OptionsServices } from '../../src/options/options-services.ts';

afterEach(cleanup);

const status: Status = {
  engine: { type: 'ready', byteLength: 1 },
  sources: [
    {
      id: 'bundled',
      url: 'packs/',
      isBundled: true,
      trust: { type: 'own' },
      lastSuccessAt: 0,
      state: { type: 'idle' },
    },
    {
      id: 'https://packs.example.org/',
      url: 'https://packs.example.org/',
      isBundled: false,
      trust: { type: 'unknown' },
      lastSuccessAt: null,
      state: { type: 'failed', message: 'The server did not answer.', failedAt: 0 },
    },
  ],
  held: [],
  packs: [
    {
      id: 'northland-talks',
      sourceId: 'bundled',
      sequence: 4,
      generation: 1,
      title: 'Northland talks',
      publisher: 'Newsgloss',
      licence: 'CC0-1.0',
      recordCount: 1212,
      manifestSha256: '',
      installedAt: 0,
    },
  ],
};

function setUp(change: Partial<OptionsServices> = {}) {
  const services: OptionsServices = {
    getStatus: vi.fn(async () => status),
    getSettings: vi.fn(async () => ({ ...defaultSettings, disabledSites: ['www.example.com'] })),
    changeSettings: vi.fn(async (part) => ({ ...defaultSettings, ...part })),
    setSiteEnabled: vi.fn(async () => null),
    addSource: vi.fn(async () => status),
    removeSource: vi.fn(async () => ({ ...status, sources: status.sources.slice(0, 1) })),
    syncNow: vi.fn(async () => status),
    acceptHeld: vi.fn(async () => status),
    refuseHeld: vi.fn(async () => status),
    rollBackPack: vi.fn(async () => status),
    countChoices: vi.fn(async () => 0),
    forgetChoices: vi.fn(async () => null),
    getGrantedOrigins: vi.fn(async () => ['*://*.example.org/*']),
    hasAccess: vi.fn(async () => false),
    requestOrigins: vi.fn(async () => true),
    revokeOrigin: vi.fn(async () => true),
    onAccessChange: vi.fn(() => () => {}),
    ...change,
  };
  render(<OptionsApp services={services} />);
  return services;
}

const submit = (label: string, value: string) => {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.input(field, { target: { value } });
  if (field.form) fireEvent.submit(field.form);
  return field;
};

describe('settings', () => {
  it('are saved as they are chosen', async () => {
    const services = setUp();
    fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    await screen.findByText('Saved');
    expect(vi.mocked(services.changeSettings).mock.calls).toEqual([[{ theme: 'dark' }]]);
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  });

  it('show again what is stored when saving fails', async () => {
    setUp({
      changeSettings: async () => {
        throw new Error('No room left.');
      },
    });
    fireEvent.click(await screen.findByRole('radio', { name: 'Background tint' }));
    await screen.findByText('Not saved: No room left.');
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Underline' }).checked).toBe(true),
    );
  });

  it('leave out a kind that is unticked', async () => {
    const services = setUp();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Places' }));
    expect(vi.mocked(services.changeSettings).mock.calls).toEqual([
      [{ kinds: ['plan', 'person', 'organisation', 'event'] }],
    ]);
    await screen.findByText('Saved');
  });

  it('follow the browser’s language until one is chosen', async () => {
    const services = setUp();
    const choice = await screen.findByLabelText<HTMLSelectElement>('Language of cards');
    expect(choice.value).toBe('');
    fireEvent.change(choice, { target: { value: 'uk' } });
    expect(vi.mocked(services.changeSettings).mock.calls).toEqual([[{ language: 'uk' }]]);
    await screen.findByText('Saved');
  });
});

describe('sites', () => {
  it('are asked for within the click itself', async () => {
    const services = setUp();
    await screen.findByText('example.org and its subdomains');
    submit('Sites to allow', 'news.example.net');
    expect(vi.mocked(services.requestOrigins).mock.calls).toEqual([[['*://*.news.example.net/*']]]);
    await screen.findByText('Access given.');
  });

  it('are refused next to the field when they are no sites', async () => {
    const services = setUp();
    await screen.findByText('example.org and its subdomains');
    const field = submit('Sites to allow', 'nodots');
    await screen.findByText('“nodots” is not the address of a site.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(services.requestOrigins).not.toHaveBeenCalled();
  });

  it('can be withdrawn one by one, and allowed all at once', async () => {
    const services = setUp();
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw example.org and its subdomains' }));
    await screen.findByText('Access to example.org and its subdomains was withdrawn.');
    fireEvent.click(screen.getByRole('button', { name: 'Allow all sites' }));
    expect(vi.mocked(services.revokeOrigin).mock.calls).toEqual([['*://*.example.org/*']]);
    expect(vi.mocked(services.requestOrigins).mock.calls).toEqual([[['*://*/*']]]);
    await screen.findByText('Access given.');
  });

  it('that were switched off can be marked again', async () => {
    const services = setUp();
    fireEvent.click(await screen.findByRole('button', { name: 'Mark www.example.com again' }));
    await screen.findByText('www.example.com is marked again.');
    expect(vi.mocked(services.setSiteEnabled).mock.calls).toEqual([['www.example.com', true]]);
  });
});

describe('sources', () => {
  it('say how they are doing', async () => {
    setUp();
    const list = within(await screen.findByRole('list', { name: 'Sources' }));
    const [bundled, added] = list.getAllByRole('listitem');
    expect(bundled?.textContent).toMatch(/^Bundled with NewsglossLast synced 1 January 1970 at/);
    expect(added?.textContent).toMatch(/The server did not answer\. \(1 January 1970 at .*\)Not synced yet/);
    expect(list.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Remove https://packs.example.org/',
    ]);
  });

  it('are added only after access to their address was asked for within the click', async () => {
    const order: string[] = [];
    const services = setUp({
      requestOrigins: vi.fn(async ([origin]) => order.push(`ask ${origin}`) > 0),
      addSource: vi.fn(async (url) => {
        order.push(`add ${url}`);
        return status;
      }),
    });
    await screen.findByLabelText('Add a source');
    submit('Add a source', 'packs.example.net');
    expect(order).toEqual(['ask https://packs.example.net/*']);
    await screen.findByText('https://packs.example.net/ was added.');
    expect(order).toEqual(['ask https://packs.example.net/*', 'add https://packs.example.net/']);
    expect(services.requestOrigins).toHaveBeenCalledOnce();
  });

  it.each([
    ['the address is wrong', 'nodots', {}, 'This is not a web address.'],
    [
      'access is refused',
      'packs.example.net',
      { requestOrigins: async () => false },
      'Without access to this address its packs cannot be fetched.',
    ],
    [
      'there is no source',
      'packs.example.net',
      {
        addSource: async () => {
          throw new Error('There is no source at this address.');
        },
      },
      'There is no source at this address.',
    ],
  ])('are refused next to the field when %s', async (_when, text, change, message) => {
    setUp(change);
    await screen.findByLabelText('Add a source');
    const field = submit('Add a source', text);
    await screen.findByText(message);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const [, description] = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    expect(description?.textContent).toBe(message);
  });

  it.each([
    ['is given back', false, [['https://packs.example.net/*']]],
    ['stays when the reader had given it before', true, []],
  ])('leave no access behind when adding fails: it %s', async (_what, hadAccess, revoked) => {
    const services = setUp({
      hasAccess: async () => hadAccess,
      addSource: async () => {
        throw new Error('There is no source at this address.');
      },
    });
    await screen.findByLabelText('Add a source');
    submit('Add a source', 'packs.example.net');
    await screen.findByText('There is no source at this address.');
    expect(vi.mocked(services.revokeOrigin).mock.calls).toEqual(revoked);
  });

  it('are not called wrong any more once the reader types on', async () => {
    setUp();
    await screen.findByLabelText('Add a source');
    const field = submit('Add a source', 'nodots');
    await screen.findByText('This is not a web address.');
    fireEvent.input(field, { target: { value: 'nodots.example' } });
    await waitFor(() => expect(screen.queryByText('This is not a web address.')).toBeNull());
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it('are removed, and synced on request', async () => {
    const services = setUp();
    fireEvent.click(await screen.findByRole('button', { name: 'Sync now' }));
    await screen.findByText('1 of 2 could not be reached.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove https://packs.example.org/' }));
    await screen.findByText('The source and its packs were removed.');
    await waitFor(() => expect(screen.queryByText('https://packs.example.org/')).toBeNull());
    expect(vi.mocked(services.syncNow).mock.calls).toEqual([[null]]);
  });
});

describe('what vouches for a source', () => {
  const now = Date.now();
  const signed = (change: Partial<SourceSignature> = {}): SourceTrust => ({
    type: 'signed',
    rootSha256: '0a'.repeat(32),
    signedBy: ['1b'.repeat(32)],
    refreshedAt: now - 60_000,
    expiresAt: now + 60_000,
    restored: null,
    ...change,
  });
  const textFor = async (trust: SourceTrust): Promise<string> => {
    const [bundled, added] = status.sources;
    if (!bundled || !added) throw new Error('There are two sources.');
    const sources = [bundled, { ...added, state: { type: 'idle' } as const, trust }];
    setUp({ getStatus: async () => ({ ...status, sources }) });
    const list = within(await screen.findByRole('list', { name: 'Sources' }));
    return list.getAllByRole('listitem')[1]?.textContent ?? '';
  };

  it('is the fingerprint of its root, the keys that signed, when they were checked and until when they are good', async () => {
    expect(await textFor(signed())).toBe(
      `https://packs.example.org/Not synced yetSigned, good until ${formatTime(now + 60_000)}` +
        `Fingerprint of the rootsha256:${'0a'.repeat(32)}Signed by the key${'1b'.repeat(32)}` +
        `Signatures last checked${formatTime(now - 60_000)}` +
        'Compare the fingerprint with the one that the publisher gives in a place that you trust. Only packs signed by keys ' +
        'that lead back to it are used.Remove',
    );
    expect(screen.getByText(/^Signed, good/).classList).not.toContain('alarm');
  });

  it('is marked where the signatures have run out', async () => {
    expect(await textFor(signed({ expiresAt: now - 1_000 }))).toContain(
      `Signed, but not since ${formatTime(now - 1_000)}`,
    );
    expect(screen.getByText(/^Signed, but/).classList).toContain('alarm');
  });

  it.each([
    [
      'copy',
      'the database had lost some of what Newsgloss remembers of this source. It was restored from the copy',
    ],
    [
      'database',
      'the copy beside the database had lost what Newsgloss remembers of this source. It was restored',
    ],
  ] as const)('says what was lost and restored from the %s', async (from, text) => {
    const restoredAt = now - 3_600_000;
    expect(await textFor(signed({ restored: { from, restoredAt } }))).toContain(
      `On ${formatTime(restoredAt)} ${text}`,
    );
  });

  it('is nothing for packs on this computer, and not spoken of before the first sync', async () => {
    expect(await textFor({ type: 'unsigned' })).toContain(
      'Not signed. Only this computer may give such packs',
    );
    cleanup();
    expect(await textFor({ type: 'unknown' })).toBe('https://packs.example.org/Not synced yetRemove');
  });
});

it('a source may be added by an address with the fingerprint of its root', async () => {
  const services = setUp();
  await screen.findByLabelText('Add a source');
  submit('Add a source', `packs.example.net/#root=sha256:${'0a'.repeat(32)}`);
  await screen.findByText('https://packs.example.net/ was added.');
  expect(vi.mocked(services.addSource).mock.calls).toEqual([
    [`https://packs.example.net/#root=sha256:${'0a'.repeat(32)}`],
  ]);
  expect(vi.mocked(services.requestOrigins).mock.calls).toEqual([[['https://packs.example.net/*']]]);
});

it('packs say whose they are, under which terms, which version and how large', async () => {
  setUp();
  const list = within(await screen.findByRole('list', { name: 'Installed packs' }));
  expect(list.getByRole('listitem').textContent).toMatch(
    /^Northland talksNewsgloss · CC0-1\.0 · version 4 · 1,212 recordsInstalled 1 January 1970 at/,
  );
});

const withSource = (state: Status['sources'][number]['state']): Status => ({
  ...status,
  sources: status.sources.map((source) => ({ ...source, state })),
});

it('an installation says what it is doing and how far it has come', async () => {
  const progress = {
    packId: 'world',
    title: 'The world',
    stage: 'fetching',
    bytesDone: 1_200_000,
    bytesTotal: 4_700_000,
    recordsDone: 12_000,
    recordCount: 40_000,
  } as const;
  setUp({ getStatus: async () => withSource({ type: 'syncing', progress }) });
  const [bar] = await screen.findAllByRole<HTMLProgressElement>('progressbar', {
    name: 'Installing “The world”',
  });
  expect([bar?.value, bar?.max]).toEqual([12_000, 40_000]);
  expect(bar?.parentElement?.textContent).toBe(
    'Fetching: “The world”, 12,000 of 40,000 records, 1.2 of 4.7 MB',
  );
});

it('progress is shown from the click on, not only once everything is done', async () => {
  const getStatus = vi.fn(async () => withSource({ type: 'syncing', progress: null }));
  getStatus.mockResolvedValueOnce(status);
  setUp({ getStatus, syncNow: () => new Promise(() => undefined) });
  fireEvent.click(await screen.findByRole('button', { name: 'Sync now' }));
  expect(await screen.findAllByText('Syncing …')).not.toEqual([]);
});

it('a source that is being added is listed with how far it has come, and cannot be removed yet', async () => {
  const url = 'https://packs.example.net/';
  const adding: Status = {
    ...status,
    sources: [
      ...status.sources,
      {
        id: url,
        url,
        isBundled: false,
        trust: { type: 'unknown' },
        lastSuccessAt: null,
        state: { type: 'adding', progress: null },
      },
    ],
  };
  const getStatus = vi.fn(async () => adding);
  getStatus.mockResolvedValueOnce(status);
  setUp({ getStatus, addSource: () => new Promise(() => undefined) });
  await screen.findByLabelText('Add a source');
  submit('Add a source', url);
  expect((await screen.findByText('Syncing …')).closest('li')?.textContent).toBe(`${url}Syncing …`);
});

describe('a new version of a pack that looks wrong', () => {
  const [pack] = status.packs;
  if (!pack) throw new Error('There is a pack.');
  const waiting: Status = {
    ...status,
    held: [
      {
        packId: pack.id,
        sourceId: pack.sourceId,
        title: pack.title,
        sequence: 5,
        manifestSha256: '',
        heldAt: 0,
        reason: { type: 'fewer-records', before: 1212, after: 300 },
        version: { ...pack, sequence: 5, recordCount: 300 },
        changes: { added: 2, changed: 10, removed: 914 },
      },
    ],
  };
  const unreadable: Status = {
    ...waiting,
    held: waiting.held.map((held) => ({
      ...held,
      packId: 'new-pack',
      title: 'New pack',
      reason: { type: 'unreadable', message: 'Line 3 is no record.' },
      version: null,
      changes: null,
    })),
  };

  it('waits under its pack and says what it would change; the pack stays as it is', async () => {
    setUp({ getStatus: async () => waiting });
    const list = within(await screen.findByRole('list', { name: 'Installed packs' }));
    const row = list.getByRole('listitem').textContent;
    expect(row).toContain('version 4');
    expect(row).toContain(
      'Version 5 of “Northland talks” is not used: it has 300 records where the version in use has 1,212. ' +
        'It would add 2 records, change 10 and remove 914.',
    );
  });

  it('is used when the reader says so', async () => {
    const services = setUp({ getStatus: async () => waiting });
    fireEvent.click(await screen.findByRole('button', { name: 'Use version 5 of “Northland talks”' }));
    await screen.findByText('Version 5 of “Northland talks” is in use. You can go back.');
    expect(vi.mocked(services.acceptHeld).mock.calls).toEqual([['northland-talks']]);
    expect(screen.queryByText(/is not used/)).toBeNull();
  });

  it('is left out when the reader says so', async () => {
    const services = setUp({ getStatus: async () => waiting });
    fireEvent.click(await screen.findByRole('button', { name: 'Leave out version 5 of “Northland talks”' }));
    await screen.findByText('Version 5 of “Northland talks” is left out. The next one is looked at again.');
    expect(vi.mocked(services.refuseHeld).mock.calls).toEqual([['northland-talks']]);
  });

  it('can be fetched again where it could not be read, also when none of its pack is installed', async () => {
    const services = setUp({ getStatus: async () => unreadable });
    await screen.findByText(/Line 3 is no record\. Its publisher has to mend it\./);
    fireEvent.click(screen.getByRole('button', { name: 'Fetch version 5 of “New pack”' }));
    await screen.findByText('Version 5 of “New pack” will be fetched again with the next sync.');
    expect(vi.mocked(services.acceptHeld).mock.calls).toEqual([['new-pack']]);
  });

  it('keeps waiting when the answer could not be kept', async () => {
    const acceptHeld = async () => {
      throw new Error('No room left.');
    };
    setUp({ getStatus: async () => waiting, acceptHeld });
    fireEvent.click(await screen.findByRole('button', { name: /^Use/ }));
    await screen.findByText('No room left.');
    expect(screen.getByText(/is not used/)).toBeTruthy();
  });
});

it('a pack goes back to the version before, where there is one', async () => {
  const [pack] = status.packs;
  if (!pack) throw new Error('There is a pack.');
  const updated = { ...status, packs: [{ ...pack, previous: { ...pack, sequence: 3 } }] };
  const services = setUp({ getStatus: async () => updated });
  fireEvent.click(await screen.findByRole('button', { name: 'Back to version 3 of “Northland talks”' }));
  await screen.findByText(/^Version 3 of “Northland talks” is in use again\./);
  expect(vi.mocked(services.rollBackPack).mock.calls).toEqual([['northland-talks']]);
});

it('what cannot be read is said in its place and can be asked again', async () => {
  const getStatus = vi.fn(async () => status).mockRejectedValueOnce(new Error('The background is gone.'));
  setUp({ getStatus });
  const title = await screen.findByText('Sources and packs could not be read');
  expect(title.closest('[role="alert"]')?.textContent).toContain('The background is gone.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Northland talks');
});

describe('choices between readings', () => {
  it('are counted, and forgotten on request', async () => {
    const countChoices = vi.fn(async () => 0).mockResolvedValueOnce(3);
    const services = setUp({ countChoices });
    await screen.findByText(/^3 choices between readings of a name are kept on this device/);
    fireEvent.click(screen.getByRole('button', { name: 'Forget them' }));
    await screen.findByText('Forgotten.');
    expect(services.forgetChoices).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText(/choices between readings/)).toBeNull());
  });

  it('are not spoken of where there are none', async () => {
    setUp();
    await screen.findByText('Northland talks');
    expect(screen.queryByRole('button', { name: /Forget/ })).toBeNull();
  });
});
