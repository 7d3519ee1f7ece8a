import type { JSX } from 'preact';
import type { RecordKind } from '../model/record.ts';
import type { MarkStyle, Settings, Theme } from '../model/settings.ts';
import { Glyph } from '../ui/glyph.tsx';
import { kindNames, kindOrder } from '../ui/kind-names.ts';

const themes: readonly Choice<Theme>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const markStyles: readonly Choice<MarkStyle>[] = [
  { value: 'underline', label: 'Underline' },
  { value: 'tint', label: 'Background tint' },
];
const mentionChoices: readonly Choice<Settings['mentions']>[] = [
  { value: 'first', label: 'The first in each section' },
  { value: 'all', label: 'Every one' },
];

/** How marks and cards look, and what is marked at all. */
export function AppearanceSection(props: {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}): JSX.Element {
  const { settings, onChange } = props;
  const toggleKind = (kind: RecordKind, isOn: boolean) => {
    const kinds = kindOrder.filter((one) => (one === kind ? isOn : settings.kinds.includes(one)));
    onChange({ kinds });
  };
  return (
    <section id="appearance" aria-labelledby="appearance-heading">
      <h2 id="appearance-heading">Appearance</h2>
      <Choices
        legend="Theme of cards and pages"
        name="theme"
        choices={themes}
        chosen={settings.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <Choices
        legend="Marks"
        name="markStyle"
        choices={markStyles}
        chosen={settings.markStyle}
        onChoose={(markStyle) => onChange({ markStyle })}
      />
      <Choices
        legend="Mentions of a name to mark"
        name="mentions"
        choices={mentionChoices}
        chosen={settings.mentions}
        onChoose={(mentions) => onChange({ mentions })}
      />
      <fieldset class="choices">
        <legend>Kinds to mark</legend>
        {kindOrder.map((kind) => (
          <label key={kind} data-kind={kind}>
            <input
              type="checkbox"
              checked={settings.kinds.includes(kind)}
              onChange={(event) => toggleKind(kind, event.currentTarget.checked)}
            />
            <Glyph name={kind} />
            {kindNames[kind].many}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

function Choices<Value extends string>(props: {
  legend: string;
  name: string;
  choices: readonly Choice<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}): JSX.Element {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
