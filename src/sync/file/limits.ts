// What a sealed file may come to. The writer holds to them too: nothing is written that could not be read back.

export interface FileLimits {
  /** Of the file as it lies on the disk. */
  readonly fileBytes: number;
  /** Of what it unpacks to. A week of ten thousand patients is some 110 MB. */
  readonly plainBytes: number;
  readonly lineBytes: number;
}

const megabyte = 1024 * 1024;

export const fileLimits: FileLimits = { fileBytes: 192 * megabyte, plainBytes: 256 * megabyte, lineBytes: megabyte };
