import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteState } from '../model/status.ts';
import { describeError } from '../ui/describe-error.ts';
import { Switch } from '../ui/switch.tsx';
import type { PopupServices } from './popup-services.ts';

/** The site of the page, with the switch for it or the button that asks for access to it. */
export function SiteBar(props: {
  site: SiteState;
  services: Pick<PopupServices, 'requestOrigin' | 'setSiteEnabled'>;
  onChange: () => Promise<void>;
}): JSX.Element {
  const { site, services, onChange } = props;
  const [message, setMessage] = useState('');

  const settle = async (action: Promise<string>) => {
    try {
      setMessage(await action);
    } catch (error) {
      setMessage(describeError(error));
    }
    await onChange();
  };
  const ask = (origin: string) => {
    const answer = services.requestOrigin(origin);
    void settle(
      answer.then((isGranted) =>
        isGranted
          ? 'Names on this site are marked from now on.'
          : 'Access was not given. Nothing has changed.',
      ),
    );
  };
  const toggle = (host: string, isEnabled: boolean) => {
    void settle(services.setSiteEnabled(host, isEnabled).then(() => ''));
  };

  const { site: host, origin } = site;
  return (
    <div class="site">
      {host && <p class="site-host">{host}</p>}
      {host && site.isGranted && (
        <Switch
          label="Mark names here"
          isOn={site.isEnabled}
          onChange={(isEnabled) => toggle(host, isEnabled)}
        />
      )}
      {origin && !site.isGranted && (
        <div class="site-ask">
          <button type="button" class="button button-primary" onClick={() => ask(origin)}>
            Mark names on this site
          </button>
          <p class="soft small">
            The browser will ask you to let Newsgloss read this site. What it reads stays on this device.
          </p>
        </div>
      )}
      <output class="site-message small">{message}</output>
    </div>
  );
}
