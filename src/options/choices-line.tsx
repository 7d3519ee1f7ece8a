import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { describeError } from '../ui/describe-error.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import type { OptionsServices } from './options-services.ts';

/** How many choices between readings are kept, and the way to forget them. They are made in the popup. */
export function ChoicesLine({ services }: { services: OptionsServices }): JSX.Element | null {
  const [count, reload] = useLoaded(services.countChoices, 'choices');
  const [message, setMessage] = useState('');
  const forget = async () => {
    try {
      await services.forgetChoices();
      setMessage('Forgotten.');
    } catch (error) {
      setMessage(`Not forgotten: ${describeError(error)}`);
    }
    await reload();
  };
  const kept = count.type === 'loaded' ? count.value : 0;
  return (
    <>
      {kept > 0 && (
        <p>
          {kept === 1 ? 'One choice' : `${kept} choices`} between readings of a name{' '}
          {kept === 1 ? 'is' : 'are'} kept on this device.{' '}
          <button type="button" class="button" onClick={() => void forget()}>
            {kept === 1 ? 'Forget it' : 'Forget them'}
          </button>
        </p>
      )}
      <output>{message}</output>
    </>
  );
}
