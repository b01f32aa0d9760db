/** Whether the gateway has been asked to stop; load balancers learn it from `/ready`. */
export class DrainNotice {
  #isDraining = false;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  begin(): void {
    this.#isDraining = true;
  }
}
