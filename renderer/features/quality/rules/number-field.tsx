import { t } from '@lingui/core/macro'
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { whyNotFigure, type NumberBounds } from './field-words.ts'

interface NumberFieldProps extends NumberBounds {
  label: string
  value: number | undefined
  /** What the figure is multiplied by on screen, as 100 for per cent. */
  factor?: number
  placeholder?: string
  width?: number
  onChange(value: number | undefined): void
}

/** A figure. What cannot be taken is said below, and the figure before stays in use. */
export function NumberField({
  label,
  value,
  factor = 1,
  placeholder,
  width = 130,
  onChange,
  ...bounds
}: NumberFieldProps) {
  const [wrong, setWrong] = useState<{ typed: string | number; beside: number | undefined } | null>(null)
  const shown = value === undefined ? '' : Number((value * factor).toFixed(4))
  // what was typed wrong goes once something else stands there, as after undo
  const isWrong = wrong !== null && wrong.beside === value
  const problem = isWrong ? whyNotFigure(wrong.typed, bounds) : undefined
  const stays = shown === '' ? '' : t` ${shown}${bounds.suffix ?? ''} stays until then.`
  return (
    <NumberInput
      size="xs"
      w={width}
      label={label}
      suffix={bounds.suffix ?? ''}
      min={bounds.min}
      max={bounds.max}
      clampBehavior="none"
      placeholder={placeholder}
      value={isWrong ? wrong.typed : shown}
      errorProps={{ fz: 'xs' }}
      error={problem === undefined ? undefined : `${problem}${stays}`}
      onChange={(typed) => {
        if (whyNotFigure(typed, bounds) !== undefined) return setWrong({ typed, beside: value })
        setWrong(null)
        const next = typed === '' ? undefined : Number(typed) / factor
        if (typed !== shown) onChange(next)
      }}
    />
  )
}
