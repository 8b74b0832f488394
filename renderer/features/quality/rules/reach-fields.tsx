import { t } from '@lingui/core/macro'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { reachTurnWords } from './rule-words.ts'
import { withValue } from './without.ts'

/** How far something reaches, in turns, seconds or both, and whose turns are counted. */
export interface Reach {
  turns?: number
  turnsOf?: 'agent' | 'customer' | 'anyone'
  seconds?: number
}

/** The reach of a block or a passage without the rest of it. */
export function reachOf({
  turns,
  turnsOf,
  seconds,
}: { [Key in keyof Reach]?: Reach[Key] | undefined }): Reach {
  return {
    ...(turns !== undefined && { turns }),
    ...(turnsOf !== undefined && { turnsOf }),
    ...(seconds !== undefined && { seconds }),
  }
}

/** The fields of a reach; nothing given reaches to the end. */
export function ReachFields({ reach, onChange }: { reach: Reach; onChange(reach: Reach): void }) {
  const { turns, turnsOf, seconds } = reach
  return (
    <>
      <NumberField
        label={t`Within`}
        suffix=" turns"
        placeholder={t`turns`}
        width={100}
        min={1}
        max={1000}
        isWhole
        value={turns}
        onChange={(value) => onChange(withValue(reach, 'turns', value))}
      />
      {(turns !== undefined || turnsOf !== undefined) && (
        <Choice
          label={t`Counting turns of`}
          width={140}
          words={reachTurnWords}
          value={turnsOf ?? 'anyone'}
          onChange={(value) => onChange(withValue(reach, 'turnsOf', value === 'anyone' ? undefined : value))}
        />
      )}
      <NumberField
        label={t`Within`}
        suffix=" s"
        placeholder={t`seconds`}
        width={100}
        min={0}
        max={86_400}
        value={seconds}
        onChange={(value) => onChange(withValue(reach, 'seconds', value))}
      />
    </>
  )
}
