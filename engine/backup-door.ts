/** Shows backups in place of the workspace of a door. */
export interface BackupDoor {
  /** Closes the workspace and opens the backup in `folder` for reading; where that cannot be opened, the workspace is opened again. */
  open(folder: string): Promise<void>
  /** Opens the workspace again that was open before. */
  back(): Promise<void>
  canReturn(): boolean
}
