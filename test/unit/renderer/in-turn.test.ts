import { expect, test } from 'vitest'
import { createTurns } from '../../../renderer/features/coaching/sessions/in-turn.ts'

test('the second begins when the first is done, also where the first failed', async () => {
  const inTurn = createTurns()
  const seen: string[] = []
  let fail = (): void => {}
  const first = inTurn(
    () =>
      new Promise<void>((_resolve, reject) => {
        seen.push('first begins')
        fail = () => {
          seen.push('first fails')
          reject(new Error('full disk'))
        }
      }),
  )
  const second = inTurn(async () => {
    seen.push('second')
    return 2
  })
  await Promise.resolve()
  expect(seen).toEqual(['first begins'])
  fail()
  await expect(first).rejects.toThrow('full disk')
  expect(await second).toBe(2)
  expect(seen).toEqual(['first begins', 'first fails', 'second'])
})
