/**
 * A task later: before it the browser may paint, and hears the reader. Not by a timer: pages replace those, and browsers
 * hold them back, from the fifth on by four milliseconds.
 */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // Node does not end while it is open.
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
