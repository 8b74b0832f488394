import { Group, NumberInput } from '@mantine/core'

interface Reach {
  turns?: number
  seconds?: number
}

/** How far something reaches, in turns, seconds or both. */
export function ReachFields({ reach, onChange }: { reach: Reach; onChange(reach: Reach): void }) {
  const { turns, seconds } = reach
  const set = (key: keyof Reach, value: string | number) => {
    const changed: Reach = {
      ...(turns !== undefined && { turns }),
      ...(seconds !== undefined && { seconds }),
    }
    if (typeof value === 'number') changed[key] = value
    else delete changed[key]
    onChange(changed)
  }
  return (
    <Group gap={8} align="flex-end">
      <NumberInput
        size="xs"
        w={110}
        label="Within"
        suffix=" turns"
        min={1}
        value={reach.turns ?? ''}
        onChange={(value) => set('turns', value)}
      />
      <NumberInput
        size="xs"
        w={110}
        label="Within"
        suffix=" s"
        min={0}
        value={reach.seconds ?? ''}
        onChange={(value) => set('seconds', value)}
      />
    </Group>
  )
}
