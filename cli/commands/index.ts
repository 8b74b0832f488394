import type { Command } from '../command.ts'
import { agreement } from './agreement.ts'
import { analyze } from './analyze.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { calibration } from './calibration.ts'
import { check } from './check.ts'
import { decrypt } from './decrypt.ts'
import { encrypt } from './encrypt.ts'
import { diagnostics } from './diagnostics.ts'
import { evaluations } from './evaluations.ts'
import { exportFacts } from './export.ts'
import { findings } from './findings.ts'
import { form } from './form.ts'
import { health } from './health.ts'
import { importFiles } from './import.ts'
import { init } from './init.ts'
import { judge } from './judge.ts'
import { key } from './key.ts'
import { merge } from './merge.ts'
import { models } from './models.ts'
import { metrics } from './metrics.ts'
import { policy } from './policy.ts'
import { privacy } from './privacy.ts'
import { profile } from './profile.ts'
import { quarantine } from './quarantine.ts'
import { rank } from './rank.ts'
import { report } from './report.ts'
import { salvage } from './salvage.ts'
import { score } from './score.ts'
import { search } from './search.ts'
import { sentiment } from './sentiment.ts'
import { serve } from './serve.ts'
import { summary } from './summary.ts'
import { supervisorCopy } from './supervisor-copy.ts'
import { transcribe } from './transcribe.ts'
import { undo } from './undo.ts'
import { updates } from './updates.ts'

/** Every command of the terminal, in the order the help shows them. */
export const commands: readonly Command[] = [
  init,
  importFiles,
  undo,
  merge,
  supervisorCopy,
  quarantine,
  privacy,
  profile,
  summary,
  health,
  metrics,
  transcribe,
  models,
  analyze,
  evaluations,
  form,
  judge,
  rank,
  report,
  exportFacts,
  search,
  findings,
  score,
  sentiment,
  agreement,
  calibration,
  check,
  audit,
  policy,
  diagnostics,
  updates,
  encrypt,
  decrypt,
  key,
  backup,
  salvage,
  serve,
]
