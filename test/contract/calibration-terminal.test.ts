import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aForm, aQuestion, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { runHere } from '../support/terminal.ts'

test('the terminal carries a calibration from one workspace into another, once, and refuses what was changed', async () => {
  const owner = await openDesk(2)
  onTestFinished(() => rmSync(owner.folder, { recursive: true, force: true }))
  const scorecardId = await publishForm(owner, aForm([aQuestion('greets')]))
  await owner.client.calibration.create({
    name: 'March round',
    scorecardId,
    mode: 'consensus',
    interactionIds: [await conversationOf(owner, 'C-101'), await conversationOf(owner, 'C-201')],
    reviewers: ['Rita', 'Hedy'],
  })
  await owner.engine.close()
  const here = (...args: string[]) =>
    runHere(['calibration', ...args, '--workspace', join(owner.folder, 'workspace')], owner.folder)
  const there = (...args: string[]) =>
    runHere(['calibration', ...args, '--workspace', join(owner.folder, 'elsewhere')], owner.folder)

  expect((await here('show')).stdout).toContain('Rita 0/2, Hedy 0/2')
  expect(await here('export', 'march round')).toMatchObject({
    exitCode: 1,
    stderr: 'Say whose part it is: Rita, Hedy.\n',
  })
  const part = join(owner.folder, 'part.json')
  const exported = await here('export', 'march', 'round', '--reviewer', 'Hedy', '--to', 'part.json', '--json')
  expect(JSON.parse(exported.stdout)).toEqual({ file: part, kind: 'part' })
  expect(await there('import', 'part.json')).toMatchObject({
    exitCode: 0,
    stdout: '2 conversations wait in the review queue of Hedy.\n',
  })
  const again = await there('import', 'part.json', '--json')
  expect(JSON.parse(again.stdout)).toMatchObject([{ added: 0, unchanged: 2, reviewer: 'Hedy' }])
  const shown = JSON.parse((await there('show', '1', '--json')).stdout) as {
    session: object
    mine: object[]
    results: null
  }
  expect(shown).toMatchObject({ session: { name: 'March round', isOurs: false }, results: null })
  expect(shown.mine).toHaveLength(2)
  expect((await there('export', '1')).stderr).toBe(
    '2 of 2 conversations are not submitted yet; score them first.\n',
  )
  expect((await here('import', 'part.json')).stderr).toContain('was made in this workspace')
  writeFileSync(part, readFileSync(part, 'utf8').replace('goodbye', 'welcome'))
  expect(await there('import', 'part.json')).toMatchObject({
    exitCode: 1,
    stderr: 'This file was changed after it was exported: ask for it once more. Nothing was changed.\n',
  })
  expect((await there('show', 'another')).stderr).toContain('There is no calibration "another"')
  expect(await there('mend')).toMatchObject({ exitCode: 2 })
})
