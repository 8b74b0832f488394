import { t } from '#speech'

/** Names one after the other, the last by "and": `a`, `a and b`, `a, b and c`. */
export function allOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  const others = names.slice(0, -1).join(', ')
  return others === '' ? last : t`${{ others }} and ${{ last }}`
}
