import { Button, Code } from '@mantine/core'
import { IconMessageSearch, IconPencilQuestion, IconSearchOff } from '@tabler/icons-react'
import type { SearchResult } from '../../../../shared/contract/search.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { countOf } from '../../../ui/format.ts'
import { Empty } from '../../../ui/states.tsx'
import { filterCount } from './search-input.ts'
import styles from './search-page.module.css'

const examples: { query: string; finds: string }[] = [
  { query: 'refund late', finds: 'both words in one turn' },
  { query: '"talk to a manager"', finds: 'these words in this order' },
  { query: 'cancel*', finds: 'cancel, cancelled, cancellation' },
  { query: 'refund OR credit', finds: 'either of them' },
  { query: 'cancel ~5 contract', finds: 'at most five words apart' },
  { query: 'refund -card', finds: 'without the word behind the dash' },
  { query: 'customer: sorry', finds: 'said by the customer; also agent:' },
  { query: 'name first:1m', finds: 'in the first minute; also last:2m' },
  { query: 'refund sorry in:conversation', finds: 'both anywhere in a conversation' },
]

/** Before anything is typed: what one can type, each to be tried with a click. */
export function Examples({ onTry }: { onTry(query: string): void }) {
  return (
    <Empty icon={IconMessageSearch} title="Search everything said">
      Words are found whatever their case and accents. Card numbers, phone numbers and the like were taken out
      before anything was stored: nobody can find them.
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
    </Empty>
  )
}

/** A query that cannot be searched for, with the engine's sentence. */
export function Unreadable({ error }: { error: unknown }) {
  return (
    <Empty icon={IconPencilQuestion} title="Not yet something to search for">
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
      title="Nothing was said like that"
      actions={
        <>
          {spreadOver !== null && spreadOver > 0 && (
            <Button variant="default" onClick={() => onChange({ q: `${query} in:conversation` })}>
              {countOf(spreadOver, 'conversation')} with the words in different turns
            </Button>
          )}
          {withoutFilters !== null && withoutFilters > 0 && filterCount(search) > 0 && (
            <Button variant="default" onClick={onClear}>
              Clear filters:{' '}
              {withoutFilters >= 1000 ? 'a thousand turns or more' : countOf(withoutFilters, 'turn')}
            </Button>
          )}
        </>
      }
    >
      {hasMore
        ? 'These words are too common to look at all of them: add a rarer one, or take filters away.'
        : 'Try fewer words, only the beginning of a word with a star (cancel*), or another word with OR.'}
    </Empty>
  )
}
