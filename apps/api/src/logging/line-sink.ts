/** Where log lines go. */
export interface LineSink {
  /** @param line ends with a line feed. */
  write(line: string): void;
}
