import { t } from '@lingui/core/macro'
import { PasswordInput } from '@mantine/core'

const LEAST_LETTERS = 8

/** A new passphrase of a profile, typed twice. */
export interface TypedPassphrase {
  first: string
  second: string
}

export const nothingTyped: TypedPassphrase = { first: '', second: '' }

/** Whether it is long enough and twice the same. */
export function isPassphraseReady({ first, second }: TypedPassphrase): boolean {
  return first.length >= LEAST_LETTERS && first === second
}

/** The two fields for it. */
export function PassphraseFields({
  label = t`New passphrase`,
  value,
  onChange,
}: {
  label?: string
  value: TypedPassphrase
  onChange: (value: TypedPassphrase) => void
}) {
  const { first, second } = value
  return (
    <>
      <PasswordInput
        label={label}
        description={t`At least ${LEAST_LETTERS} letters. Four or five words that do not belong together are best.`}
        autoComplete="new-password"
        value={first}
        onChange={(event) => onChange({ first: event.currentTarget.value, second })}
      />
      <PasswordInput
        label={t`The same once more`}
        autoComplete="new-password"
        error={second !== '' && first !== second ? t`The two are not the same.` : null}
        value={second}
        onChange={(event) => onChange({ first, second: event.currentTarget.value })}
      />
    </>
  )
}
