// Loaded before anything else, by any Node: old syntax only, so that the Node it refuses can still read it.
var parts = process.versions.node.split('.')
var isNewEnough = Number(parts[0]) > 22 || (Number(parts[0]) === 22 && Number(parts[1]) >= 22)
if (!isNewEnough) {
  process.stderr.write(
    'Debrief needs Node 22.22 or newer, and this is ' +
      process.version +
      '. Install a current Node from https://nodejs.org and try again.\n',
  )
  process.exit(1)
}
// What was compiled (and stripped of its types) once is kept in the system's temporary folder: the next start is a second faster.
require('node:module').enableCompileCache()
