import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { t } from '#speech'
import { Problem } from './problem.ts'

const webAddress = z.url({ protocol: /^https?$/ })

/** What IT settles for a machine, in a file that only administrators can write. What it does not name stays as it is. */
export const machinePolicy = z.strictObject({
  /** `off`: Debrief never looks for a newer one. A feed: the address of the folder that holds `debrief-update.json`. */
  updates: z.union([z.literal('off'), z.strictObject({ feed: webAddress })]).optional(),
  /** Where a person's own workspace lies, in place of the usual folder; `~` stands for the person's home. */
  workspaceFolder: z.string().min(1).max(1000).optional(),
  /** `off`: nothing is fetched and nothing is sent, whatever anybody allows in the app. */
  network: z.literal('off').optional(),
  /** `off`: `serve` does not open the page in a browser. */
  browserDoor: z.literal('off').optional(),
  /** The proxy for all requests, in place of the system's; `noProxy` as curl reads it. */
  proxy: z.strictObject({ address: webAddress, noProxy: z.string().max(4000).optional() }).optional(),
  /** A file of certificates (PEM) to trust beside the system's. */
  certificates: z.string().min(1).max(1000).optional(),
  /** A governance policy (`policy.json`) that everybody on this machine has and nobody changes. */
  governancePolicy: z.string().min(1).max(1000).optional(),
})
export type MachinePolicy = z.infer<typeof machinePolicy> & {
  /** What the file of `governancePolicy` holds, as text. */
  lockedGovernance?: string
}

/** Where the file lies on each platform. Only administrators may write there. */
export function machinePolicyFile(platform = process.platform, environment = process.env): string {
  if (platform === 'win32')
    return path.win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Debrief', 'machine-policy.json')
  return platform === 'darwin'
    ? '/Library/Application Support/Debrief/machine-policy.json'
    : '/etc/debrief/machine-policy.json'
}

/** Nothing of the file is as large. */
const LARGEST_BYTES = 1_000_000

/**
 * The machine's policy; none where there is no file. Throws a Problem that names the file where it cannot be read or says something that
 * Debrief does not know: a rule that is misspelt must not be one that is not kept.
 */
export function readMachinePolicy(file = machinePolicyFile()): MachinePolicy {
  const text = textOf(file, file)
  if (text === null) return {}
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw refusal(file, t`it is no JSON`, cause)
  }
  const parsed = machinePolicy.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.join('.') || t`its keys`
    throw refusal(file, `${place}: ${issue?.message ?? t`not as it should be`}`, parsed.error)
  }
  const policy = parsed.data
  for (const named of [policy.certificates, policy.governancePolicy])
    if (named !== undefined && !path.isAbsolute(named))
      throw refusal(file, t`${{ path: named }} is no full path`)
  if (policy.governancePolicy === undefined) return policy
  const locked = textOf(policy.governancePolicy, file)
  if (locked === null) throw refusal(file, t`${{ file: policy.governancePolicy }} is missing`)
  return { ...policy, lockedGovernance: locked }
}

/** Null where the file is missing; everything else is a refusal that names the policy. */
function textOf(file: string, policyFile: string): string | null {
  try {
    const text = readFileSync(file, 'utf8')
    if (text.length > LARGEST_BYTES) throw refusal(policyFile, t`${{ file }} is too large`)
    return text
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw refusal(policyFile, t`${{ file }} cannot be read (${{ code: String(code) }})`, error)
  }
}

function refusal(file: string, reason: string, cause?: unknown): Problem {
  return new Problem(
    'INVALID_INPUT',
    t`Debrief does not start because the policy of this machine, ${{ file }}, is broken: ${{ reason }}. Ask whoever looks after this computer.`,
    { cause },
  )
}
