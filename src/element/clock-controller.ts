import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** In milliseconds. "Open now" must not outlive closing time on a page that stays open. */
const tick = 15_000;

/** Renders an element again and again, so that what it says of hours stays true. */
export class ClockController implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), tick);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
