import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFile } from './support/files.ts'
import { dump, strays } from './support/dump.ts'
import { openTestWorkspace, type GivenFile, type TestWorkspace } from './support/workspace.ts'

/** More runs, or a failing one again: `DEBRIEF_PROPERTY='{"numRuns":500}'`, `'{"seed":1,"path":"2"}'`. */
const settings: fc.Parameters<unknown> = {
  seed: 20_261_128,
  numRuns: 24,
  endOnFailure: true,
  ...(JSON.parse(process.env['DEBRIEF_PROPERTY'] ?? '{}') as fc.Parameters<unknown>),
}

const files = fc.array(anyFile, { minLength: 1, maxLength: 3 })

/** Everything but what stays where it is: rows in quarantine. */
function facts(workspace: TestWorkspace): Record<string, string[]> {
  return { ...dump(workspace.engine.context.read), quarantine: [] }
}

async function take(
  workspace: TestWorkspace,
  given: readonly Omit<GivenFile, 'name'>[],
  prefix: string,
): Promise<(number | null)[]> {
  const ids = []
  for (const [index, file] of given.entries()) {
    const [report] = await workspace.take({
      ...file,
      name: `${prefix}-${index}${file.mapping ? '.csv' : '.json'}`,
    })
    ids.push(report!.importId)
  }
  return ids
}

async function finished(workspace: TestWorkspace, start: Promise<{ jobId: number }>): Promise<number> {
  const { jobId } = await start
  for (;;) {
    const job = (await workspace.client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(job.error ?? job.state)
    if (job.state === 'done') return jobId
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function merge(director: TestWorkspace, other: TestWorkspace): Promise<string> {
  const orders = [{ reference: { path: join(other.folder, 'workspace') }, name: 'North' }]
  const jobId = await finished(director, director.client.merging.start({ orders }))
  const [report] = await director.client.merging.reports({ jobId })
  expect(report!.error).toBeNull()
  return report!.outcome
}

async function sound(workspace: TestWorkspace): Promise<void> {
  expect(await workspace.client.workspace.check()).toMatchObject({ ok: true, problems: [] })
  expect(strays(workspace.engine.context.read)).toEqual([])
}

async function inTwo(work: (director: TestWorkspace, other: TestWorkspace) => Promise<void>): Promise<void> {
  const [director, other] = [await openTestWorkspace(), await openTestWorkspace()]
  try {
    await work(director, other)
  } finally {
    await director.close()
    await other.close()
  }
}

test('an empty workspace holds after a merge what the other one holds', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      await inTwo(async (director, other) => {
        const ids = await take(other, given, 'there')
        if (ids.every((id) => id === null)) return
        expect(await merge(director, other)).toBe('merged')
        await sound(director)
        expect(facts(director)).toEqual(facts(other))
        expect(await merge(director, other)).toBe('unchanged')
      })
    }),
    settings,
  )
})

test('a merge that is taken back leaves what there was before it', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(files, files, async (own, given) => {
      await inTwo(async (director, other) => {
        await take(director, own, 'here')
        const ids = await take(other, given, 'there')
        if (ids.every((id) => id === null)) return
        const before = facts(director)
        await merge(director, other)
        await sound(director)
        const [merged] = await director.client.merging.list()
        await finished(director, director.client.merging.undo({ id: merged!.id }))
        await sound(director)
        expect(facts(director)).toEqual(before)
      })
    }),
    settings,
  )
})

test(
  'merging again brings what came since and takes away what was undone',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(files, files, fc.nat(2), async (first, second, undone) => {
        await inTwo(async (director, other) => {
          const ids = await take(other, first, 'first')
          if (ids.every((id) => id === null)) return
          await merge(director, other)
          const later = await take(other, second, 'second')
          const gone = ids[undone % ids.length]
          if (gone !== null && gone !== undefined) await other.undo(gone)
          if ([...ids.filter((id) => id !== gone), ...later].every((id) => id === null)) return
          await merge(director, other)
          await sound(director)
          expect(facts(director)).toEqual(facts(other))
        })
      }),
      settings,
    )
  },
)
