import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/states.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main>
      <Empty
        icon={IconMapQuestion}
        title="There is no such page"
        actions={
          <Button component={Link} to="/coaching">
            Go to Coaching
          </Button>
        }
      >
        The address may be from an older version of Debrief.
      </Empty>
    </main>
  )
}
