/** As `promptTokensDetails` names it. */
export type Modality = 'TEXT' | 'IMAGE' | 'AUDIO' | 'VIDEO' | 'DOCUMENT';

const SUBTYPES: Readonly<Record<string, readonly [Modality, ReadonlySet<string>]>> = {
  image: ['IMAGE', new Set(['png', 'jpeg', 'jpg', 'webp', 'heic', 'heif'])],
  audio: [
    'AUDIO',
    new Set(
      'wav x-wav mp3 mpeg mpga mp4 m4a x-m4a aac aiff x-aiff ogg opus flac x-flac webm pcm l16'.split(' '),
    ),
  ],
  video: [
    'VIDEO',
    new Set('mp4 mpeg mpegps mpg mov quicktime avi x-msvideo x-flv webm wmv x-ms-wmv 3gpp'.split(' ')),
  ],
  text: [
    'DOCUMENT',
    new Set('plain html css md markdown csv xml rtf calendar javascript x-typescript x-python'.split(' ')),
  ],
  application: ['DOCUMENT', new Set(['pdf', 'rtf', 'x-javascript', 'x-python'])],
};

/** What a model takes data of this type for; undefined where it does not take it. */
export function modalityOf(mimeType: string): Modality | undefined {
  const [type = '', subtype = ''] = mimeType.toLowerCase().split(';')[0]!.trim().split('/');
  const known = Object.hasOwn(SUBTYPES, type) ? SUBTYPES[type] : undefined;
  return known?.[1].has(subtype) ? known[0] : undefined;
}
