import type { EngineContext } from '../context.ts'
import { languageAtHand, type Language } from '../speaking-in.ts'
import { revisionOf } from '../store/index.ts'
import { assessHealth, type Assessed } from './assess.ts'

interface Kept {
  revision: number
  /** With its sentences in each language. */
  said: Map<Language, Assessed>
}

const kept = new WeakMap<object, Kept>()

/** What is missing, found once for each state of the workspace: any commit makes it forget, unless it was a quiet one. */
export function assessedHealth({ read }: Pick<EngineContext, 'read'>): Assessed {
  const revision = revisionOf(read)
  let known = kept.get(read)
  if (known?.revision !== revision) kept.set(read, (known = { revision, said: new Map() }))
  const language = languageAtHand()
  let assessed = known.said.get(language)
  if (!assessed) known.said.set(language, (assessed = assessHealth(read)))
  return assessed
}
