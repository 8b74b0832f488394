import type { z } from 'zod'
import type { columnGuess } from '../../../../shared/contract/imports.ts'

/** What the engine makes of one column. */
export type ColumnGuess = z.infer<typeof columnGuess>
