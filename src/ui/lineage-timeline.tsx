import type { JSX } from 'preact';
import type { LineageStage } from '../model/card.ts';
import { formatDate } from '../model/edtf-date.ts';
import type { RecordId } from '../model/record.ts';

/** A plan's history from its first stage to its last: where this plan stands, and what came after the article. */
export function LineageTimeline(props: {
  stages: readonly LineageStage[];
  onOpenRecord?: ((id: RecordId) => void) | undefined;
}): JSX.Element {
  return (
    <ol class="ng-lineage">
      {props.stages.map((stage) => (
        <li
          key={stage.id}
          class={stage.isCurrent ? 'ng-current' : stage.isLater ? 'ng-later' : undefined}
          aria-current={stage.isCurrent ? 'true' : undefined}
        >
          <span class="ng-dates">
            {stage.date ? formatDate(stage.date) : 'date not known'}
            {stage.isLater && <span class="ng-tag">later</span>}
          </span>
          <StageName stage={stage} onOpenRecord={props.onOpenRecord} />
        </li>
      ))}
    </ol>
  );
}

function StageName(props: {
  stage: LineageStage;
  onOpenRecord?: ((id: RecordId) => void) | undefined;
}): JSX.Element {
  const { stage, onOpenRecord } = props;
  if (stage.isCurrent || !onOpenRecord) return <span class="ng-stage">{stage.label}</span>;
  return (
    <button type="button" class="ng-stage ng-text-button" onClick={() => onOpenRecord(stage.id)}>
      {stage.label}
    </button>
  );
}
