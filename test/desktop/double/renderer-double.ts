/**
 * The script that runs the shipped preload before the page's own scripts: `require` gives it `electron` and nothing else, and what it
 * says to main goes through `__doubleSend`.
 */
export function rendererDouble(preloadSource: string): string {
  return `(() => {
  if (window !== window.top) return
  const listeners = new Map()
  const ports = new Map()
  const send = (message) => globalThis.__doubleSend(message)
  globalThis.__doubleReceive = ({ type, channel, args, portId, id, data }) => {
    if (type === 'port') return ports.get(id)?.postMessage(data)
    const event = { ports: [] }
    if (portId !== undefined) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data: said }) => send({ type: 'port', id: portId, data: said })
      ports.set(portId, port1)
      event.ports.push(port2)
    }
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld(name, api) {
        Object.defineProperty(globalThis, name, { value: Object.freeze({ ...api }) })
      },
    },
    ipcRenderer: {
      send: (channel, ...args) => void send({ type: 'send', channel, args: structuredClone(args) }),
      invoke: (channel, ...args) => send({ type: 'invoke', channel, args: structuredClone(args) }),
      on(channel, listener) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      },
      off(channel, listener) {
        listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener))
      },
    },
    webUtils: { getPathForFile: (file) => '/double/' + file.name },
  }
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload has no module ' + name)
    return electron
  }
  const module = { exports: {} }
  ;((exports) => {
${preloadSource}
  })(module.exports)
})()`
}
