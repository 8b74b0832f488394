import { z } from 'zod'

/** How a reference begins that was deleted for good; what follows is a keyed hash, the same for the same reference. */
export const DELETED_REF = 'deleted:'

/** What exports call a contact, for people to read: null where they say nothing, or where it was deleted for good. */
export const contactRef = z
  .string()
  .nullable()
  .transform((ref) => (ref?.startsWith(DELETED_REF) ? null : ref))
