import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Empty } from '../ui/states.tsx'

/** A page that broke while drawing: the rest of the window stays usable. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <main>
      <Empty
        title="This page could not be drawn"
        actions={<Button onClick={() => reset()}>Try again</Button>}
      >
        Your data is unharmed. What the page says: {error instanceof Error ? error.message : String(error)}
      </Empty>
    </main>
  )
}
