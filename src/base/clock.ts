/** In milliseconds: "open now" must not outlive closing time. */
const interval = 15_000;

/** Renders an element every 15 seconds while it is on the page, because its text depends on the time. */
export class Clock {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly update: () => void) {}

  connect(): void {
    this.timer = setInterval(this.update, interval);
  }

  disconnect(): void {
    clearInterval(this.timer);
  }
}
