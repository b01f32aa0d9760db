/** How many keys stand in each state. */
export interface KeyTotalsDto {
  ready: number;
  resting: number;
  invalid: number;
  disabled: number;
  total: number;
}
