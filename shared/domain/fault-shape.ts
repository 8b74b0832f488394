import { z } from 'zod'
import { FRAME, MOST_CAUSES, MOST_FRAMES, NAME, type Fault } from './fault.ts'

const named = z.strictObject({
  name: z.string().regex(NAME),
  code: z
    .string()
    .regex(/^[A-Z0-9_]{2,70}$/)
    .nullable(),
})

/** A fault as it is written down. It stands beside `faultOf` for the page, which watches for errors before it may load zod. */
export const fault: z.ZodType<Fault> = z.strictObject({
  ...named.shape,
  frames: z.array(z.string().regex(FRAME)).max(MOST_FRAMES),
  causes: z.array(named).max(MOST_CAUSES),
})
