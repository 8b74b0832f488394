import { createConnection } from 'node:net'

/** What a door says to these very bytes, sent as they are; empty where it hangs up without a word. `pieces` come one after the other. */
export function rawRequest(origin: string, pieces: readonly string[], pauseMs = 0): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) })
    let answer = ''
    const end = () => {
      clearTimeout(patience)
      socket.destroy()
      resolve(answer)
    }
    const patience = setTimeout(end, 15_000)
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1')
    })
    socket.on('close', end)
    // whoever is hung up on has had the answer before
    socket.on('error', () => {})
    const send = async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(Buffer.from(piece, 'latin1'))
        if (pauseMs > 0) await new Promise((next) => setTimeout(next, pauseMs))
      }
    }
    void send()
  })
}

/** The status of an answer; 0 where the door hung up. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
