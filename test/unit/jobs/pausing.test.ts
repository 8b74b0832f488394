import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../../engine/index.ts'
import { createJobRunner, type JobWork } from '../../../engine/jobs/index.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Counts to five in steps that are kept, one each time `gate` lets it. */
function counting(gate: () => Promise<void>): JobWork {
  return async (_payload, handle, kept) => {
    let done = typeof kept === 'number' ? kept : 0
    while (done < 5) {
      await Promise.race([
        gate(),
        new Promise<void>((_resolve, reject) =>
          handle.signal.addEventListener('abort', () => reject(handle.signal.reason as Error)),
        ),
      ])
      handle.signal.throwIfAborted()
      done++
      handle.progress(done / 5, `${done} of 5`)
      await handle.keep(done)
    }
    return done
  }
}

function aGate() {
  let open: (() => void)[] = []
  return {
    wait: () => new Promise<void>((resolve) => open.push(resolve)),
    async letThrough() {
      while (open.length === 0) await moment()
      open.splice(0).forEach((go) => go())
      await moment()
    },
    /** Also where somebody who was stopped still stands at the gate. */
    async letThroughUntil(isOver: () => boolean) {
      while (!isOver()) {
        open.splice(0).forEach((go) => go())
        await moment()
      }
    },
  }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 10))

async function aRunner() {
  const engine = await createEngine({ workspace: join(temporaryFolder(), 'workspace'), takesPaths: true })
  onTestFinished(() => engine.close())
  const sound = aGate()
  const data = aGate()
  const works = new Proxy({} as Record<Job['kind'], JobWork>, {
    get: (_target, kind) => counting(kind === 'transcribe' ? sound.wait : data.wait),
  })
  const runner = createJobRunner(engine.context, works)
  const reaches = async (id: number, state: Job['state']) => {
    while (runner.get(id).state !== state) await moment()
  }
  return { engine, runner, sound, data, reaches, works }
}

describe('a job of recordings', () => {
  test('is paused, keeps what it has done, and goes on from there', async () => {
    const { runner, sound, reaches } = await aRunner()
    const id = await runner.start('transcribe', 'Transcribing', {})
    await sound.letThrough()
    await sound.letThrough()
    await runner.pause(id)
    await reaches(id, 'paused')
    expect(runner.result(id)).toBe(2)
    expect(runner.get(id)).toMatchObject({ progress: 0.4, error: null, endedAt: null })
    await runner.resume(id)
    await sound.letThroughUntil(() => runner.get(id).state === 'done')
    expect(runner.result(id)).toBe(5)
  })

  test('does not hold up an import', async () => {
    const { runner, sound, data, reaches } = await aRunner()
    const slow = await runner.start('transcribe', 'Transcribing', {})
    const quick = await runner.start('import', 'Importing', {})
    for (let step = 0; step < 5; step++) await data.letThrough()
    await reaches(quick, 'done')
    expect(runner.get(slow).state).toBe('running')
    for (let step = 0; step < 5; step++) await sound.letThrough()
    await reaches(slow, 'done')
  })

  test('stays paused over a restart, and is cancelled from there', async () => {
    const { engine, runner, works, reaches } = await aRunner()
    const id = await runner.start('transcribe', 'Transcribing', {})
    await reaches(id, 'running')
    await runner.pause(id)
    await reaches(id, 'paused')
    const next = createJobRunner(engine.context, works)
    await next.recover(true)
    await moment()
    expect(next.get(id).state).toBe('paused')
    await next.cancel(id)
    expect(next.get(id).state).toBe('cancelled')
  })

  test('is taken up however often Debrief was closed meanwhile', async () => {
    const { engine, runner, works, sound, reaches } = await aRunner()
    const id = await runner.start('transcribe', 'Transcribing', {})
    await reaches(id, 'running')
    let current = runner
    for (let closing = 0; closing < 5; closing++) {
      await current.close()
      current = createJobRunner(engine.context, works)
      await current.recover(true)
      while (current.get(id).state !== 'running') await moment()
    }
    await sound.letThroughUntil(() => current.get(id).state === 'done')
    expect(current.result(id)).toBe(5)
  })
})

test('an import cannot be paused, and says so', async () => {
  const { runner } = await aRunner()
  const id = await runner.start('import', 'Importing', {})
  await expect(runner.pause(id)).rejects.toThrow('This cannot be paused half-way; it can be cancelled.')
  await runner.cancel(id)
})
