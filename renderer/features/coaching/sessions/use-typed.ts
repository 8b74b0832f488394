import { useEffect, useRef, useState } from 'react'

/**
 * The text of a field that is saved as one types. While one is in the field it shows what was typed, whatever comes back of it; left, it shows what
 * is saved.
 */
export function useTyped(saved: string) {
  const ref = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(saved)
  useEffect(() => {
    if (document.activeElement !== ref.current) setTyped(saved)
  }, [saved])
  return { setTyped, field: { ref, value: typed, onBlur: () => setTyped(saved) } }
}
