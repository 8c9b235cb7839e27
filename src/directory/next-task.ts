/**
 * Waits for a new task: before it, the browser can paint and handle input. It uses no timer: host pages replace the
 * timer functions, and browsers delay nested timers by four milliseconds from the fifth on.
 */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port keeps a Node process running.
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
