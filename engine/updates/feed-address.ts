import { t } from '#speech'
import { Problem } from '../problem.ts'

/** An address that can be a feed, as it is kept; a Problem where it cannot: a folder, without a name, a password or a question. */
export function feedAddress(text: string): string {
  const wanted = text.trim()
  const url = URL.canParse(wanted) ? new URL(wanted) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new Problem(
      'INVALID_INPUT',
      t`Give the address of the folder that holds debrief-update.json, such as https://updates.example/debrief/; without a name and a password in it.`,
    )
  return url.href
}
