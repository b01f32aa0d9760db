/** The body of every answer of the admin REST that is not 2xx. */
export interface AdminErrorDto {
  error: {
    /** Stable, for programs: `invalid_request`, `unauthenticated`, `locked_out`, `not_found`, `conflict`, `internal_error`. */
    code: string;
    /** One sentence for the reader, saying what to do. */
    message: string;
    /** The field of the request that is wrong, where one is. */
    field?: string;
    /** Everything that is wrong, where that is more than `message` tells. */
    problems?: { field: string; message: string }[];
  };
}
