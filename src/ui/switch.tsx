import type { JSX } from 'preact';

/** An on/off switch. `label` says what is on; it does not change with the state. */
export function Switch(props: {
  label: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.isOn}
      disabled={props.isDisabled}
      onClick={() => props.onChange(!props.isOn)}
    >
      <span class="switch-track" aria-hidden="true" />
      <span>{props.label}</span>
    </button>
  );
}
