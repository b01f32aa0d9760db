import type { FileDto } from '@gemini-balance/shared';

/** What somebody calls a file; otherwise its own name, which is told below else. */
export function fileTitle({ displayName, name }: FileDto): string {
  return displayName ?? name;
}

export function FileNameCell({ file }: { file: FileDto }) {
  return (
    <>
      <span className="block truncate font-medium" title={fileTitle(file)}>
        {fileTitle(file)}
      </span>
      <span className="block truncate text-xs text-soft" title={file.name}>
        {file.displayName !== undefined && <span className="font-mono">{file.name}</span>}
      </span>
    </>
  );
}
