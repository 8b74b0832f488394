import { createORPCClient } from '@orpc/client'
import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, it } from 'vitest'
import { reconnectingLink } from '../../../renderer/app/reconnecting-link.ts'

it('asks for a fresh port after the engine’s end was closed, and for none before', async () => {
  const handler = new RPCHandler({ echo: os.handler(({ input }) => input) })
  const engineEnds: MessagePort[] = []
  const link = reconnectingLink(() => {
    const { port1, port2 } = new MessageChannel()
    handler.upgrade(port1)
    port1.start()
    port2.start()
    engineEnds.push(port1)
    return Promise.resolve(port2)
  })
  const client: { echo: (input: string) => Promise<string> } = createORPCClient(link)

  expect(await client.echo('one')).toBe('one')
  expect(await client.echo('two')).toBe('two')
  expect(engineEnds).toHaveLength(1)

  const pageSawTheEnd = new Promise((resolve) => setTimeout(resolve, 50))
  engineEnds[0]?.close()
  await pageSawTheEnd
  expect(await client.echo('three')).toBe('three')
  expect(engineEnds).toHaveLength(2)
  engineEnds[1]?.close()
})

it('fails the call when no port comes, and tries again at the next', async () => {
  let asked = 0
  const link = reconnectingLink(() => {
    asked += 1
    return Promise.reject(new Error('no port'))
  })
  const client: { echo: (input: string) => Promise<string> } = createORPCClient(link)
  await expect(client.echo('one')).rejects.toThrow('no port')
  await expect(client.echo('two')).rejects.toThrow('no port')
  expect(asked).toBe(2)
})
