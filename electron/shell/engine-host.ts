import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { t } from '#speech'
import type { WorkspaceWanted } from '../../engine/current-engine.ts'
import { channels } from '../channels.ts'
import { reportLeftBehind } from '../../engine/crash-reports.ts'
import type { Playback } from '../../engine/playback.ts'
import type {
  EngineAnswer,
  EngineOrder,
  EngineStart,
  KeychainAnswer,
  StateAnswer,
  Work,
} from '../engine-messages.ts'
import type { CheckedUpdate } from '../../engine/updating.ts'
import { openKeychain } from './keychain.ts'
import { transcriberHost } from './transcriber-host.ts'

/** Who calls: the desktop has one window, and its sound is asked for on its behalf. */
const WINDOW = 'window'

/** How long the engine may take to put its data away before it is ended. */
const CLOSE_MS = 10_000

/** The engine's process, from main's side. */
export interface EngineHost {
  /** Opens a workspace, and says where it lies; throws the engine's sentence when it cannot. */
  open(which: WorkspaceWanted | 'usual'): Promise<{ folder: string; isSample: boolean }>
  /** The folder of the workspace that is open; null before the first. */
  folder(): string | null
  /** Gives the page a fresh port to the engine. */
  connect(page: WebContents): void
  /** How a recording is played; a sentence where it cannot be. */
  playback(recordingId: number): Promise<Playback | { sentence: string }>
  /** Has the engine tell of its work, or stop. */
  followWork(isWanted: boolean): void
  pauseWatching(isPaused: boolean): void
  close(): Promise<void>
}

/** What main does when the engine's process says so. */
export interface EngineEvents {
  /** The engine ended without having been told to. */
  onCrash(): void
  /** A person has said that an update is to be installed. */
  onInstall(update: CheckedUpdate): void
  /** What is watched and done is something else now. */
  onWork(work: Work): void
  /** Something that the tray asked for was not done. */
  onRefusal(sentence: string): void
}

/** Starts the engine's process, and those that transcribe for it when it asks. */
export function startEngine(
  modules: { engine: string; transcriber: string },
  begin: EngineStart,
  { onCrash, onInstall, onWork, onRefusal }: EngineEvents,
): EngineHost {
  const child = utilityProcess.fork(modules.engine, [JSON.stringify(begin)], {
    serviceName: 'Debrief engine',
    stdio: 'inherit',
  })
  const say = (order: EngineOrder, ports: Electron.MessagePortMain[] = []) => child.postMessage(order, ports)
  const transcribers = transcriberHost(modules.transcriber, say)
  const keychain = openKeychain()
  say({ type: 'keychain', known: keychain?.all() ?? null })
  const keep = ({ request, name, value }: KeychainAnswer) => {
    try {
      keychain?.set(name, value)
      say({ type: 'secret-set', request, problem: null })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      say({ type: 'secret-set', request, problem: t`The key could not be kept (${{ reason }}).` })
    }
  }
  let isClosing = false
  let open: { folder: string; pid: number } | null = null
  let requests = 0
  child.on('message', (answer: EngineAnswer) => {
    if (answer.type === 'child-start' || answer.type === 'child-order' || answer.type === 'child-kill')
      transcribers.take(answer)
    else if (answer.type === 'secret-set') keep(answer)
    else if (answer.type === 'install-update') onInstall(answer.update)
    else if (answer.type === 'work') onWork(answer.work)
    else if (answer.type === 'not-done') onRefusal(answer.sentence)
  })
  child.on('exit', () => {
    transcribers.endAll()
    if (isClosing) return
    // killed or out of memory, it could say nothing itself
    if (open) reportLeftBehind(open.folder, { pid: open.pid, at: Date.now() })
    onCrash()
  })
  return {
    async open(which) {
      const answered = nextAnswer(child)
      say({ type: 'open', which })
      const answer = await answered
      if (answer.type === 'opened') return (open = answer)
      throw new Error(answer.type === 'failed' ? answer.sentence : t`The engine ended; start Debrief again.`)
    },
    folder: () => open?.folder ?? null,
    connect(page) {
      const { port1, port2 } = new MessageChannelMain()
      say({ type: 'connect', caller: WINDOW }, [port1])
      page.postMessage(channels.port, null, [port2])
    },
    playback(recordingId) {
      const request = ++requests
      return new Promise((resolve) => {
        const settle = (playback: Playback | { sentence: string }) => {
          child.off('message', take)
          child.off('exit', end)
          resolve(playback)
        }
        const take = (answer: EngineAnswer) => {
          if (answer.type === 'playback' && answer.request === request) settle(answer.playback)
        }
        const end = () => settle({ sentence: t`The engine ended; start Debrief again.` })
        child.on('message', take)
        child.on('exit', end)
        say({ type: 'playback', request, recordingId, caller: WINDOW })
      })
    },
    followWork: (isWanted) => say({ type: 'follow-work', isWanted }),
    pauseWatching: (isPaused) => say({ type: 'pause-watching', isPaused, caller: WINDOW }),
    async close() {
      if (isClosing) return
      isClosing = true
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      const answered = nextAnswer(child)
      say({ type: 'close' })
      await Promise.race([answered, afterMs(CLOSE_MS)])
      child.kill()
      await Promise.race([gone, afterMs(CLOSE_MS)])
    },
  }
}

function afterMs(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs)
  })
}

function nextAnswer(child: UtilityProcess): Promise<StateAnswer> {
  return new Promise((resolve) => {
    const take = (answer: EngineAnswer) => {
      if (answer.type !== 'opened' && answer.type !== 'failed' && answer.type !== 'closed') return
      child.off('message', take)
      child.off('exit', end)
      resolve(answer)
    }
    const end = () => take({ type: 'failed', sentence: t`The engine ended; start Debrief again.` })
    child.on('message', take)
    child.on('exit', end)
  })
}
