import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { describeError } from '../ui/describe-error.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import type { OptionsServices } from './options-services.ts';
import { allSites, describeOrigin, isAllSites, parseSiteList } from './origin-pattern.ts';

type SitesServices = Pick<
  OptionsServices,
  'getGrantedOrigins' | 'requestOrigins' | 'revokeOrigin' | 'setSiteEnabled' | 'onAccessChange'
>;

/** Where Newsgloss may read: what is granted, how to give and take it, and where marking is switched off. */
export function SitesSection(props: {
  services: SitesServices;
  disabledSites: readonly string[];
  onSettingsChange: () => Promise<void>;
}): JSX.Element {
  const { services } = props;
  const [origins, reload] = useLoaded(() => services.getGrantedOrigins(), 'origins');
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => services.onAccessChange(() => void reload()), [services, reload]);

  const granted = origins.type === 'loaded' ? origins.value : [];
  const report = async (action: Promise<string>) => {
    try {
      setMessage(await action);
    } catch (error) {
      setMessage(describeError(error));
    }
    await reload();
  };
  const request = (patterns: readonly string[]) => {
    const answer = services.requestOrigins(patterns);
    void report(
      answer.then((isGranted) =>
        isGranted ? 'Access given.' : 'Access was not given. Nothing has changed.',
      ),
    );
  };
  const revoke = (origin: string) =>
    report(
      services
        .revokeOrigin(origin)
        .then((isRevoked) =>
          isRevoked
            ? `Access to ${describeOrigin(origin)} was withdrawn.`
            : 'The browser keeps this access; withdraw it in its list of extensions.',
        ),
    );
  const enable = (site: string) =>
    report(
      services
        .setSiteEnabled(site, true)
        .then(props.onSettingsChange)
        .then(() => `${site} is marked again.`),
    );

  return (
    <section id="sites" aria-labelledby="sites-heading">
      <h2 id="sites-heading">Sites</h2>
      <p>Newsgloss reads articles only where you let it. You can take that back here at any time.</p>
      {origins.type === 'failed' && <p class="alarm">{origins.message}</p>}
      {origins.type === 'loaded' && granted.length === 0 && (
        <p class="soft">No site is allowed yet, so nothing is marked.</p>
      )}
      <ul class="rows" aria-label="Allowed sites">
        {granted.map((origin) => (
          <li key={origin}>
            <span class="row-name">{describeOrigin(origin)}</span>
            <button
              type="button"
              class="button"
              aria-label={`Withdraw ${describeOrigin(origin)}`}
              onClick={() => void revoke(origin)}
            >
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      <AddSites onRequest={request} />
      {origins.type === 'loaded' && !granted.some(isAllSites) && (
        <p>
          <button type="button" class="button" onClick={() => request([allSites])}>
            Allow all sites
          </button>
        </p>
      )}
      <output class="section-message">{message}</output>
      {props.disabledSites.length > 0 && (
        <>
          <h3>Switched off</h3>
          <ul class="rows" aria-label="Sites where marking is switched off">
            {props.disabledSites.map((site) => (
              <li key={site}>
                <span class="row-name">{site}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={`Mark ${site} again`}
                  onClick={() => void enable(site)}
                >
                  Mark again
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AddSites({ onRequest }: { onRequest: (patterns: readonly string[]) => void }): JSX.Element {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const fieldId = useId();
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const sites = parseSiteList(text);
        setError(sites.ok ? null : sites.message);
        if (!sites.ok) return;
        onRequest(sites.value);
        setText('');
      }}
    >
      <label for={fieldId}>Sites to allow</label>
      <div class="add-row">
        <input
          id={fieldId}
          class="field"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="example.org, news.example.com"
          value={text}
          aria-invalid={error !== null}
          aria-describedby={`${fieldId}-error`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Allow
        </button>
      </div>
      <p id={`${fieldId}-error`} class="alarm small" role="alert">
        {error}
      </p>
    </form>
  );
}
