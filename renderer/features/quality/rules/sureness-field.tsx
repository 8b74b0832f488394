import { t } from '@lingui/core/macro'
import { NumberField } from './number-field.tsx'

/** How sure an answer is, in per cent. It cannot be left empty: what stood before stays. */
export function SurenessField({
  confidence,
  onChange,
}: {
  /** 0..1 */
  confidence: number
  onChange(confidence: number): void
}) {
  return (
    <NumberField
      label={t`How sure`}
      width={90}
      suffix=" %"
      factor={100}
      min={0}
      max={100}
      isNeeded
      value={confidence}
      onChange={(value) => onChange(value ?? confidence)}
    />
  )
}
