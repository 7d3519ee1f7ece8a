import type { ComponentChildren, JSX } from 'preact';

/** A boxed message. An alarming one is read out at once. */
export function Notice(props: {
  title: string;
  isAlarm?: boolean;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class={props.isAlarm ? 'notice notice-alarm' : 'notice'} role={props.isAlarm ? 'alert' : undefined}>
      <p class="notice-title">{props.title}</p>
      {props.children}
    </div>
  );
}
