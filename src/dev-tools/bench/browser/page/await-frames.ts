/** The times of work that a browser does after a script has ended: style, layout, what observers do, painting. */

/**
 * Milliseconds that the next frames take, from their animation callbacks until the browser gets to other work; what lies
 * between two frames is not counted.
 */
export async function timeFrames(count: number): Promise<number> {
  let total = 0;
  for (let i = 0; i < count; i++) total += await timeFrame();
  return total;
}

function timeFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now() - start);
      };
      port2.postMessage(null);
    });
  });
}

/** A page that never gets quiet, as on a busy machine, is not waited for. */
const longestSettlingMs = 5_000;

/** Resolves once nothing has kept the page busy for a while. */
export async function settle(quietMs = 200): Promise<void> {
  const deadline = performance.now() + longestSettlingMs;
  for (let quietSince = performance.now(); performance.now() - quietSince < quietMs; ) {
    if (performance.now() > deadline) return;
    const before = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (performance.now() - before > 40) quietSince = performance.now();
  }
}
