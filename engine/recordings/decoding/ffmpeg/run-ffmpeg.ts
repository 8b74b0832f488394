import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'

/** A running ffmpeg that writes WAV with 32-bit floats. */
export interface RunningFfmpeg {
  output: Readable
  /** What it said so far, bounded. */
  said(): string
  /** Waits for its end: true when it went well. False also when it could not be started. */
  ended: Promise<boolean>
  /** Ends it at once, whatever it does. */
  kill(): void
}

const mostWords = 1 << 16

/**
 * Arguments that decode the first sound stream of a file. The path is absolute and behind `file:`, so that no name is taken for an
 * option or a protocol; the demuxer is fixed and only files may be opened, so that no file (a playlist, say) makes ffmpeg read others.
 */
function ffmpegArguments(path: string, demuxer: string): string[] {
  const quiet = ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'info']
  const input = ['-protocol_whitelist', 'file,pipe', '-f', demuxer, '-i', `file:${resolve(path)}`]
  const firstSound = ['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1', '-bitexact']
  return [...quiet, ...input, ...firstSound, '-c:a', 'pcm_f32le', '-f', 'wav', 'pipe:1']
}

/** Starts ffmpeg without a shell. Its output is read as it is needed: ffmpeg waits meanwhile. */
export function runFfmpeg(program: string, path: string, demuxer: string): RunningFfmpeg {
  const child = spawn(program, ffmpegArguments(path, demuxer), {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let said = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (words: string) => {
    said = (said + words).slice(-mostWords)
  })
  const ended = new Promise<boolean>((settle) => {
    child.on('error', () => settle(false))
    child.on('close', (code) => settle(code === 0))
  })
  return {
    output: child.stdout,
    said: () => said,
    ended,
    kill() {
      child.kill('SIGKILL')
      child.stdout.destroy()
    },
  }
}
