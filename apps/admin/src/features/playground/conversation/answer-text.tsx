import { useTranslation } from 'react-i18next';

/** A picture in Markdown: the form in which some dialects give what a model has drawn. */
const PICTURE = /!\[[^\]]*\]\((data:image\/[\w.+-]+;base64,[\w+/=]+|https?:\/\/[^\s)]+)\)/;

/** Words as they came, with pictures in them shown. No markup is ever taken from a model. */
export function AnswerText({ text }: { text: string }) {
  const { t } = useTranslation('playground');
  // Every second piece is the address of a picture.
  const pieces = text.split(PICTURE);
  return (
    <div className="break-words whitespace-pre-wrap">
      {pieces.map((piece, index) =>
        index % 2 === 0 ? piece : <DrawnPicture key={index} url={piece} label={t('picture')} />,
      )}
    </div>
  );
}

/** Pictures of other hosts are linked: the page loads nothing from elsewhere. */
function DrawnPicture({ url, label }: { url: string; label: string }) {
  const isOurs = url.startsWith('data:') || url.startsWith(`${window.location.origin}/`);
  if (isOurs) return <img src={url} alt={label} className="my-2 max-h-96 max-w-full rounded-md border" />;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="text-accent-text underline underline-offset-2">
      {url}
    </a>
  );
}
