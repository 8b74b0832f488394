import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Code } from '@mantine/core'
import { IconMessageSearch, IconPencilQuestion, IconSearchOff } from '@tabler/icons-react'
import type { SearchResult } from '../../../../shared/contract/search.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Empty } from '../../../ui/states.tsx'
import { filterCount } from './search-input.ts'
import styles from './search-page.module.css'

const examples: { query: string; finds: string }[] = [
  { query: t`refund late`, finds: t`both words in one turn` },
  { query: t`"talk to a manager"`, finds: t`these words in this order` },
  { query: 'cancel*', finds: t`cancel, cancelled, cancellation` },
  { query: t`refund OR credit`, finds: t`either of them` },
  { query: 'cancel ~5 contract', finds: t`at most five words apart` },
  { query: 'refund -card', finds: t`without the word behind the dash` },
  { query: t`customer: sorry`, finds: t`said by the customer; also agent:` },
  { query: t`name first:1m`, finds: t`in the first minute; also last:2m` },
  { query: t`refund sorry in:conversation`, finds: t`both anywhere in a conversation` },
]

/** Before anything is typed: what one can type, each to be tried with a click. */
export function Examples({ onTry }: { onTry(query: string): void }) {
  return (
    <Empty icon={IconMessageSearch} title={t`Search everything said`}>
      <Trans>
        Words are found whatever their case and accents. Card numbers, phone numbers and the like were taken
        out before anything was stored: nobody can find them.
        <table className={styles.examples}>
          <tbody>
            {examples.map(({ query, finds }) => (
              <tr key={query}>
                <td>
                  <button type="button" className={styles.example} onClick={() => onTry(query)}>
                    <Code>{query}</Code>
                  </button>
                </td>
                <td>{finds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Trans>
    </Empty>
  )
}

/** A query that cannot be searched for, with the engine's sentence. */
export function Unreadable({ error }: { error: unknown }) {
  return (
    <Empty icon={IconPencilQuestion} title={t`Not yet something to search for`}>
      {errorSentence(error)}
    </Empty>
  )
}

/** Nothing found: what to loosen, and what that would find. */
export function NoHit({
  search,
  result,
  onChange,
  onClear,
}: {
  search: SearchSearch
  result: SearchResult
  onChange(part: Partial<SearchSearch>): void
  /** Keeps the words alone. */
  onClear(): void
}) {
  const { spreadOver, withoutFilters, hasMore } = result
  const query = search.q ?? ''
  return (
    <Empty
      icon={IconSearchOff}
      title={t`Nothing was said like that`}
      actions={
        <>
          {spreadOver !== null && spreadOver > 0 && (
            <Button variant="default" onClick={() => onChange({ q: t`${query} in:conversation` })}>
              <Trans>
                <Plural value={spreadOver} one="# conversation" other="# conversations" /> with the words in
                different turns
              </Trans>
            </Button>
          )}
          {withoutFilters !== null && withoutFilters > 0 && filterCount(search) > 0 && (
            <Button variant="default" onClick={onClear}>
              <Trans>
                Clear filters:{' '}
                {withoutFilters >= 1000
                  ? t`a thousand turns or more`
                  : plural(withoutFilters, { one: '# turn', other: '# turns' })}
              </Trans>
            </Button>
          )}
        </>
      }
    >
      {hasMore
        ? t`These words are too common to look at all of them: add a rarer one, or take filters away.`
        : t`Try fewer words, only the beginning of a word with a star (cancel*), or another word with OR.`}
    </Empty>
  )
}
