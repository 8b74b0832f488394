import { t } from '@lingui/core/macro'
import { useLayoutEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { createCover } from './cover.ts'
import classes from './cover.module.css'

/** Draws a screen over the page, which waits underneath as it was left. */
export function OverPage({ children }: { children: ReactNode }) {
  const [cover] = useState(() => createCover(classes.cover ?? '', t`Who are you?`))
  useLayoutEffect(() => cover.lay(), [cover])
  return createPortal(children, cover.inside)
}
