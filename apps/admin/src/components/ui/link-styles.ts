/** How a link looks among other text. */
export const LINK = 'text-accent-text underline-offset-2 hover:underline';
