/** The version of the project this bundle was built from. */
declare const __VERSION__: string;
/** Where the source lives; empty when the project names no repository. */
declare const __REPOSITORY_URL__: string;
/** The files that the service worker keeps. */
declare const __SHELL__: { url: string; revision: string | null }[];
