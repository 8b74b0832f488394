import { z } from 'zod'

/** How a reply begins, and the newest version of it that is understood. */
export const PACKET_REPLY = 'debrief-reply'
export const PACKET_REPLY_VERSION = 1

/** What an agent sends back: the file that the packet writes when its form is filled in. */
export const packetReply = z.object({
  format: z.literal(PACKET_REPLY),
  version: z.number().int(),
  workspace: z.string().max(100),
  sessionId: z.number().int(),
  agentId: z.number().int(),
  madeAt: z.number().int(),
  /** Of the workspace that wrote the packet, over what it is about: a reply to one session cannot be passed off as one to another. */
  ticket: z.string().max(200),
  /** Null where the page was made before the session: there was nothing to agree on. */
  agrees: z.boolean().nullable(),
  comment: z.string().max(8000),
  /** What they see otherwise, moment by moment, by its place in the packet and, as moments may be chosen anew since, what it was called there. */
  disputes: z
    .array(
      z.object({
        moment: z.number().int().min(1).max(20),
        title: z.string().max(2000).optional(),
        comment: z.string().max(2000),
      }),
    )
    .max(20),
})
export type PacketReply = z.infer<typeof packetReply>
