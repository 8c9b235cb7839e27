/** How often, in milliseconds: "open now" must not outlive closing time. */
const interval = 15_000;

/** Renders an element again and again while it is on the page, for what it says of the time. */
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
