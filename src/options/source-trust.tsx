import type { JSX } from 'preact';
import type { SourceSignature, SourceTrust as Trust } from '../model/status.ts';
import { formatTime } from './format-time.ts';

/** What vouches for a source. A fingerprint is shown whole: comparing a part of it proves little. */
export function SourceTrust({ trust, now }: { trust: Trust; now: number }): JSX.Element | null {
  switch (trust.type) {
    case 'own':
    case 'unknown':
      return null;
    case 'unsigned':
      return <p class="soft small">Not signed. Only this computer may give such packs, for trying them.</p>;
    case 'signed':
      return <Signature signature={trust} now={now} />;
  }
}

function Signature({ signature, now }: { signature: SourceSignature; now: number }): JSX.Element {
  const { rootSha256, signedBy, refreshedAt, expiresAt, restored } = signature;
  const hasExpired = expiresAt < now;
  return (
    <details class="signature small">
      <summary class={hasExpired ? 'alarm' : undefined}>
        {hasExpired ? 'Signed, but not since' : 'Signed, good until'} {formatTime(expiresAt)}
      </summary>
      <dl>
        <dt>Fingerprint of the root</dt>
        <dd>
          <code>sha256:{rootSha256}</code>
        </dd>
        <dt>Signed by {signedBy.length === 1 ? 'the key' : 'the keys'}</dt>
        {signedBy.map((keyId) => (
          <dd key={keyId}>
            <code>{keyId}</code>
          </dd>
        ))}
        <dt>Signatures last checked</dt>
        <dd>{formatTime(refreshedAt)}</dd>
      </dl>
      <p class="soft">
        Compare the fingerprint with the one that the publisher gives in a place that you trust. Only packs
        signed by keys that lead back to it are used.
      </p>
      {restored && <p class="soft">{describeRestoration(restored)}</p>}
    </details>
  );
}

function describeRestoration({ from, restoredAt }: NonNullable<SourceSignature['restored']>): string {
  const [lost, kept] =
    from === 'copy'
      ? ['the database had lost some of', 'the copy beside it']
      : ['the copy beside the database had lost', 'the database'];
  return (
    `On ${formatTime(restoredAt)} ${lost} what Newsgloss remembers of this source. It was restored from ${kept}: ` +
    'nothing older than what was seen before was taken.'
  );
}
