/** Stands in snippets where a client token of the gateway belongs. */
export const TOKEN_PLACEHOLDER = 'YOUR_TOKEN';
