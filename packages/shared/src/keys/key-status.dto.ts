/** One of the list that `GET /api/status/keys` answers. */
export interface KeyStatusDto {
  /** Masked. */
  key: string;
  available: boolean;
  /** Attempts since midnight in California, when daily quotas start anew. */
  usedToday: number;
  /** Whether it rests, for everything or for a model. */
  cooling: boolean;
  /** Until the last of its rests ends; 0 where it does not rest, or does not return by itself. */
  remainingSeconds: number;
}

/** Answer of `GET /v1/keys/list`: failures in a row by key, masked unless revealed. */
export interface KeysByStatusDto {
  status: 'success';
  data: {
    valid_keys: Record<string, number>;
    invalid_keys: Record<string, number>;
  };
  total: number;
}
