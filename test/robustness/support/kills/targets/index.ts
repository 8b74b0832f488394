import type { KillTarget } from '../target.ts'
import { backingUp } from './backing-up.ts'
import { backingUpByItself } from './backing-up-by-itself.ts'
import { copying } from './copying.ts'
import { correcting } from './correcting.ts'
import { deleting } from './deleting.ts'
import { importing } from './importing.ts'
import { merging } from './merging.ts'
import { migrating } from './migrating.ts'
import { notes } from './notes.ts'
import { reading } from './reading.ts'
import { restoring, restoringEncrypted } from './restoring.ts'
import { resuming } from './resuming.ts'
import { salvaging } from './salvaging.ts'
import { scoring } from './scoring.ts'
import { transcribing } from './transcribing.ts'
import { undoing } from './undoing.ts'

/** Everything that is killed, each a file of its own. */
export const targets: readonly KillTarget[] = [
  importing,
  correcting,
  resuming,
  undoing,
  deleting,
  reading,
  transcribing,
  scoring,
  notes,
  migrating,
  merging,
  backingUp,
  backingUpByItself,
  copying,
  restoring,
  restoringEncrypted,
  salvaging,
]
