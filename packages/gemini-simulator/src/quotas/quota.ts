/** The limits of one project for one model. Absent: unlimited. 0: the project is not entitled to the model. */
export interface Quota {
  /** Requests per minute. */
  readonly rpm?: number;
  /** Requests per day; days begin at midnight in California. */
  readonly rpd?: number;
  /** Input tokens per minute. */
  readonly tpm?: number;
}

/** By model id; `*` stands for every model that is not named. */
export type Quotas = Readonly<Record<string, Quota>>;

/** The kinds of limit, as the quota ids name them. */
export type QuotaWindow = 'requests_per_minute' | 'requests_per_day' | 'input_tokens_per_minute';
