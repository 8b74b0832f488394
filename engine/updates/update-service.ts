import { rmSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { t } from '#speech'
import type { UpdateState } from '../../shared/contract/updates.ts'
import type { MachinePolicy } from '../machine-policy.ts'
import { lookNowAndThen, type Pauses } from '../now-and-then.ts'
import { asProblem, Problem } from '../problem.ts'
import { feedAddress } from './feed-address.ts'
import { compareVersions, type FeedEntry, type Installer, type UpdateFeed } from './feed.ts'
import { fetchFile } from './fetch-file.ts'
import { readKept, writeKept } from './kept-choice.ts'
import { feedKeys, readFeed } from './read-feed.ts'

/** A file that is what a believed feed says, and how it is installed. */
export interface CheckedUpdate extends Pick<FeedEntry, 'bytes' | 'sha512'> {
  path: string
  version: string
  installer: Installer
}

/** What an installed Debrief knows of itself. */
export interface Installation {
  version: string
  policy: MachinePolicy
  /** The keys a feed may be signed with, as PEM; empty where whoever made the installer put none in. */
  keys: string
  /** Where fetched files and the choice of feed are kept: a folder of the person's own. */
  folder: string
  installer: Installer
  cpu: string
  /** Hands a checked file to the shell, which closes Debrief and installs it. */
  install(update: CheckedUpdate): void
  now?: () => number
  /** How long after the start it first looks by itself, and how often it asks whether a day is over. */
  pauses?: Pauses
  /** How long a server may say nothing while a file is fetched. */
  silenceMs?: number
}

/** Newer versions of Debrief. */
export interface UpdateService {
  state(): UpdateState
  choose(choice: { feed: string | null; isAutomatic: boolean }): UpdateState
  check(): Promise<UpdateState>
  /** Begins to fetch what was found; how far it is stands in the state. */
  fetch(): UpdateState
  install(): void
  close(): void
}

const DAY_MS = 86_400_000
const usualPauses = { first: 60_000, between: 3_600_000 }

/** Looks for newer versions of an installed Debrief at the feed that IT or a person named; without one it asks nobody. */
export function updateService(installation: Installation): UpdateService {
  const { version, policy, folder, installer, now = Date.now, pauses = usualPauses } = installation
  const keys = feedKeys(installation.keys)
  const given = typeof policy.updates === 'object' ? policy.updates.feed : null
  const installsItself = installer !== 'deb'
  const stop = new AbortController()
  let phase: UpdateState['phase'] = 'idle'
  let found: { feed: UpdateFeed; entry: FeedEntry; from: string } | null = null
  let fetched = 0
  let file: string | null = null
  let problem: string | null = null

  const choice = () => {
    const kept = readKept(folder)
    return given === null ? kept : { ...kept, feed: given, isAutomatic: true }
  }
  const whyOff = (): UpdateState['off'] => {
    if (policy.network === 'off') return 'network'
    if (policy.updates === 'off') return 'machine'
    if (keys.length === 0) return 'no-key'
    return choice().feed === null ? 'no-feed' : null
  }
  const state = (): UpdateState => {
    const { feed, isAutomatic, checkedAt } = choice()
    return {
      version,
      off: whyOff(),
      feed,
      isFeedGiven: given !== null,
      isAutomatic,
      installsItself,
      phase,
      found: found && {
        version: found.feed.version,
        madeAt: Date.parse(found.feed.madeAt),
        notes: found.feed.notes,
        bytes: found.entry.bytes,
        fetched,
      },
      checkedAt,
      problem,
    }
  }
  const fail = (error: unknown): void => {
    phase = 'failed'
    problem =
      asProblem(error)?.message ?? t`Something unexpected went wrong with the update; nothing was changed.`
  }
  const feedToAsk = (): string => {
    const { feed } = choice()
    if (feed === null || whyOff() !== null)
      throw new Problem('NOT_ALLOWED', t`Updates are off here; nobody was asked. Settings, Updates says why.`)
    return feed
  }
  const isFileOf = (entry: FeedEntry) => entry.installer === installer && entry.cpu === installation.cpu

  async function check(): Promise<UpdateState> {
    const from = feedToAsk()
    if (phase === 'checking' || phase === 'fetching') return state()
    phase = 'checking'
    problem = null
    try {
      const before = readKept(folder)
      const feed = await readFeed(from, { keys, version, newestMadeAt: before.newestMadeAt, now: now() })
      writeKept(folder, { ...readKept(folder), checkedAt: now(), newestMadeAt: Date.parse(feed.madeAt) })
      if (compareVersions(feed.version, version) === 0) forget('newest')
      else take(feed, from)
    } catch (error) {
      fail(error)
    }
    return state()
  }

  function take(feed: UpdateFeed, from: string): void {
    const entry = feed.files.find(isFileOf)
    if (!entry)
      throw new Problem(
        'NOT_FOUND',
        t`The feed of updates offers ${{ version: feed.version }}, and nothing of it for this computer (${{ installer }}, ${{ cpu: installation.cpu }}); nothing was fetched.`,
      )
    const isSame = found?.entry.sha512 === entry.sha512
    found = { feed, entry, from }
    if (!isSame) file = null
    phase = file === null ? 'found' : 'ready'
  }

  function forget(to: UpdateState['phase']): void {
    found = null
    file = null
    fetched = 0
    phase = to
  }

  async function fetchFound(): Promise<void> {
    if (!found || !installsItself) return
    const { entry, from } = found
    phase = 'fetching'
    problem = null
    fetched = 0
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      clear(folder, entry.name)
      file = await fetchFile(from, entry, folder, {
        signal: stop.signal,
        onBytes: (bytes) => (fetched = bytes),
        silenceMs: installation.silenceMs,
      })
      fetched = entry.bytes
      phase = 'ready'
    } catch (error) {
      fail(error)
    }
  }

  async function byItself(): Promise<void> {
    const { isAutomatic, checkedAt } = choice()
    const isDue = checkedAt === null || now() - checkedAt >= DAY_MS || checkedAt > now()
    if (isAutomatic && whyOff() === null && isDue && phase !== 'fetching' && phase !== 'ready') {
      await check()
      // read anew: the check has changed it
      if (state().phase === 'found') await fetchFound()
    }
  }
  const looking = lookNowAndThen(byItself, pauses, fail)

  return {
    state,
    choose({ feed, isAutomatic }) {
      if (given !== null || policy.updates === 'off' || policy.network === 'off')
        throw new Problem(
          'NOT_ALLOWED',
          t`Updates are settled by the policy of this machine; ask whoever looks after it. Nothing was changed.`,
        )
      const address = feed === null || feed.trim() === '' ? null : feedAddress(feed)
      const before = readKept(folder)
      writeKept(folder, {
        feed: address,
        isAutomatic: isAutomatic && address !== null,
        // what another feed said does not bind this one
        ...(address === before.feed
          ? { checkedAt: before.checkedAt, newestMadeAt: before.newestMadeAt }
          : { checkedAt: null, newestMadeAt: 0 }),
      })
      if (address !== before.feed && phase !== 'fetching') forget('idle')
      problem = null
      return state()
    },
    check,
    fetch() {
      feedToAsk()
      if (phase === 'checking' || phase === 'fetching' || phase === 'ready') return state()
      if (!found || !installsItself)
        throw new Problem('NOT_FOUND', t`There is nothing to fetch; look for updates first.`)
      void fetchFound()
      return state()
    },
    install() {
      feedToAsk()
      if (!found || file === null || phase !== 'ready')
        throw new Problem(
          'NOT_FOUND',
          t`Nothing was fetched that could be installed; look for updates first.`,
        )
      const { bytes, sha512 } = found.entry
      installation.install({ path: file, bytes, sha512, version: found.feed.version, installer })
    },
    close() {
      stop.abort()
      looking.close()
    },
  }
}

/** Removes what earlier updates left in the folder. */
function clear(folder: string, kept: string): void {
  for (const name of readdirSync(folder))
    if (name !== kept && name !== 'updates.json') rmSync(path.join(folder, name), { force: true })
}
