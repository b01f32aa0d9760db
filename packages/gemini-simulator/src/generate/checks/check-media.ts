import { errorFixture } from '../../fixtures/load-fixtures';
import { fixtureReply, invalidArgument, type ApiReply } from '../../wire/api-reply';
import { inlineDataOf, type Blob, type GenerateRequest } from '../generate-request';
import { modalityOf } from '../modality';

// How the files begin that upstream decodes: PNG, JPEG, RIFF of WebP. HEIC and HEIF begin with the length of a box.
const BEGINNINGS = ['89504e47', 'ffd8ff', '52494646'];
const CHECKED_BYTES = 8;

/** Refuses data of a type that no model takes, and pictures that are none. */
export function refusedMedia(request: GenerateRequest): ApiReply | undefined {
  for (const content of request.contents ?? []) {
    for (const blob of (content.parts ?? []).flatMap(inlineDataOf)) {
      const refusal = refusedBlob(blob);
      if (refusal) return refusal;
    }
  }
  return undefined;
}

function refusedBlob({ mimeType = '', data = '' }: Blob): ApiReply | undefined {
  const modality = modalityOf(mimeType);
  if (!modality) return invalidArgument(`Unsupported MIME type: ${mimeType}`);
  if (modality !== 'IMAGE') return data === '' ? invalidArgument('Unable to process input data.') : undefined;
  return isPicture(mimeType, data) ? undefined : fixtureReply(errorFixture('400-bad-image'));
}

function isPicture(mimeType: string, data: string): boolean {
  if (/hei[cf]$/i.test(mimeType)) return data !== '';
  const begin = Buffer.from(data.slice(0, CHECKED_BYTES * 2), 'base64').toString('hex');
  return BEGINNINGS.some((known) => begin.startsWith(known));
}
