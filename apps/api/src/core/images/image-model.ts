/** Names of other vendors' models, which clients send by default. */
const FOREIGN = /^(dall-e|gpt-image|chatgpt-image)(-|$)/;
const CHAT = '-chat';
const IMAGEN = /^imagen-/;

/**
 * The model that makes the pictures.
 * @param asked as the client wrote it, aliases resolved; undefined where it leaves the choice
 * @param standard CREATE_IMAGE_MODEL
 */
export function imageModelOf(asked: string | undefined, standard: string): string {
  if (asked === undefined || FOREIGN.test(asked) || isImageChat(asked, standard)) return standard;
  return asked;
}

/** The name under which the image model chats. */
export function imageChatName(standard: string): string {
  return standard + CHAT;
}

export function isImageChat(name: string, standard: string): boolean {
  return name === imageChatName(standard);
}

/** Whether the model is asked by `predict` instead of `generateContent`. */
export function isImagen(model: string): boolean {
  return IMAGEN.test(model);
}
