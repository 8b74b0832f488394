import { plural, t } from '@lingui/core/macro'

/** What a retry came to, as one sentence. */
export function retrySentence(taken: number, left: number): string {
  if (taken === 0 && left > 0)
    return t`Nothing changed: ${plural(left, { one: '# row', other: '# rows' })} still cannot be read.`
  if (left === 0)
    return t`${plural(taken, { one: '# row', other: '# rows' })} taken. Nothing of this file is left in quarantine.`
  return t`${plural(taken, { one: '# row', other: '# rows' })} taken, ${plural(left, { one: '# row', other: '# rows' })} still in quarantine.`
}
