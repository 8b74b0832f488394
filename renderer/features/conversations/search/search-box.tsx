import { t } from '@lingui/core/macro'
import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

const PAUSE_MS = 180

interface SearchBoxProps {
  query: string
  onQuery(query: string): void
  /** The down arrow: to the first hit. */
  onDown(): void
}

/** Where one types what to look for. The address follows after a short pause; the field keeps its own letters meanwhile. */
export function SearchBox({ query, onQuery, onDown }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(query)
  // what this field itself has put into the address comes back and is no news
  const told = useRef(query)
  const tell = useDebouncedCallback((text: string) => {
    told.current = text
    onQuery(text)
  }, PAUSE_MS)
  useEffect(() => {
    if (query === told.current) return
    told.current = query
    setTyped(query)
  }, [query])
  useHotkeys([
    [
      '/',
      () => {
        field.current?.focus()
        field.current?.select()
      },
    ],
  ])
  const change = (text: string) => {
    setTyped(text)
    tell(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      told.current = typed
      onQuery(typed)
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
    }
  }
  return (
    <TextInput
      ref={field}
      aria-label={t`Search everything said`}
      placeholder={t`What was said`}
      size="md"
      flex={1}
      autoFocus={query === ''}
      maxLength={1000}
      spellCheck={false}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="sm">/</Kbd>
        ) : (
          <CloseButton aria-label={t`Clear the search`} size="sm" onClick={() => change('')} />
        )
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
