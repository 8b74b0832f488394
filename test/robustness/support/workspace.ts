import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { importFiles } from '../../../engine/imports/index.ts'
import { createEngine, type Engine } from '../../../engine/index.ts'
import type { ImportReport } from '../../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../../shared/domain/import-kinds.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

/** A file as a test gives it: its text, and what a person would say of it. */
export interface GivenFile {
  name: string
  content: string
  kind?: ImportKind
  source?: string
  mapping?: Mapping
}

/** A real engine on a workspace of its own, with short ways to import and undo. */
export interface TestWorkspace {
  folder: string
  engine: Engine
  client: Client
  /** Imports the files in one go, as one job would. */
  take(...files: GivenFile[]): Promise<ImportReport[]>
  undo(importId: number): Promise<void>
  close(): Promise<void>
}

/** Opens a new workspace in a temporary folder. Days are those of UTC. */
export async function openTestWorkspace(): Promise<TestWorkspace> {
  const folder = makeTemporaryFolder()
  const files = join(folder, 'files')
  mkdirSync(files)
  let now = Date.UTC(2026, 5, 1)
  const engine = await createEngine({
    workspace: join(folder, 'workspace'),
    takesPaths: true,
    now: () => (now += 1000),
  })
  const client = directClient(engine)
  await client.workspace.setPreferences({ timeZone: 'UTC' })
  return {
    folder,
    engine,
    client,
    async take(...given) {
      const orders = given.map(({ name, content, kind, source, mapping }) => {
        const path = join(files, name)
        writeFileSync(path, content)
        return {
          path,
          name,
          keptPath: path,
          ...(kind && { kind }),
          ...(source && { source }),
          ...(mapping && { mappings: { '': mapping } }),
        }
      })
      return importFiles(engine.context, orders, {})
    },
    async undo(importId) {
      await client.imports.undo({ importId })
    },
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
