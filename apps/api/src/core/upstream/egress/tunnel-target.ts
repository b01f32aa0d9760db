/** Where a tunnel through an egress proxy leads. */
export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}
