/** The names of what preload and main say to each other. */
export const channels = {
  requestPort: 'debrief:request-port',
  port: 'debrief:port',
  chooseFiles: 'debrief:choose-files',
  filesOpened: 'debrief:files-opened',
  placeOpened: 'debrief:place-opened',
  openWorkspace: 'debrief:open-workspace',
  trayChoice: 'debrief:tray-choice',
  keepInTray: 'debrief:keep-in-tray',
  openWorkspaceAt: 'debrief:open-workspace-at',
} as const
