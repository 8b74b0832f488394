import { z } from 'zod'

// zod otherwise tries `new Function` once, which the content security policy reports as a violation on each load.
z.config({ jitless: true })
