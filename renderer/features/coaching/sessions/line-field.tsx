import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './session.module.css'

/** One line of a list that can be written over where it stands; left empty, it keeps what it said. */
export function LineField({
  label,
  text,
  isDone = false,
  onChange,
}: {
  label: string
  text: string
  isDone?: boolean
  onChange: (text: string) => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(text)
  }, [text])
  return (
    <Textarea
      ref={field}
      className={classes.lineText}
      data-done={isDone || undefined}
      aria-label={label}
      autosize
      minRows={1}
      maxRows={4}
      maxLength={500}
      size="sm"
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        if (next.trim() !== '') onChange(next)
      }}
      onBlur={() => setTyped((now) => (now.trim() === '' ? text : now))}
    />
  )
}
