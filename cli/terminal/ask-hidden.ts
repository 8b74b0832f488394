const ENTER = /[\r\n]/
const BACKSPACES = new Set(['\b', '\u007f'])
const INTERRUPT = '\u0003'
const END = '\u0004'

/** Asks on the terminal and shows nothing of what is typed; null where standard input is no terminal, or is ended. Ctrl-C ends the program. */
export async function askHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return null
  stderr.write(`${question}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<string | null>((resolve) => {
      let typed: string[] = []
      const take = (piece: string) => {
        for (const letter of piece) {
          if (ENTER.test(letter)) return settle(typed.join(''))
          if (letter === END) return settle(null)
          if (letter === INTERRUPT) process.kill(process.pid, 'SIGINT')
          else if (BACKSPACES.has(letter)) typed = typed.slice(0, -1)
          else typed.push(letter)
        }
      }
      const settle = (text: string | null) => {
        stdin.off('data', take)
        resolve(text)
      }
      stdin.on('data', take)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
