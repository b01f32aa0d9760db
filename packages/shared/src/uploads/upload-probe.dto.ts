/** Whether pictures can be put on the upload host. */
export class UploadProbeDto {
  /** The host that the settings name. */
  host!: string;

  isWorking!: boolean;

  /** What is wrong; null where it works. */
  problem!: string | null;
}
