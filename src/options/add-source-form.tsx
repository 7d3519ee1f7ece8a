import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Status } from '../model/status.ts';
import { describeError } from '../ui/describe-error.ts';
import type { OptionsServices } from './options-services.ts';
import { parseSourceUrl } from './origin-pattern.ts';
import { reloadWhile } from './reload-while.ts';

type Progress =
  | { readonly type: 'idle' }
  | { readonly type: 'adding' }
  | { readonly type: 'added'; readonly url: string }
  | { readonly type: 'refused'; readonly message: string };

/** Adds a source by its address. The browser's question for access comes first, within the reader's click. */
export function AddSourceForm(props: {
  services: Pick<OptionsServices, 'addSource' | 'hasAccess' | 'requestOrigins' | 'revokeOrigin'>;
  onAdded: (status: Status) => void;
  onReload: () => Promise<void>;
}): JSX.Element {
  const { services } = props;
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<Progress>({ type: 'idle' });
  const fieldId = useId();
  const error = progress.type === 'refused' ? progress.message : null;

  const add = async ({ url, origin }: { url: string; origin: string }) => {
    // Both are asked before anything is waited for: Firefox takes a request only within the click.
    const hadAccess = services.hasAccess(origin);
    const access = services.requestOrigins([origin]);
    setProgress({ type: 'adding' });
    try {
      if (!(await access)) {
        setProgress({
          type: 'refused',
          message: 'Without access to this address its packs cannot be fetched.',
        });
        return;
      }
      props.onAdded(await reloadWhile(services.addSource(url), props.onReload));
      setText('');
      setProgress({ type: 'added', url: url.replace(/#.*/, '') });
    } catch (cause) {
      setProgress({ type: 'refused', message: describeError(cause) });
      // Access that was given for this source alone is of no use without it.
      if (!(await hadAccess.catch(() => true))) await services.revokeOrigin(origin).catch(() => false);
    }
  };

  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const source = parseSourceUrl(text);
        if (!source.ok) {
          setProgress({ type: 'refused', message: source.message });
          return;
        }
        void add(source.value);
      }}
    >
      <label for={fieldId}>Add a source</label>
      <div class="add-row">
        <input
          id={fieldId}
          class="field"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="https://packs.example.org/"
          value={text}
          aria-invalid={error !== null}
          aria-describedby={`${fieldId}-hint ${fieldId}-error`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            // What was said of another address says nothing of this one.
            if (progress.type === 'refused' || progress.type === 'added') setProgress({ type: 'idle' });
          }}
        />
        <button type="submit" class="button" disabled={progress.type === 'adding'}>
          {progress.type === 'adding' ? 'Adding …' : 'Add'}
        </button>
      </div>
      <p id={`${fieldId}-hint`} class="soft small">
        An address that ends in “#root=sha256:…” is taken from nobody but the publisher whose fingerprint that
        is. Without it, whoever answers first is held to the keys of that day.
      </p>
      <p id={`${fieldId}-error`} class="alarm small" role="alert">
        {error}
      </p>
      <output class="small">{progress.type === 'added' && `${progress.url} was added.`}</output>
    </form>
  );
}
