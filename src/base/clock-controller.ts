import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** In milliseconds: "open now" must not outlive closing time. */
const interval = 15_000;

/** Renders an element every 15 seconds while it is on the page, because its text depends on the time. */
export class ClockController implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), interval);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
