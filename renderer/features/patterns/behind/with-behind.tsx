import { useMemo, type ReactNode } from 'react'
import type { FiguresOver } from '../../../../shared/contract/group-patterns.ts'
import type { PatternsSearch } from '../../../app/search.ts'
import classes from '../patterns.module.css'
import { BehindPanel } from './behind-panel.tsx'
import {
  focusNumber,
  groupOfWord,
  NumbersContext,
  numberName,
  rememberPressed,
  wordOfGroup,
  type OpenedNumber,
} from './opened.ts'

/** A tab whose numbers open the conversations they are made of beside it. The address holds which one is open. */
export function WithBehind({
  search,
  over = 'window',
  onSearch,
  children,
}: {
  search: PatternsSearch
  over?: FiguresOver
  onSearch: (part: PatternsSearch, replace?: boolean) => void
  children: ReactNode
}) {
  const { days, of: driverId, group: word } = search
  const opened = useMemo((): OpenedNumber | null => {
    const group = word === undefined ? null : groupOfWord(word)
    return driverId === undefined || group === null ? null : { driverId, group }
  }, [driverId, word])
  const isOpen = opened !== null
  const numbers = useMemo(
    () => ({
      opened,
      over,
      days,
      open(number: OpenedNumber) {
        rememberPressed()
        // back closes what was opened; from number to number nothing is added
        onSearch({ of: number.driverId, group: wordOfGroup(number.group) }, isOpen)
      },
    }),
    [opened, over, days, onSearch, isOpen],
  )
  const close = () => {
    onSearch({ of: undefined, group: undefined }, true)
    focusNumber(numberName(opened!))
  }
  return (
    <NumbersContext value={numbers}>
      <div className={classes.columns} data-open={isOpen || undefined}>
        <div className={classes.main}>{children}</div>
        {opened && <BehindPanel key={numberName(opened)} number={opened} onClose={close} />}
      </div>
    </NumbersContext>
  )
}
