import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './session.module.css'

/** One line of a list that can be written over where it stands; left empty, it keeps what it said. `isNew` takes the focus when it appears. */
export function LineField({
  label,
  text,
  isDone = false,
  isNew = false,
  placeholder,
  onChange,
  onLeftEmpty,
}: {
  label: string
  text: string
  isDone?: boolean
  isNew?: boolean
  placeholder?: string | undefined
  onChange: (text: string) => void
  /** Left without a word where none stood before. */
  onLeftEmpty?: () => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(text)
  // once: what is new takes the focus when it appears, and never again
  const [takesFocus] = useState(isNew)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(text)
  }, [text])
  return (
    <Textarea
      ref={field}
      placeholder={placeholder}
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
      onBlur={() => {
        if (typed.trim() !== '') return
        setTyped(text)
        if (text === '') onLeftEmpty?.()
      }}
    />
  )
}
